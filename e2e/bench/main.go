// Command bench measures this runtime beside jQuery, bluebird, two small libraries of deferreds and the browser's own
// promises, in Chromium, Firefox and WebKit: work in one page and one run; start, by lines of three speeds; and in Chromium
// memory, calls of Go and the main thread's time. It keeps the results in docs/benchmarks and puts their tables into
// docs/BENCHMARKS.md and README.md. It builds nothing: `make bench` does.
//
//	go run ./bench                                       everything
//	go run ./bench -browser firefox,webkit -parts start  prints what it finds, and keeps nothing
//	go run ./bench -cases create,chain                   some cases of the work, likewise
//	go run ./bench -browser chromium -parts program -keep  keeps what it finds in place of those cases
//	go run ./bench -force                                everything, on a busy machine, too: nothing is kept then
//	go run ./bench -tables                               writes the tables anew, from the results that are there
//
// It fails when a library skips work or other programs disturb what would be kept, and for no figure, however bad: speed
// is for people to judge.
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

// The parts of a run. All but work and start are measured in Chromium alone, for its debugger, and the sizes once.
var allParts = []string{"work", "start", "scripts", "memory", "program", "exports", "frames", "size"}

type settings struct {
	browsers []harness.Browser
	parts    []string
	rounds   int
	cases    string
	whole    bool // whether nothing was left out, so that the results are worth keeping
	keep     bool // whether what was measured takes its place among the kept results
	force    bool // whether a busy machine ends nothing
}

func (s settings) records() bool { return s.whole || s.keep }

func main() {
	browser := flag.String("browser", "", "some of chromium, firefox and webkit, separated by commas (default: all)")
	parts := flag.String("parts", "", fmt.Sprintf("some of %s, separated by commas (default: all)", strings.Join(allParts, ",")))
	rounds := flag.Int("rounds", 15, "how often each library is measured")
	cases := flag.String("cases", "", "the cases of the work, by the names in bench/cases.js, separated by commas (default: all)")
	keep := flag.Bool("keep", false, "keep the cases of -parts (not work), in place of those in the results that are there")
	force := flag.Bool("force", false, "measure on a busy machine, too: that is printed, and not kept")
	tables := flag.Bool("tables", false, "measure nothing: write the tables of the results that are there")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := settings{
		browsers: harness.Engines, parts: allParts, rounds: *rounds, cases: *cases,
		whole: *browser == "" && *parts == "" && *cases == "", keep: *keep, force: *force,
	}
	if *browser != "" {
		s.browsers = nil
		for name := range strings.SplitSeq(*browser, ",") {
			s.browsers = append(s.browsers, harness.Browser(name))
		}
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
	for _, browser := range s.browsers {
		if !slices.Contains(harness.Engines, browser) {
			return fmt.Errorf("no browser is called %q: there are %q", browser, harness.Engines)
		}
	}
	first, err := observe()
	if err != nil {
		return err
	}
	checks := []check{first}
	if why := disturbed(checks); len(why) > 0 && s.records() && !s.force {
		return fmt.Errorf("%s\nEnd other programs, or measure with -force, which keeps nothing", busyNote(why))
	}
	start := time.Now()
	found := map[harness.Browser]*results{}
	for _, browser := range s.browsers {
		say := func(line string) {
			fmt.Fprintf(os.Stderr, "%4.0f s  %s: %s\n", time.Since(start).Seconds(), browser, line)
		}
		r, err := measureAll(ctx, browser, s, say)
		if err != nil {
			return fmt.Errorf("%s: %w", browser, err)
		}
		after, err := observe()
		if err != nil {
			return err
		}
		r.Date, r.Checks = start.Format(time.DateOnly), []check{checks[len(checks)-1], after}
		checks = append(checks, after)
		fmt.Printf("## %s\n\n%s\n%s\n", r.Browser.Name, browserTables(r), ratiosTable(r))
		found[browser] = r
	}
	fmt.Print(barsTable(found), "\n")
	return s.record(harness.Root(), found, disturbed(checks))
}

// busyNote says what kept the figures from being recorded.
func busyNote(why []string) string {
	return "the machine is busy:\n- " + strings.Join(why, "\n- ")
}

// record keeps what was found, unless the machine was busy.
func (s settings) record(root string, found map[harness.Browser]*results, why []string) error {
	switch {
	case len(why) > 0 && (s.force || !s.records()):
		fmt.Println(busyNote(why) + "\nThe figures above say little, and are not kept.")
		return nil
	case len(why) > 0:
		return errors.New(busyNote(why) + "\nNothing is kept")
	case !s.records():
		return nil
	}
	for browser, r := range found {
		file := resultsFile(root, browser)
		if s.keep {
			var err error
			if r, err = amended(file, r); err != nil {
				return err
			}
		}
		if err := r.write(file); err != nil {
			return err
		}
	}
	return writeDocs(root)
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
	if browser == harness.WebKit {
		if err := nameWebKit(ctx, r); err != nil {
			return nil, err
		}
	}
	if err := nameVersions(harness.Root(), r); err != nil {
		return nil, err
	}
	r.Libraries = append(r.Libraries, library{ID: "bare", Name: "bare Go + safejs"}, library{ID: byHand, Name: "by hand"})
	if slices.Contains(s.parts, "start") {
		found, err := measureStart(ctx, browser, lines, s.rounds, say)
		if err != nil {
			return nil, err
		}
		r.Cases = append(r.Cases, found...)
	}
	if browser != harness.Chromium {
		return r, nil
	}
	if slices.Contains(s.parts, "size") {
		found, err := measureSize(harness.Root())
		if err != nil {
			return nil, err
		}
		r.Cases = append(r.Cases, found...)
	}
	if !slices.ContainsFunc(s.parts, func(part string) bool { return !slices.Contains([]string{"work", "start", "size"}, part) }) {
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
	// Last: the processor is slowed down meanwhile.
	if slices.Contains(s.parts, "frames") {
		found, err := measureFrames(ctx, d, s.rounds, say)
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
