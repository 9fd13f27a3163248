package e2e_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// How many scenarios of each area are played at least. Fewer would mean that some are not found any more.
var fewestTwins = map[string]int{
	"requests": 125, "animations": 110, "events": 25, "caches": 18, "combining": 100, "chance": 250,
}

// The page face and the Go face, internal/twins, play the same scenarios, and have to say the same.
func TestTheFacesAreTwins(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/twins")
	harness.InEach(t, func(t *testing.T, b harness.Browser) {
		elsewhere := harness.Serve(t, newTwinServer().routes()...)
		places := harness.With("/twins/places", func(w http.ResponseWriter, r *http.Request) {
			_ = json.NewEncoder(w).Encode(map[string]string{
				"here": "http://" + r.Host, "elsewhere": elsewhere.URL, "nowhere": "http://127.0.0.1:1",
			})
		})
		areas := slices.Sorted(maps.Keys(fewestTwins))
		pages := make([]string, len(areas))
		for i, area := range areas {
			pages[i] = "/pages/twins/main.js?area=" + area
		}
		options := append(newTwinServer().routes(), places, program, harness.AllowErrors())
		for i, report := range harness.PageReports(t, b, pages, options...) {
			t.Run(areas[i], func(t *testing.T) {
				assert.GreaterOrEqual(t, len(report.Results), fewestTwins[areas[i]], "scenarios")
				report.Each(t)
			})
		}
	})
}

// A twinServer answers as the request's parameters say, and knows what it was asked for. Each request has a mark,
// ?run=, which no other run of a scenario has.
type twinServer struct {
	mu   sync.Mutex
	seen map[string]int
	left map[string]bool
	news chan struct{} // closed, and made anew, with each change
}

func newTwinServer() *twinServer {
	return &twinServer{seen: map[string]int{}, left: map[string]bool{}, news: make(chan struct{})}
}

func (s *twinServer) routes() []harness.Option {
	return []harness.Option{
		harness.With("/twins/answer", s.answer),
		harness.With("/twins/echo", func(w http.ResponseWriter, r *http.Request) {
			s.change(func() { s.seen[r.FormValue("run")]++ })
			echo(w, r)
		}),
		harness.With("/twins/count", func(w http.ResponseWriter, r *http.Request) {
			s.mu.Lock()
			defer s.mu.Unlock()
			_, _ = fmt.Fprint(w, s.seen[r.FormValue("run")])
		}),
		harness.With("/twins/seen", func(_ http.ResponseWriter, r *http.Request) {
			n, _ := strconv.Atoi(r.FormValue("n"))
			s.wait(r, func() bool { return s.seen[r.FormValue("run")] >= n })
		}),
		harness.With("/twins/left", func(_ http.ResponseWriter, r *http.Request) {
			s.wait(r, func() bool { return s.left[r.FormValue("run")] })
		}),
		harness.With("/twins/red.png", func(w http.ResponseWriter, _ *http.Request) { red(w) }),
	}
}

func (s *twinServer) change(what func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	what()
	close(s.news)
	s.news = make(chan struct{})
}

// wait returns when what holds, or the client is gone.
func (s *twinServer) wait(r *http.Request, what func() bool) {
	for {
		s.mu.Lock()
		holds, news := what(), s.news
		s.mu.Unlock()
		if holds {
			return
		}
		select {
		case <-news:
		case <-r.Context().Done():
			return
		}
	}
}

// answer does what the parameters say:
//
//	status, type, body, hex   the answer; hex is a body in bytes
//	header                    "Name: value", any number of times
//	fail, how, after          so many requests fail first: by the status 503, with after as Retry-After, or by how
//	how                       "cut" cuts the connection, "cut-body" does so within the body, "hang" and "hang-body" end
//	                          when the client is gone
//	cors                      other origins may read it
func (s *twinServer) answer(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	run := query.Get("run")
	_, _ = io.Copy(io.Discard, r.Body) // until it is read, nobody notices that the client is gone
	var n int
	s.change(func() {
		s.seen[run]++
		n = s.seen[run]
	})
	w.Header().Set("Cache-Control", "no-store")
	w.Header()["Content-Type"] = nil
	if query.Has("type") {
		w.Header().Set("Content-Type", query.Get("type"))
	}
	if query.Has("cors") {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	for _, header := range query["header"] {
		name, value, _ := strings.Cut(header, ": ")
		w.Header().Add(name, value)
	}
	how := query.Get("how")
	if query.Has("fail") {
		fails, _ := strconv.Atoi(query.Get("fail"))
		switch {
		case n > fails:
			how = ""
		case how == "":
			if query.Has("after") {
				w.Header().Set("Retry-After", query.Get("after"))
			}
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
	}
	switch how {
	case "cut":
		panic(http.ErrAbortHandler)
	case "cut-body":
		w.Header().Set("Content-Length", "1000")
		begin(w)
		panic(http.ErrAbortHandler)
	case "hang-body", "hang":
		if how == "hang-body" {
			begin(w)
		}
		<-r.Context().Done()
		s.change(func() { s.left[run] = true })
		return
	}
	body := []byte(query.Get("body"))
	if query.Has("hex") {
		body, _ = hex.DecodeString(query.Get("hex"))
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	if status, err := strconv.Atoi(query.Get("status")); err == nil {
		if status == http.StatusNoContent || status == http.StatusNotModified {
			w.Header().Del("Content-Length")
			body = nil
		}
		w.WriteHeader(status)
	}
	_, _ = w.Write(body)
}
