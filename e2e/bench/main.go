// Command bench measures this runtime beside jQuery, bluebird and the browser's own promises, in Chromium and then in
// Firefox: work in one page and one run; start; and in Chromium memory and the main thread's time. It keeps the results
// in docs/benchmarks and puts their tables into docs/BENCHMARKS.md and README.md. It builds nothing: `make bench` does.
//
//	go run ./bench                                       everything
//	go run ./bench -browser firefox -parts start         prints what it finds, and keeps nothing
//	go run ./bench -cases create,chain                   some cases of the work, likewise
//	go run ./bench -browser chromium -parts program -keep  keeps what it finds in place of those cases
//	go run ./bench -tables                               writes the tables anew, from the results that are there
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
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/godeferred/godeferred/e2e/harness"
)

// The parts of a run. All but work and start are measured in Chromium alone.
var allParts = []string{"work", "start", "scripts", "memory", "program", "exports"}

type settings struct {
	browsers []harness.Browser
	parts    []string
	rounds   int
	cases    string
	whole    bool // whether nothing was left out, so that the results are worth keeping
	keep     bool // whether what was measured takes its place among the kept results
}

func main() {
	browser := flag.String("browser", "", "chromium or firefox (default: both)")
	parts := flag.String("parts", "", fmt.Sprintf("some of %s, separated by commas (default: all)", strings.Join(allParts, ",")))
	rounds := flag.Int("rounds", 15, "how often each library is measured")
	cases := flag.String("cases", "", "the cases of the work, by the names in bench/cases.js, separated by commas (default: all)")
	keep := flag.Bool("keep", false, "keep the cases of -parts (not work), in place of those in the results that are there")
	tables := flag.Bool("tables", false, "measure nothing: write the tables of the results that are there")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := settings{harness.Browsers, allParts, *rounds, *cases, *browser == "" && *parts == "" && *cases == "", *keep}
	if *browser != "" {
		s.browsers = []harness.Browser{harness.Browser(*browser)}
	}
	if *parts != "" {
		s.parts = strings.Split(*parts, ",")
	} else if *cases != "" {
		s.parts = []string{"work"}
	}
	var err error
	if *tables {
		err = writeDocs(harness.Root())
	} else {
		err = run(ctx, s)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, s settings) error {
	if s.rounds < 1 {
		return fmt.Errorf("-rounds is %d, and must be at least 1", s.rounds)
	}
	for _, part := range s.parts {
		if !slices.Contains(allParts, part) {
			return fmt.Errorf("no part is called %q: there are %s", part, strings.Join(allParts, ", "))
		}
	}
	if err := errors.Join(needs(harness.Root()), readMarkedDocs(harness.Root())); err != nil {
		return err // rather now than after minutes
	}
	start := time.Now()
	for _, browser := range s.browsers {
		say := func(line string) {
			fmt.Fprintf(os.Stderr, "%4.0f s  %s: %s\n", time.Since(start).Seconds(), browser, line)
		}
		r, err := measureAll(ctx, browser, s, say)
		if err != nil {
			return fmt.Errorf("%s: %w", browser, err)
		}
		r.Date = start.Format(time.DateOnly)
		fmt.Printf("%s\n%s\n", browserTables(r), ratiosTable(r))
		if s.whole || s.keep {
			if s.keep {
				if r, err = amended(resultsFile(harness.Root(), browser), r); err != nil {
					return err
				}
			}
			if err := r.write(resultsFile(harness.Root(), browser)); err != nil {
				return err
			}
		}
	}
	if s.whole || s.keep {
		return writeDocs(harness.Root())
	}
	return nil
}

// measureAll runs the parts in one browser.
func measureAll(ctx context.Context, browser harness.Browser, s settings, say func(string)) (*results, error) {
	cases := s.cases
	if !slices.Contains(s.parts, "work") {
		cases = "create" // for the versions, which the page tells
	}
	r, err := measure(ctx, browser, plan{rounds: s.rounds, least: 20, warm: 500, cases: cases}, say)
	if err != nil {
		return nil, err
	}
	r.Libraries = append(r.Libraries, library{ID: "bare", Name: "bare Go + safejs"}, library{ID: byHand, Name: "by hand"})
	if slices.Contains(s.parts, "start") {
		say("start")
		found, err := measureStart(ctx, browser, s.rounds)
		if err != nil {
			return nil, err
		}
		r.Cases = append(r.Cases, found...)
	}
	if browser != harness.Chromium {
		return r, nil
	}
	found, err := measureByDevtools(ctx, s, say)
	r.Cases = append(r.Cases, found...)
	return r, err
}

func measureByDevtools(ctx context.Context, s settings, say func(string)) ([]testCase, error) {
	server, err := serve(harness.Root())
	if err != nil {
		return nil, err
	}
	defer server.close()
	d, err := openDevtools(ctx)
	if err != nil {
		return nil, err
	}
	defer d.end()
	var cases []testCase
	if slices.Contains(s.parts, "scripts") {
		found, err := measureFade(d, server.url, s.rounds, say)
		if err != nil {
			return nil, err
		}
		cases = append(cases, found...)
	}
	if slices.Contains(s.parts, "memory") {
		found, err := measureMemory(d, server.url, s.rounds, say)
		if err != nil {
			return nil, err
		}
		cases = append(cases, found...)
	}
	for _, p := range []programPage{callsPage, exportsPage} {
		if !slices.Contains(s.parts, p.part) {
			continue
		}
		found, err := measureProgram(ctx, d, p, s.rounds, say)
		if err != nil {
			return nil, err
		}
		cases = append(cases, found...)
	}
	return cases, nil
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
