// Command mutate breaks a package, one place at a time, and lists the breaks that its tests do not notice.
//
//	go run ./mutate -root .. [-list] [-only regexp] ./deferred/internal/machine …
//
// It changes no file: go test gets each mutant by -overlay. Only statements that the package's own tests run are
// broken. The usual tools (gremlins) mutate operators; this one also removes statements and fixes conditions, since a
// guard that could go unnoticed is what tests miss most.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	root := flag.String("root", "..", "the repository")
	list := flag.Bool("list", false, "only list the mutants")
	only := flag.String("only", "", "a regular expression: only mutants whose line in the list matches it")
	workers := flag.Int("workers", 2, "how many go test run at once")
	flag.Parse()
	wanted, err := regexp.Compile(*only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for _, pkg := range flag.Args() {
		if err := mutate(ctx, *root, pkg, wanted, *workers, *list); err != nil {
			fmt.Fprintln(os.Stderr, "mutate:", err)
			os.Exit(1)
		}
	}
}

// mutate prints the survivors of a package as they are found, and its figures at the end.
func mutate(ctx context.Context, root, pkg string, only *regexp.Regexp, workers int, list bool) error {
	temp, err := os.MkdirTemp("", "mutate-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	r := &runner{root: root, pkg: pkg, temp: temp, limit: time.Minute}
	profile := filepath.Join(temp, "cover")
	if out, err := r.test(ctx, "-coverprofile="+profile); err != nil {
		return fmt.Errorf("%s fails unbroken: %w\n%s", pkg, err, out)
	}
	start := time.Now()
	if out, err := r.test(ctx, "-count=1"); err != nil {
		return fmt.Errorf("%s fails unbroken: %w\n%s", pkg, err, out)
	}
	r.limit = 3*time.Since(start) + 5*time.Second
	mutants, err := find(filepath.Join(root, pkg), profile)
	if err != nil {
		return err
	}
	mutants = slices.DeleteFunc(mutants, func(m mutant) bool { return !only.MatchString(m.String()) })
	if list {
		for _, m := range mutants {
			fmt.Println(m)
		}
		return nil
	}
	counts := r.runAll(ctx, mutants, workers)
	if err := ctx.Err(); err != nil {
		return err
	}
	viable := counts[killed] + counts[survived]
	fmt.Printf("%s: %d mutants, %d killed, %d survived (%.1f %% killed), %d do not compile\n",
		pkg, viable, counts[killed], counts[survived], 100*float64(counts[killed])/float64(max(viable, 1)), counts[invalid])
	return nil
}

// A fate is what the tests make of a mutant.
type fate int

const (
	killed fate = iota
	survived
	invalid // does not compile
)

type runner struct {
	root, pkg, temp string
	limit           time.Duration // for one run of the tests; a mutant may loop for ever
}

func (r *runner) runAll(ctx context.Context, mutants []mutant, workers int) map[fate]int {
	var mu sync.Mutex
	counts := map[fate]int{}
	next := make(chan mutant)
	var running sync.WaitGroup
	for worker := range workers {
		running.Go(func() {
			for m := range next {
				f := r.run(ctx, m, worker)
				mu.Lock()
				counts[f]++
				if f == survived && ctx.Err() == nil {
					fmt.Println("survived:", m)
				}
				mu.Unlock()
			}
		})
	}
	for _, m := range mutants {
		if ctx.Err() == nil {
			next <- m
		}
	}
	close(next)
	running.Wait()
	return counts
}

func (r *runner) run(ctx context.Context, m mutant, worker int) fate {
	file := filepath.Join(r.temp, fmt.Sprintf("%d.go", worker))
	overlay := filepath.Join(r.temp, fmt.Sprintf("%d.json", worker))
	text, err := json.Marshal(map[string]any{"Replace": map[string]string{m.file: file}})
	if err == nil {
		err = errors.Join(os.WriteFile(file, m.apply(), 0o600), os.WriteFile(overlay, text, 0o600))
	}
	if err != nil {
		return invalid
	}
	out, err := r.test(ctx, "-failfast", "-overlay="+overlay)
	switch {
	case err == nil:
		return survived
	case strings.Contains(out, "[build failed]"):
		return invalid
	}
	return killed
}

// test runs the package's own tests, without vet: a mutant may well be suspicious.
func (r *runner) test(ctx context.Context, flags ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, r.limit+time.Minute) // building is not limited by -timeout
	defer cancel()
	args := append([]string{"test", "-short", "-vet=off", "-timeout=" + r.limit.String()}, flags...)
	cmd := exec.CommandContext(ctx, "go", append(args, r.pkg)...)
	cmd.Dir = r.root
	out, err := cmd.CombinedOutput()
	return string(out), err
}
