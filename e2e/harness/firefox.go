package harness

import (
	"bytes"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// The preferences of a profile that is used once: nothing is asked, nothing is fetched but the page.
//
//go:embed user.js
var firefoxPreferences []byte

// FirefoxPreferences is the user.js of such a profile, for those who start Firefox themselves.
func FirefoxPreferences() []byte { return bytes.Clone(firefoxPreferences) }

// visitInFirefox starts Firefox on a page, in a profile of its own, and ends it once all pages have reported.
func visitInFirefox(t *testing.T, server *Server, address string, reported func(<-chan error, string, func() string)) {
	t.Helper()
	profile := t.TempDir()
	preferences := firefoxPreferences
	arguments := []string{"--headless", "--no-remote", "--profile", profile, address}
	if server.clicks {
		preferences = append(FirefoxPreferences(), "user_pref(\"marionette.port\", 0);\n"...) // A free one.
		arguments = append(arguments, "--marionette")
		driver := &marionette{profile: profile}
		defer driver.close()
		server.clickWith(driver.clickAt)
	}
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), preferences, 0o600))

	var output lockedBuffer
	firefox := exec.Command(Firefox.path(t), arguments...)
	firefox.Stdout, firefox.Stderr = &output, &output
	firefox.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1", "MOZ_HEADLESS_WIDTH=1280", "MOZ_HEADLESS_HEIGHT=900")
	// Its pages run in processes of their own, which do not end with the first: the whole group is ended.
	firefox.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, firefox.Start(), "start Firefox")

	exited := make(chan error, 1)
	go func() {
		exited <- firefox.Wait()
		close(exited)
	}()
	defer func() {
		_ = syscall.Kill(-firefox.Process.Pid, syscall.SIGKILL)
		for range exited { // Until it is closed.
		}
	}()
	reported(exited, "Firefox", output.String)
}
