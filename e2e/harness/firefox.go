package harness

import (
	"bytes"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// The preferences of a profile: nothing is asked, nothing is fetched but the page.
//
//go:embed user.js
var firefoxPreferences []byte

// FirefoxPreferences is the user.js of such a profile, for those who start Firefox themselves.
func FirefoxPreferences() []byte { return bytes.Clone(firefoxPreferences) }

// A firefox is a running Firefox, which shows one page at a time: what else it did would slow that down. A start takes
// several seconds of a processor, so it is kept for the next test, which gets an empty tab and no cookies.
type firefox struct {
	process *exec.Cmd
	exited  <-chan error
	output  lockedBuffer
	driver  marionette
	tab     string // the one that is open
	visits  int
}

// What Firefox keeps of closed tabs makes it slower. After so many it is replaced.
const visitsOfFirefox = 40

// firefoxes are those that wait for a test, and the others.
var firefoxes struct {
	mu   sync.Mutex
	idle []*firefox
	busy map[*firefox]bool
}

// visitInFirefox opens a page in a Firefox, and closes it once all pages have reported.
func visitInFirefox(t *testing.T, server *Server, address string, reported func(<-chan error, string, func() string)) {
	t.Helper()
	f := freeFirefox(t)
	before := len(f.output.String())
	says := func() string { return strings.TrimSpace(f.output.String()[before:]) }
	ended := false
	defer func() {
		if server.clicks {
			server.clickWith(nil)
		}
		f.release(ended && !t.Failed())
	}()
	if server.clicks {
		server.clickWith(f.driver.clickAt)
	}
	require.NoError(t, f.open(address), "open a tab of Firefox")
	reported(f.exited, "Firefox", says)
	ended = true
}

// freeFirefox takes one that waits, or starts one.
func freeFirefox(t *testing.T) *firefox {
	t.Helper()
	firefoxes.mu.Lock()
	if last := len(firefoxes.idle) - 1; last >= 0 {
		f := firefoxes.idle[last]
		firefoxes.idle = firefoxes.idle[:last]
		firefoxes.busy[f] = true
		firefoxes.mu.Unlock()
		return f
	}
	firefoxes.mu.Unlock()

	profile, err := os.MkdirTemp("", "godeferred-firefox-")
	require.NoError(t, err)
	removeWhenDone(profile)
	preferences := append(FirefoxPreferences(), `
user_pref("marionette.port", 0); // a free one
user_pref("remote.prefs.recommended", false); // those above are enough
`...)
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), preferences, 0o600))
	f := &firefox{driver: marionette{profile: profile}}
	f.process = exec.Command(Firefox.path(t), "--headless", "--no-remote", "--profile", profile,
		"--marionette", "--remote-allow-system-access")
	f.process.Stdout, f.process.Stderr = &f.output, &f.output
	f.process.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1", "MOZ_HEADLESS_WIDTH=1280", "MOZ_HEADLESS_HEIGHT=900")
	// Its pages run in processes of their own, which do not end with the first: the whole group is ended.
	f.exited, err = startTied(f.process)
	require.NoError(t, err, "start Firefox")
	firefoxes.mu.Lock()
	if firefoxes.busy == nil {
		firefoxes.busy = map[*firefox]bool{}
	}
	firefoxes.busy[f] = true
	firefoxes.mu.Unlock()
	if f.tab, err = f.driver.connect(f.exited); err != nil {
		f.release(false)
		t.Fatalf("Firefox did not start: %v\n%s", err, f.output.String())
	}
	return f
}

// open shows the page in a new tab, and closes the one of the last test, with all that it has left.
func (f *firefox) open(address string) error {
	f.visits++
	if f.visits > 1 {
		tab, err := f.driver.replaceTab(f.tab)
		if err != nil {
			return err
		}
		f.tab = tab
	}
	return f.driver.navigate(address)
}

// release gives f to the next test, or ends it.
func (f *firefox) release(healthy bool) {
	firefoxes.mu.Lock()
	delete(firefoxes.busy, f)
	kept := healthy && f.visits < visitsOfFirefox
	if kept {
		firefoxes.idle = append(firefoxes.idle, f)
	}
	firefoxes.mu.Unlock()
	if !kept {
		f.end()
	}
}

func (f *firefox) end() {
	f.driver.close()
	endTied(f.process, f.exited)
	_ = os.RemoveAll(f.driver.profile)
}

func endFirefoxes() {
	firefoxes.mu.Lock()
	defer firefoxes.mu.Unlock()
	for _, f := range firefoxes.idle {
		f.end()
	}
	for f := range firefoxes.busy { // of a test that did not come to its end
		f.end()
	}
}
