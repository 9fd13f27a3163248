package e2e_test

import (
	"context"
	"encoding/json"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"github.com/godeferred/godeferred/e2e/harness"
)

// seedURLs is what the demo server has for the addresses in the articles.
var seedURLs = map[string]string{
	"/main.php":                 "/demo/json?name=main",
	"/modules.php":              "/demo/json?name=modules",
	"/lists.php":                "/demo/json?name=lists",
	"/page1.php":                "/demo/json?name=page1",
	"/page2.php":                "/demo/json?name=page2",
	"/seed/a.json":              "/demo/json?name=a",
	"/seed/b.json":              "/demo/json?name=b",
	"/seed/c.json":              "/demo/json?name=c",
	"/seed/latestnews.php":      "/demo/news.html",
	"/seed/latestreactions.php": "/demo/reactions.html",
	"/seed/script.js":           "/demo/script.js",
	"/seed/search.json":         "/demo/search",
	"/seed/panel.html":          "/demo/panel-content.html",
	"/seed/my-image.png":        "/img/my.png?w=60&h=40",
	"/seed/image1.png":          "/img/1.png?w=60&h=40",
	"/seed/image2.png":          "/img/2.png?w=60&h=40",
	"/seed/image3.png":          "/img/3.png?w=60&h=40",
	"/seed/image4.png":          "/img/4.png?w=60&h=40",
	"/seed/placeholder.png":     "/img/placeholder.png?w=60&h=40",
	"/seed/error.png":           "/img/wrong.png?w=60&h=40",
}

// shownAtOnce are the images that stand for others: they are answered and not counted.
var shownAtOnce = map[string]bool{"/seed/placeholder.png": true, "/seed/error.png": true}

// seedAnswers answers the addresses of the articles with what the demo server has for them. Each answer is held until
// the page's visitor lets it go, POST /let-go?path=…[&status=…]; GET /asked?count=n says what was asked for, in order,
// as soon as there are n. To open a page is to start anew.
func seedAnswers(demo string) []harness.Option {
	s := &holder{}
	s.renew()
	opts := []harness.Option{
		harness.With("GET /seed/{page}", func(w http.ResponseWriter, r *http.Request) {
			if strings.HasSuffix(r.URL.Path, ".html") {
				s.renew()
			}
			w.Header().Set("Cache-Control", "no-store")
			if strings.HasSuffix(r.URL.Path, ".js") {
				w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			}
			http.ServeFile(w, r, filepath.Join(harness.Root(), "e2e", filepath.FromSlash(r.URL.Path)))
		}),
		harness.With("GET /asked", s.tell),
		harness.With("POST /let-go", s.letGo),
	}
	for path, real := range seedURLs {
		opts = append(opts, harness.With("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			if !shownAtOnce[path] && !s.hold(w, r) {
				return
			}
			forwarded := r.Clone(r.Context())
			address, query, _ := strings.Cut(real, "?")
			forwarded.URL.Path, forwarded.URL.RawQuery = address, query+"&"+r.URL.RawQuery
			through(demo)(w, forwarded)
		}))
	}
	return opts
}

// A holder holds answers back.
type holder struct {
	mu    sync.Mutex
	asked []string
	gates map[string]*gate
	more  chan struct{} // Closed at the next request.
}

type gate struct {
	open   chan struct{}
	status int
}

func (s *holder) renew() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked, s.gates, s.more = []string{}, map[string]*gate{}, make(chan struct{})
}

// gate is the one of a path; the lock is held.
func (s *holder) gate(path string) *gate {
	if s.gates[path] == nil {
		s.gates[path] = &gate{open: make(chan struct{})}
	}
	return s.gates[path]
}

// hold takes note of a request and waits. It answers false if there is nothing to answer any more.
func (s *holder) hold(w http.ResponseWriter, r *http.Request) bool {
	query := r.URL.Query()
	query.Del("_") // What keeps a script from being cached, and the name of a callback, are made up by each request.
	query.Del("callback")
	what := strings.TrimPrefix(r.URL.Path, "/seed/")
	if len(query) > 0 {
		what += "?" + query.Encode()
	}
	s.mu.Lock()
	s.asked = append(s.asked, what)
	close(s.more)
	s.more = make(chan struct{})
	gate := s.gate(what)
	s.mu.Unlock()
	select {
	case <-gate.open:
	case <-r.Context().Done():
		return false
	}
	if gate.status != http.StatusOK {
		http.Error(w, "as the visitor wants it", gate.status)
		return false
	}
	return true
}

func (s *holder) letGo(w http.ResponseWriter, r *http.Request) {
	status := http.StatusOK
	if text := r.FormValue("status"); text != "" {
		status, _ = strconv.Atoi(text)
	}
	path := r.FormValue("path")
	s.mu.Lock()
	defer s.mu.Unlock()
	if gate := s.gates[path]; gate != nil && gate.status != 0 { // Another answer, from now on.
		delete(s.gates, path)
	}
	gate := s.gate(path)
	gate.status = status
	close(gate.open)
}

// tell waits until so much was asked for.
func (s *holder) tell(w http.ResponseWriter, r *http.Request) {
	count, err := strconv.Atoi(r.FormValue("count"))
	if err != nil {
		http.Error(w, "expected count=, a number of requests", http.StatusBadRequest)
		return
	}
	asked := s.await(r.Context(), count)
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(asked)
}

func (s *holder) await(ctx context.Context, count int) []string {
	for {
		s.mu.Lock()
		asked, more := append([]string{}, s.asked...), s.more
		s.mu.Unlock()
		if len(asked) >= count || ctx.Err() != nil {
			return asked
		}
		select {
		case <-more:
		case <-ctx.Done():
		}
	}
}
