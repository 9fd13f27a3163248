// Command bench measures this runtime beside jQuery, bluebird and the browser's own promises, in one page and one run,
// and prints the medians and ratios as a Markdown table. It builds nothing: `make bench` does, and starts it.
//
//	go run ./bench                        in Chromium
//	go run ./bench -browser firefox
//	go run ./bench -readme ../README.md   also puts the table between the marks in a document
//	go run ./bench -cases create,chain    some cases only
//
// It fails when a library skips work, and for no figure, however bad: speed is for people to judge.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/godeferred/godeferred/e2e/harness"
)

type settings struct {
	browser harness.Browser
	rounds  int
	cases   string
	out     string
	readme  string
}

func main() {
	var s settings
	flag.StringVar((*string)(&s.browser), "browser", string(harness.Chromium), "chromium or firefox")
	flag.IntVar(&s.rounds, "rounds", 15, "how often each library is measured")
	flag.StringVar(&s.cases, "cases", "", "the cases to measure, by the names in bench/cases.js, separated by commas (default: all)")
	flag.StringVar(&s.out, "out", filepath.Join(harness.Root(), "bench", "results.json"), "where the results go, as JSON")
	flag.StringVar(&s.readme, "readme", "", "a document that gets the table, between "+startMark+" and "+endMark)
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, s settings) error {
	if s.rounds < 1 {
		return fmt.Errorf("-rounds is %d, and must be at least 1", s.rounds)
	}
	if err := needs(harness.Root()); err != nil {
		return err
	}
	if s.readme != "" { // rather now than after minutes
		if s.cases != "" {
			return errors.New("-readme wants the whole table: leave out -cases")
		}
		if _, err := readMarked(s.readme); err != nil {
			return err
		}
	}
	start := time.Now()
	results, err := measure(ctx, s.browser, plan{rounds: s.rounds, least: 20, warm: 500, cases: s.cases}, func(line string) {
		fmt.Fprintf(os.Stderr, "%4.0f s  %s\n", time.Since(start).Seconds(), line)
	})
	if err != nil {
		return err
	}
	results.Date = start.Format(time.DateOnly)
	if err := results.write(s.out); err != nil {
		return err
	}
	table := timesTable(results)
	fmt.Printf("%s\n%s", table, ratiosTable(results))
	if s.readme != "" {
		return rewrite(s.readme, table)
	}
	return nil
}

// needs tells what is to be done first.
func needs(root string) error {
	if _, err := os.Stat(filepath.Join(root, "dist", "godeferred.wasm")); err != nil {
		return errors.New("dist/ is not built: run `make build` first")
	}
	for _, file := range modules {
		if _, err := os.Stat(filepath.Join(root, "node_modules", filepath.FromSlash(file))); err != nil {
			return fmt.Errorf("node_modules/%s is not there: run `npm ci` first", file)
		}
	}
	return nil
}
