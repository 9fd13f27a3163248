package harness

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// RunPage opens a test page in a browser and turns each of its results into a subtest. The path is that of a test
// module ("/pages/foo.js") or of a document ("/pages/foo.html", whose script imports lib/test.js and ends in run()).
//
// In Chromium an uncaught exception or a line of console.error fails the test too, unless [AllowErrors] is given.
func RunPage(t *testing.T, b Browser, path string, opts ...Option) {
	t.Helper()
	PageReport(t, b, path, opts...).Each(t)
}

// PageReport is RunPage for tests of the tests: it answers the report and judges nothing in it.
func PageReport(t *testing.T, b Browser, path string, opts ...Option) Report {
	t.Helper()
	server := Serve(t, opts...)
	address := server.URL + path
	if strings.HasSuffix(beforeQuery(path), "js") {
		address = server.URL + "/run?page=" + url.QueryEscape(path)
	}
	if b == Firefox {
		return reportOfFirefox(t, server, address)
	}
	tab := NewTab(t)
	report := reportOfChromium(t, tab, server, address)
	if errors := tab.Errors(); len(errors) > 0 && !collect(opts).allowErrors {
		t.Errorf("the page's errors:\n%s", strings.Join(errors, "\n"))
	}
	return report
}

func beforeQuery(path string) string {
	before, _, _ := strings.Cut(path, "?")
	return before
}

func reportOfChromium(t *testing.T, tab *Tab, server *Server, address string) Report {
	t.Helper()
	tab.Goto(address)
	select {
	case report := <-server.reports:
		return report
	case <-tab.log.crashed():
		t.Fatalf("Chromium's page crashed; its console:\n%s", tab.log.all())
	case <-time.After(Deadline):
		t.Fatalf("%s did not report within %v; its console:\n%s", address, Deadline, tab.log.all())
	}
	return Report{}
}
