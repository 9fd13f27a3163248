package harness

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// RunPage opens a test page in a browser and turns each of its results into a subtest. The path is that of a test
// module ("/pages/ajax/get.js") or of a document ("/pages/ajax/random.html", whose script imports lib/test.js and ends
// in run()).
//
// In Chromium an uncaught exception or a line of console.error fails the test too, unless [AllowErrors] is given.
func RunPage(t *testing.T, b Browser, path string, opts ...Option) {
	t.Helper()
	PageReport(t, b, path, opts...).Each(t)
}

// PageReport is RunPage for tests of the tests: it answers the report and judges nothing in it.
func PageReport(t *testing.T, b Browser, path string, opts ...Option) Report {
	t.Helper()
	var only Report
	visit(t, b, []string{path}, opts, func(_ string, report Report) { only = report })
	return only
}

// RunPages is RunPage for one page after the other in the same browser, which is started once: each page's results
// are a subtest with the page's name. The server is the same for all.
func RunPages(t *testing.T, b Browser, paths []string, opts ...Option) {
	t.Helper()
	visit(t, b, paths, opts, func(path string, report Report) {
		t.Run(strings.Trim(strings.ReplaceAll(path, "/", " "), " "), report.Each)
	})
}

// PageReports is RunPages for tests that judge the reports themselves: they come in the order of the pages.
func PageReports(t *testing.T, b Browser, paths []string, opts ...Option) []Report {
	t.Helper()
	reports := make([]Report, 0, len(paths))
	visit(t, b, paths, opts, func(_ string, report Report) { reports = append(reports, report) })
	return reports
}

// visit opens the pages and hands over each one's report. A page goes to the next when the server has its report.
func visit(t *testing.T, b Browser, paths []string, opts []Option, each func(path string, report Report)) {
	t.Helper()
	server := Serve(t, opts...)
	server.expect(paths)
	at := 0
	first := server.addressOf(paths[0])
	reported := func(ended <-chan error, browser string, says func() string) {
		t.Helper()
		for ; at < len(paths); at++ {
			select {
			case report := <-server.reports:
				each(paths[at], report)
			case err := <-ended:
				t.Fatalf("%s ended before %s reported: %v\n%s", browser, paths[at], err, says())
			case <-time.After(Deadline):
				t.Fatalf("%s did not report within %v; %s said:\n%s", paths[at], Deadline, browser, says())
			}
		}
	}
	if b == Firefox {
		visitInFirefox(t, server, first, reported)
		return
	}
	if b == WebKit {
		visitInWebKit(t, server, first, reported)
		return
	}
	tab := NewTab(t)
	server.clickWith(tab.clickAt)
	tab.Goto(first)
	reported(tab.log.crashed(), "Chromium", tab.log.all)
	if errors := tab.Errors(); len(errors) > 0 && !collect(opts).allowErrors {
		t.Errorf("the page's errors:\n%s", strings.Join(errors, "\n"))
	}
}

// addressOf is the address of a test module or of a document.
func (s *Server) addressOf(path string) string {
	if strings.HasSuffix(beforeQuery(path), "js") {
		return s.URL + "/run?page=" + url.QueryEscape(path)
	}
	return s.URL + path
}

func beforeQuery(path string) string {
	before, _, _ := strings.Cut(path, "?")
	return before
}
