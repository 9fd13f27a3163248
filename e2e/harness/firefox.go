package harness

import (
	"bytes"
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The preferences of a profile that is used once: nothing is asked, nothing is fetched but the page.
//
//go:embed user.js
var firefoxPreferences []byte

// FirefoxPreferences is the user.js of such a profile, for those who start Firefox themselves.
func FirefoxPreferences() []byte { return bytes.Clone(firefoxPreferences) }

// reportOfFirefox starts Firefox on a page, in a profile of its own, and ends it once the page has reported.
func reportOfFirefox(t *testing.T, server *Server, address string) Report {
	t.Helper()
	profile := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), firefoxPreferences, 0o600))

	var output lockedBuffer
	firefox := exec.Command(Firefox.path(t), "--headless", "--no-remote", "--profile", profile, address)
	firefox.Stdout, firefox.Stderr = &output, &output
	firefox.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1", "MOZ_HEADLESS_WIDTH=1280", "MOZ_HEADLESS_HEIGHT=900")
	// Its pages run in processes of their own, which do not end with the first: the whole group is ended.
	firefox.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	require.NoError(t, firefox.Start(), "start Firefox")

	exited := make(chan error, 1)
	go func() { exited <- firefox.Wait() }()
	running := true
	defer func() {
		_ = syscall.Kill(-firefox.Process.Pid, syscall.SIGKILL)
		if running {
			<-exited
		}
	}()

	select {
	case report := <-server.reports:
		return report
	case err := <-exited:
		running = false
		t.Fatalf("Firefox ended before the page reported: %v\n%s", err, output.String())
	case <-time.After(Deadline):
		t.Fatalf("%s did not report within %v; Firefox said:\n%s", address, Deadline, output.String())
	}
	return Report{}
}
