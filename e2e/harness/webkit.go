package harness

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// webkit is WebKitGTK: its driver, the MiniBrowser that the driver starts, and the X server that both draw on. They are
// started once per test binary, because the driver has one session at a time; each test has a window of its own in it.
// Unlike Chromium's tabs, these windows share cookies, which are deleted when a window is closed: a test that sets any
// must not be parallel.
var webkit struct {
	sync.Once
	err    error
	driver webDriver
	first  string // the window that the session begins with
	// The session has one current window: locked from choosing it until the command for it has been answered.
	mu     sync.Mutex
	ended  chan struct{} // closed when the driver or the X server has ended
	output lockedBuffer
	stop   []func()
}

// startWebKit starts it at the first call.
func startWebKit(t testing.TB) {
	t.Helper()
	program := WebKit.path(t)
	webkit.Do(func() {
		ctx, cancel := within(context.Background())
		defer cancel()
		webkit.ended = make(chan struct{})
		webkit.err = launchWebKit(ctx, program)
	})
	if webkit.err != nil {
		t.Fatalf("WebKit did not start: %v\n%s", webkit.err, webkit.output.String())
	}
}

// endWebKit ends what startWebKit has started, the last thing first.
func endWebKit() {
	for i := len(webkit.stop) - 1; i >= 0; i-- {
		webkit.stop[i]()
	}
}

func launchWebKit(ctx context.Context, program string) error {
	browser, err := MiniBrowser()
	if err != nil {
		return err
	}
	home, err := os.MkdirTemp("", "godeferred-webkit-")
	if err != nil {
		return err
	}
	removeWhenDone(home)
	display, err := StartXvfb(ctx, startForWebKit)
	if err != nil {
		return err
	}
	address, err := freeAddress()
	if err != nil {
		return err
	}
	_, port, _ := net.SplitHostPort(address)
	driver := exec.Command(program, "--host=127.0.0.1", "--port="+port)
	driver.Env = append(os.Environ(), WebKitEnvironment(display, home)...)
	if err := startForWebKit(driver); err != nil {
		return err
	}
	webkit.driver.url = "http://" + address
	if err := untilWebKitAnswers(ctx); err != nil {
		return err
	}
	err = webkit.driver.newSession(ctx, fields{
		// A navigation is not waited for: pages report by themselves, and some wait for what never comes.
		"pageLoadStrategy": "none",
		"webkitgtk:browserOptions": fields{
			"binary": browser,
			"args":   []string{"--automation"},
		},
	})
	if err != nil {
		return err
	}
	webkit.stop = append(webkit.stop, func() {
		ending, done := context.WithTimeout(context.Background(), Deadline)
		defer done()
		_ = webkit.driver.call(ending, http.MethodDelete, "", nil, nil) // closes the browser; what stays is killed
	})
	return webkit.driver.call(ctx, http.MethodGet, "/window", nil, &webkit.first)
}

// WebKitEnvironment is what WebKit's programs are started with besides the caller's variables: no GPU, no session bus (one
// that is started for it would outlive it), no files in the user's folders.
func WebKitEnvironment(display, home string) []string {
	return []string{
		"DISPLAY=" + display, "WAYLAND_DISPLAY=", "GDK_BACKEND=x11",
		"WEBKIT_DISABLE_COMPOSITING_MODE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"DBUS_SESSION_BUS_ADDRESS=disabled:", "NO_AT_BRIDGE=1", "GTK_A11Y=none", "GSETTINGS_BACKEND=memory", "GIO_USE_VFS=local",
		"XDG_CACHE_HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_RUNTIME_DIR=" + home,
		"no_proxy=127.0.0.1,localhost", "NO_PROXY=127.0.0.1,localhost",
	}
}

// MiniBrowser finds the browser that comes with the driver. It is not on the PATH, and its folder has the version of
// the library in it.
func MiniBrowser() (string, error) {
	if path := os.Getenv("MINIBROWSER"); path != "" {
		return path, nil
	}
	// tools/suite looks in the same places.
	for _, pattern := range []string{"/usr/lib/*/webkit2gtk-*/MiniBrowser", "/usr/lib/*/webkitgtk-*/MiniBrowser", "/usr/libexec/webkit*gtk-*/MiniBrowser"} {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return found[len(found)-1], nil
		}
	}
	return "", errors.New("WebKit's MiniBrowser is not installed: it comes with webkit2gtk-driver; or name it in MINIBROWSER")
}

// StartXvfb starts an X server without a screen, which chooses a free display and tells which. Killing it ends every
// program that draws on it: this is how the browser, a grandchild, ends when the test binary is killed. start starts its
// program, which the caller ends; ctx needs a deadline.
func StartXvfb(ctx context.Context, start func(*exec.Cmd) error) (display string, err error) {
	program, err := xvfb()
	if err != nil {
		return "", err
	}
	number, tell, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer func() { _ = number.Close() }()
	server := exec.Command(program, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{tell}
	err = start(server)
	_ = tell.Close() // so that a server that ends ends the reading, too
	if err != nil {
		return "", err
	}
	deadline, _ := ctx.Deadline()
	_ = number.SetReadDeadline(deadline)
	line, err := bufio.NewReader(number).ReadString('\n') // written in two pieces: closing after the first ends it
	if err != nil {
		return "", fmt.Errorf("the X server, Xvfb, names no display: %w", err)
	}
	return ":" + strings.TrimSpace(line), nil
}

func xvfb() (string, error) {
	if path := os.Getenv("XVFB"); path != "" {
		return path, nil
	}
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		return "", errors.New("the X server that WebKit draws on, Xvfb, is not installed: install it, or name its program in XVFB")
	}
	return path, nil
}

// startForWebKit starts one of the two programs. WebKit is gone when either of them is.
func startForWebKit(cmd *exec.Cmd) error {
	cmd.Stdout, cmd.Stderr = &webkit.output, &webkit.output
	cmd.WaitDelay = time.Second // the browser holds the driver's output open
	ended, err := startTied(cmd)
	if err != nil {
		return err
	}
	gone := make(chan error)
	go func() {
		defer close(gone)
		<-ended
		webkit.mu.Lock()
		defer webkit.mu.Unlock()
		select {
		case <-webkit.ended:
		default:
			close(webkit.ended)
		}
	}()
	webkit.stop = append(webkit.stop, func() { endTied(cmd, gone) })
	return nil
}

func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

func untilWebKitAnswers(ctx context.Context) error {
	for {
		err := webkit.driver.call(ctx, http.MethodGet, "/status", nil, nil)
		if err == nil {
			return nil
		}
		select {
		case <-webkit.ended:
			return errors.New("its driver or Xvfb has ended")
		case <-ctx.Done():
			return err
		case <-time.After(10 * time.Millisecond):
		}
	}
}
