// Command gobench runs the Go benchmarks of package deferred, of the machine, and of what programs do by hand in place of
// the package, natively and as wasm in Node. It has benchstat compare them with those that are recorded in
// docs/benchmarks, and makes the table of docs/BENCHMARKS.md from these.
//
//	go run ./gobench -root ..            compares; benchstat must be built into bin/, as `make gobench` does
//	go run ./gobench -root .. -record    records instead
//	go run ./gobench -root .. -table     writes the table of what is recorded
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	root := flag.String("root", "..", "the project's folder")
	record := flag.Bool("record", false, "keep the results, and compare nothing")
	table := flag.Bool("table", false, "measure nothing: write the table of what is recorded")
	count := flag.Int("count", 6, "how often each benchmark runs: benchstat wants at least 6")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	if *table {
		err = writeTable(*root)
	} else {
		err = run(ctx, *root, *count, *record)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gobench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, root string, count int, record bool) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return err
	}
	goroot, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	node := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "go_js_wasm_exec")
	for _, platform := range []struct {
		name string
		env  []string
		args []string
	}{
		{name: "native"},
		{name: "wasm", env: []string{"GOOS=js", "GOARCH=wasm"}, args: []string{"-exec", node}},
	} {
		fmt.Fprintf(os.Stderr, "%s…\n", platform.name)
		results, err := benchmark(ctx, root, platform.env, append(platform.args, fmt.Sprint("-count=", count)))
		if err != nil {
			return fmt.Errorf("%s: %w", platform.name, err)
		}
		recorded := recordedFile(root, platform.name)
		if record {
			err = os.WriteFile(recorded, results, 0o644)
		} else {
			err = compare(ctx, root, recorded, results)
		}
		if err != nil {
			return err
		}
	}
	if record {
		return writeTable(root)
	}
	return nil
}

// benchmark answers what go test prints, without what it says of the machine: ratios are worth comparing, times on
// another machine are not.
func benchmark(ctx context.Context, root string, env, args []string) ([]byte, error) {
	found, err := benchmarksIn(ctx, root, env, args, "./deferred", "./deferred/internal/machine")
	if err != nil {
		return nil, err
	}
	beside, err := benchmarksIn(ctx, filepath.Join(root, "tools"), env, args, "./gobench/beside")
	return append(found, beside...), err
}

// benchmarksIn runs those of a module's packages.
func benchmarksIn(ctx context.Context, module string, env, args []string, packages ...string) ([]byte, error) {
	args = append(append([]string{"test", "-run=^$", "-bench=.", "-benchtime=100ms"}, args...), packages...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = module
	// A js/wasm program has 8 KB of room for its environment, and ends at once if there is more.
	for _, variable := range []string{"PATH", "HOME", "GOPATH", "GOCACHE", "GOMODCACHE", "GOFLAGS", "GOPROXY", "GOTOOLCHAIN"} {
		if value, is := os.LookupEnv(variable); is {
			cmd.Env = append(cmd.Env, variable+"="+value)
		}
	}
	cmd.Env = append(cmd.Env, env...)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, out.String(), problems.String())
	}
	return results(out.String()), nil
}

// results are the lines that benchstat reads.
func results(printed string) []byte {
	var kept bytes.Buffer
	for line := range strings.Lines(printed) {
		for _, beginning := range []string{"goos:", "goarch:", "pkg:", "Benchmark"} {
			if strings.HasPrefix(line, beginning) {
				kept.WriteString(line)
			}
		}
	}
	return kept.Bytes()
}

func compare(ctx context.Context, root, recorded string, found []byte) error {
	now := filepath.Join(root, "bin", filepath.Base(recorded))
	if err := os.WriteFile(now, found, 0o644); err != nil {
		return err
	}
	benchstat := exec.CommandContext(ctx, filepath.Join(root, "bin", "benchstat"), "recorded="+recorded, "now="+now)
	benchstat.Stdout, benchstat.Stderr = os.Stdout, os.Stderr
	return benchstat.Run()
}
