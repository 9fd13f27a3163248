package harness

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// A Browser names one of the browsers that pages are tested in.
type Browser string

// The browsers.
const (
	Chromium Browser = "chromium"
	Firefox  Browser = "firefox"
	WebKit   Browser = "webkit"
)

// Browsers are those of [InEach]; Engines are all that there are, those of [InAll].
var (
	Browsers = []Browser{Chromium, Firefox}
	Engines  = []Browser{Chromium, Firefox, WebKit}
)

// Where to look: an environment variable that names the program, then the usual names on the PATH.
var programs = map[Browser]struct {
	variable string
	names    []string
}{
	Chromium: {"CHROMIUM", []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}},
	Firefox:  {"FIREFOX", []string{"firefox-esr", "firefox"}},
	// The driver, which comes with the browser and starts it.
	WebKit: {"WEBKIT", []string{"WebKitWebDriver"}},
}

// path finds the browser's program. A missing browser is a failure, not a skip: a suite that quietly ran in one
// browser fewer would look the same as one that passed.
func (b Browser) path(t testing.TB) string {
	t.Helper()
	path, err := b.Program()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Program finds the browser's program for those who start it themselves; the error says what to do.
func (b Browser) Program() (string, error) {
	p, known := programs[b]
	if !known {
		return "", fmt.Errorf("no browser is called %q: there are %q", string(b), Engines)
	}
	if path := os.Getenv(p.variable); path != "" {
		return path, nil
	}
	for _, name := range p.names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s is not installed: install it, or name its program in %s", b, p.variable)
}

// InEach runs the same test in Chromium and in Firefox, as one subtest each. The subtests are parallel: they run once the
// calling test has returned, beside each other. What they share must be safe for that, and be undone with t.Cleanup,
// which waits for them; a defer does not.
func InEach(t *testing.T, test func(t *testing.T, b Browser)) {
	t.Helper()
	in(t, Browsers, test)
}

// InAll is InEach with WebKit besides.
func InAll(t *testing.T, test func(t *testing.T, b Browser)) {
	t.Helper()
	in(t, Engines, test)
}

func in(t *testing.T, browsers []Browser, test func(t *testing.T, b Browser)) {
	t.Helper()
	for _, b := range browsers {
		t.Run(string(b), func(t *testing.T) {
			t.Parallel()
			test(t, b)
		})
	}
}
