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

// How long a page takes from the navigation until its program is ready, with an empty cache and with a full one. The
// browser goes from page to page by itself: each visit posts its time, a page between lets it go, and asks for the next.

// The programs of the visits: this runtime, the least that a Go program on safejs can be, and jQuery.
var programs = []string{ours, "bare", "jquery4"}

// Visits that fill the caches: browsers keep compiled wasm only after it was used more than once.
const filling = 3

type visit struct {
	program string
	folder  string // where its files are: the same one again is in the cache
	timed   bool
}

// A tour is all visits in one browser, in order, and what they took.
type tour struct {
	mu     sync.Mutex
	visits []visit
	next   int
	took   []float64 // ms, by visit
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
	t.took = make([]float64, len(t.visits))
	return t
}

// routes are what the pages of a tour ask for. Its files are in f.
func (t *tour) routes(mux *http.ServeMux, f startFiles) {
	mux.HandleFunc("GET /start/rest", func(w http.ResponseWriter, _ *http.Request) {
		writeHTML(w, `<script type="module" src="/bench/rest.js"></script>`)
	})
	mux.HandleFunc("GET /start/page/{program}/{folder}", func(w http.ResponseWriter, r *http.Request) {
		writeHTML(w, startPage(r.PathValue("program"), "/start/files/"+r.PathValue("folder")+"/"))
	})
	mux.HandleFunc("GET /start/files/{folder}/{name}", f.serve)
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
			MS    float64 `json:"ms"`
			Error string  `json:"error"`
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
			t.took[t.next] = found.MS
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
	report := script("/bench/start.js", ` data-program="`+program+`" data-wasm="`+files+`bare.wasm"`)
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

// measureStart answers the two cases, cold and warm.
func measureStart(ctx context.Context, kind harness.Browser, rounds int) ([]testCase, error) {
	files, err := readStartFiles(ctx, harness.Root())
	if err != nil {
		return nil, err
	}
	t := newTour(rounds)
	s, err := serve(harness.Root(), func(mux *http.ServeMux) { t.routes(mux, files) })
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
		return t.cases(), t.err
	case <-b.exited:
		return nil, fmt.Errorf("%s ended in the middle of its visits:\n%s", kind, b.said())
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

func (t *tour) cases() []testCase {
	cold, warm := map[string][]float64{}, map[string][]float64{}
	for i, v := range t.visits {
		switch {
		case !v.timed:
		case v.folder == "kept":
			warm[v.program] = append(warm[v.program], t.took[i])
		default:
			cold[v.program] = append(cold[v.program], t.took[i])
		}
	}
	cases := []testCase{
		{ID: "cold", Name: "ready, first visit", Group: ready, Unit: "ms"},
		{ID: "warm", Name: "ready, all in the cache", Group: ready, Unit: "ms"},
	}
	cases[0].fill(cold)
	cases[1].fill(warm)
	return cases
}
