package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A browser is started on one page, with a profile of its own. No debugger is attached, which the tests' Chromium has:
// it keeps the stacks of asynchronous calls, and would be measured too.
type browser struct {
	cmd     *exec.Cmd
	output  bytes.Buffer // to be read once exited is closed
	exited  chan struct{}
	profile string
	screen  *exec.Cmd // the X server that WebKit draws on; nil for the others, which need none
}

func start(kind harness.Browser, url string) (*browser, error) {
	program, err := kind.Program()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "godeferred-bench-")
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", kind, err)
	}
	b := &browser{exited: make(chan struct{}), profile: profile}
	if err := b.prepare(kind, program, url); err != nil {
		b.clear()
		return nil, fmt.Errorf("start %s: %w", kind, err)
	}
	b.cmd.Stdout, b.cmd.Stderr = &b.output, &b.output
	b.cmd.WaitDelay = time.Second // a process that is left holds the output open
	// Its pages run in processes of their own, which do not end with the first: the whole group is ended.
	b.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := b.cmd.Start(); err != nil {
		b.clear()
		return nil, fmt.Errorf("start %s: %w", kind, err)
	}
	go func() {
		_ = b.cmd.Wait()
		close(b.exited)
	}()
	return b, nil
}

// prepare makes the command.
func (b *browser) prepare(kind harness.Browser, program, url string) (err error) {
	switch kind {
	case harness.WebKit:
		b.cmd, err = b.webkit(url)
		return err
	case harness.Firefox:
		b.cmd = exec.Command(program, "--headless", "--no-remote", "--profile", b.profile, url)
		b.cmd.Env = append(os.Environ(), "MOZ_CRASHREPORTER_DISABLE=1")
		return writePreferences(b.profile)
	}
	b.cmd = exec.Command(program, append(chromiumArgs(b.profile), url)...)
	return nil
}

// end ends the browser and removes its profile.
func (b *browser) end() {
	_ = syscall.Kill(-b.cmd.Process.Pid, syscall.SIGKILL)
	<-b.exited
	b.clear()
}

// clear ends the X server, if there is one, and removes the profile.
func (b *browser) clear() {
	if b.screen != nil {
		_ = b.screen.Process.Kill()
		_ = b.screen.Wait()
	}
	_ = os.RemoveAll(b.profile)
}

// v8Flags make gc() callable, and keep V8 from guessing which objects will live long. In a loop that creates nothing but
// deferreds it guesses that jQuery's will, now and then and for seconds, in which jQuery takes two to five times as long
// and is not worth comparing with. No other library is affected. So this is jQuery at its best.
var v8Flags = []string{"--expose-gc", "--no-allocation-site-pretenuring"}

func chromiumArgs(profile string) []string {
	args := []string{
		"--headless=new", "--user-data-dir=" + profile, "--js-flags=" + strings.Join(v8Flags, " "),
		"--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
		// Timers of a page that is not seen are slowed down, and jQuery's `then` waits for timers.
		"--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
	}
	// Chromium's sandbox refuses to work for root, as which continuous integration often runs.
	if os.Getuid() == 0 {
		args = append(args, "--no-sandbox")
	}
	return args
}

// writePreferences has a cache on disk, unlike the tests' Firefox: compiled wasm is kept there.
func writePreferences(profile string) error {
	preferences := append(harness.FirefoxPreferences(), "\nuser_pref(\"browser.cache.disk.enable\", true);\n"...)
	return os.WriteFile(filepath.Join(profile, "user.js"), preferences, 0o600)
}

// said is what the browser printed, which tells why it ended. Only for one that has exited.
func (b *browser) said() string { return strings.TrimSpace(b.output.String()) }
