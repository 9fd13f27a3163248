package harness

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

var chromium struct {
	sync.Once
	ctx    context.Context
	cancel context.CancelFunc
	err    error
	output lockedBuffer
	dir    string
}

// Main runs the tests of a package and then ends the browsers that they started. Call it from TestMain:
//
//	func TestMain(m *testing.M) { os.Exit(harness.Main(m)) }
func Main(m *testing.M) int {
	code := m.Run()
	if chromium.cancel != nil {
		ending, done := context.WithTimeout(chromium.ctx, Deadline)
		_ = chromedp.Cancel(ending) // asks the browser to close, and waits, so that it has left its folder
		done()
		chromium.cancel()
	}
	endFirefoxes()
	endWebKit()
	for _, dir := range removeAtEnd.dirs {
		_ = os.RemoveAll(dir)
	}
	return code
}

var removeAtEnd struct {
	sync.Mutex
	dirs []string
}

// removeWhenDone is for folders that outlive the test that made them.
func removeWhenDone(dir string) {
	removeAtEnd.Lock()
	defer removeAtEnd.Unlock()
	removeAtEnd.dirs = append(removeAtEnd.dirs, dir)
}

// startChromium starts the browser at the first call, and answers its context.
func startChromium(t testing.TB) context.Context {
	t.Helper()
	path := Chromium.path(t)
	chromium.Do(func() {
		if chromium.dir, chromium.err = os.MkdirTemp("", "godeferred-chromium-"); chromium.err != nil {
			return
		}
		removeWhenDone(chromium.dir)
		// On a busy machine it sometimes crashes while it starts. No test has begun then.
		for range 3 {
			allocator, stop := chromedp.NewExecAllocator(context.Background(), chromiumOptions(path, chromium.dir)...)
			ctx, cancel := chromedp.NewContext(allocator)
			chromium.ctx, chromium.cancel = ctx, func() { cancel(); stop() }
			if chromium.err = chromedp.Do(ctx); chromium.err == nil {
				return
			}
			chromium.cancel()
		}
	})
	if chromium.err != nil {
		t.Fatalf("Chromium did not start: %v\n%s", chromium.err, chromium.output.String())
	}
	return chromium.ctx
}

func chromiumOptions(path, profile string) []chromedp.ExecAllocatorOption {
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.CombinedOutput(&chromium.output),
		chromedp.WSURLReadTimeout(Deadline),
		chromedp.Flag("headless", "new"),
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
	)
	// Chromium's sandbox refuses to work for root, as which continuous integration often runs.
	if os.Getuid() == 0 {
		opts = append(opts, chromedp.NoSandbox)
	}
	return opts
}

// within bounds a step of a test by [Deadline]; the tab lives on.
func within(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, Deadline, fmt.Errorf("not within %v", Deadline.Round(time.Second)))
}

// A lockedBuffer collects what a browser prints, which tells why it did not start.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return strings.TrimSpace(b.buf.String())
}
