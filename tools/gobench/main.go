// Command gobench runs the Go benchmarks of package deferred and of the machine, natively and as wasm in Node, and has
// benchstat compare them with those that are recorded in docs/benchmarks.
//
//	go run ./gobench -root ..            compares; benchstat must be built into bin/, as `make gobench` does
//	go run ./gobench -root .. -record    records instead
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
	count := flag.Int("count", 6, "how often each benchmark runs: benchstat wants at least 6")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *root, *count, *record); err != nil {
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
		recorded := filepath.Join(root, "docs", "benchmarks", "go-"+platform.name+".txt")
		if record {
			err = os.WriteFile(recorded, results, 0o644)
		} else {
			err = compare(ctx, root, recorded, results)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// benchmark answers what go test prints, without what it says of the machine: ratios are worth comparing, times on
// another machine are not.
func benchmark(ctx context.Context, root string, env, args []string) ([]byte, error) {
	args = append([]string{"test", "-run=^$", "-bench=.", "-benchtime=100ms"}, args...)
	cmd := exec.CommandContext(ctx, "go", append(args, "./deferred", "./deferred/internal/machine")...)
	cmd.Dir = root
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
