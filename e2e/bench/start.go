package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/godeferred/godeferred/e2e/harness"
)

// How long a page takes from the navigation until its first deferred has settled, and until its program is ready, with an
// empty cache and with a full one, by lines of different speeds. The browser goes from page to page by itself: each visit posts its time, a page between lets it go, and asks for the next.

// The programs of the visits: this runtime, the least that a Go program on safejs can be, and jQuery.
var programs = []string{ours, "bare", "jquery4"}

// Visits that fill the caches: browsers keep compiled wasm only after it was used more than once.
const filling = 3

type visit struct {
	program string
	folder  string // where its files are: the same one again is in the cache
	timed   bool
}

// started is what a visit took.
type started struct {
	First float64 `json:"first"` // ms until a deferred has settled and its callback has run
	Ready float64 `json:"ready"` // ms until requests and animations can begin
}

// A tour is all visits in one browser, in order, and what they took.
type tour struct {
	mu     sync.Mutex
	visits []visit
	next   int
	took   []started // by visit
	err    error
	ended  chan struct{}
	once   sync.Once
}

func newTour(rounds int) *tour {
	t := &tour{ended: make(chan struct{})}
	for range filling {
		for _, program := range programs {
			t.visits = append(t.visits, visit{program, "kept", false})
		}
	}
	for round := range rounds {
		for i := range programs {
			program := programs[(round+i)%len(programs)]
			t.visits = append(t.visits,
				visit{program, fmt.Sprintf("new-%d", round), true}, visit{program, "kept", true})
		}
	}
	t.took = make([]started, len(t.visits))
	return t
}

// routes are what the pages of a tour ask for. Its files are in f. What is measured comes by the line.
func (t *tour) routes(mux *http.ServeMux, f startFiles, l line) {
	mux.HandleFunc("GET /start/rest", func(w http.ResponseWriter, _ *http.Request) {
		writeHTML(w, `<script type="module" src="/bench/rest.js"></script>`)
	})
	mux.HandleFunc("GET /start/page/{program}/{folder}", l.later(func(w http.ResponseWriter, r *http.Request) {
		writeHTML(w, startPage(r.PathValue("program"), "/start/files/"+r.PathValue("folder")+"/"))
	}))
	mux.HandleFunc("GET /start/files/{folder}/{name}", l.later(f.serve))
	mux.HandleFunc("POST /start/next", func(w http.ResponseWriter, _ *http.Request) {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.next == len(t.visits) || t.err != nil {
			t.end()
			w.WriteHeader(http.StatusNoContent)
			return
		}
		v := t.visits[t.next]
		_, _ = fmt.Fprintf(w, "/start/page/%s/%s", v.program, v.folder)
	})
	mux.HandleFunc("POST /start/took", func(w http.ResponseWriter, r *http.Request) {
		t.mu.Lock()
		defer t.mu.Unlock()
		body, err := io.ReadAll(io.LimitReader(r.Body, 10_000))
		var found struct {
			started
			Error string `json:"error"`
		}
		if err == nil {
			err = json.Unmarshal(body, &found)
		}
		if err == nil && found.Error != "" {
			err = fmt.Errorf("the page: %s", found.Error)
		}
		if err != nil {
			t.err = err
		} else if t.next < len(t.took) {
			t.took[t.next] = found.started
			t.next++
		}
		w.WriteHeader(http.StatusNoContent)
	})
}

func (t *tour) end() { t.once.Do(func() { close(t.ended) }) }

// startPage is a document as the README recommends it, for each program.
func startPage(program, files string) string {
	preload := func(name string) string {
		return `<link rel="preload" href="` + files + name + `" as="fetch" type="application/wasm" crossorigin>` + "\n"
	}
	script := func(src, data string) string { return `<script src="` + src + `"` + data + `></script>` + "\n" }
	report := script(files+"start.js", ` data-program="`+program+`" data-wasm="`+files+`bare.wasm"`)
	switch program {
	case ours:
		return preload("godeferred.wasm") + script(files+"godeferred.js", "") + report
	case "bare":
		return preload("bare.wasm") + script(files+"wasm_exec.js", "") + report
	}
	return script(files+"jquery4.js", "") + report
}

func writeHTML(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>godeferred: benchmarks, start</title>\n"+body+"</html>\n")
}

// measureStart answers the cases of each line.
func measureStart(ctx context.Context, kind harness.Browser, lines []line, rounds int, say func(string)) ([]testCase, error) {
	files, err := readStartFiles(ctx, harness.Root())
	if err != nil {
		return nil, err
	}
	var cases []testCase
	for _, l := range lines {
		say("start" + l.name)
		found, err := l.measure(ctx, kind, files, min(rounds, l.rounds))
		if err != nil {
			return nil, err
		}
		cases = append(cases, found...)
	}
	return cases, nil
}

func (l line) measure(ctx context.Context, kind harness.Browser, files startFiles, rounds int) ([]testCase, error) {
	t := newTour(rounds)
	s, err := serveBy(l, harness.Root(), func(mux *http.ServeMux) { t.routes(mux, files, l) })
	if err != nil {
		return nil, err
	}
	defer s.close()
	b, err := start(kind, s.url+"/start/rest")
	if err != nil {
		return nil, err
	}
	defer b.end()
	select {
	case <-t.ended:
		return t.cases(l), t.err
	case <-b.exited:
		return nil, fmt.Errorf("%s ended in the middle of its visits:\n%s", kind, b.said())
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (t *tour) cases(l line) []testCase {
	var cases []testCase
	for _, c := range []struct {
		id, name string
		warm     bool
		of       func(started) float64
	}{
		{"coldFirst", "first deferred settled, first visit", false, func(s started) float64 { return s.First }},
		{"cold", "ready, first visit", false, func(s started) float64 { return s.Ready }},
		{"warmFirst", "first deferred settled, all in the cache", true, func(s started) float64 { return s.First }},
		{"warm", "ready, all in the cache", true, func(s started) float64 { return s.Ready }},
	} {
		samples := map[string][]float64{}
		for i, v := range t.visits {
			if v.timed && (v.folder == "kept") == c.warm {
				samples[v.program] = append(samples[v.program], c.of(t.took[i]))
			}
		}
		one := testCase{ID: c.id + l.suffix, Name: c.name + l.name, Group: ready, Unit: "ms"}
		one.fill(samples)
		cases = append(cases, one)
	}
	return cases
}
