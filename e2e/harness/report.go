package harness

import (
	"encoding/json"
	"html"
	"io"
	"net/http"
	"path"
	"strings"
	"testing"
)

// A Report is what a test page posts when all its tests have ended.
type Report struct {
	Results []Result `json:"results"`
}

// A Result is one test of a page. Error holds the message and the stack, and is empty when OK.
type Result struct {
	Name  string `json:"name"`
	OK    bool   `json:"ok"`
	Error string `json:"error"`
}

// expect makes the server take a report of each page, and send each page to the next.
func (s *Server) expect(paths []string) {
	s.reports = make(chan Report, len(paths))
	for _, path := range paths[1:] {
		s.next = append(s.next, s.addressOf(path))
	}
}

// nextPage is the address of the page to go to, or nothing after the last.
func (s *Server) nextPage() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.next) == 0 {
		return ""
	}
	address := s.next[0]
	s.next = s.next[1:]
	return address
}

const maxReport = 64 << 20

func (s *Server) receive(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxReport))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var report Report
	if err := json.Unmarshal(body, &report); err != nil {
		report.Results = []Result{{Name: "report", Error: "the page's report is not readable: " + err.Error()}}
	}
	select {
	case s.reports <- report:
		_, _ = io.WriteString(w, s.nextPage())
	default:
		http.Error(w, "a page reports once", http.StatusConflict)
	}
}

// servePageOfModule answers with a document whose only content is a test module. An import that fails (a syntax
// error, a missing file) is reported as a failing test, where a page of its own would hang until the deadline.
func servePageOfModule(w http.ResponseWriter, r *http.Request) {
	page := path.Clean("/" + r.URL.Query().Get("page"))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = io.WriteString(w, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>`+html.EscapeString(page)+`</title>
<body>
<script type="module" src="/pages/lib/main.js" data-page="`+html.EscapeString(page)+`"></script>
</body>
</html>
`)
}

// Each turns the results of a report into subtests.
func (r Report) Each(t *testing.T) {
	t.Helper()
	if len(r.Results) == 0 {
		t.Error("the page reported no tests at all")
	}
	for _, result := range r.Results {
		// A slash would make go test see a test inside a test.
		t.Run(strings.ReplaceAll(result.Name, "/", "|"), func(t *testing.T) {
			if !result.OK {
				t.Error(result.Error)
			}
		})
	}
}
