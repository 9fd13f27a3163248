package harness

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// A WebKitWindow is a window of WebKit, as [Tab] is a tab of Chromium, with what WebDriver can do. It has no console:
// an uncaught exception outside the page's own tests does not fail the test.
type WebKitWindow struct {
	t      testing.TB
	handle string
	evals  int
}

// NewWebKitWindow opens an empty window, which is closed when the test ends.
func NewWebKitWindow(t testing.TB) *WebKitWindow {
	t.Helper()
	startWebKit(t)
	w := &WebKitWindow{t: t}
	ctx, cancel := within(context.Background())
	defer cancel()
	webkit.mu.Lock()
	defer webkit.mu.Unlock()
	var made struct{ Handle string }
	// From the first window, which stays open: the current one may be closed.
	err := webkit.driver.call(ctx, http.MethodPost, "/window", fields{"handle": webkit.first}, nil)
	if err == nil {
		err = webkit.driver.call(ctx, http.MethodPost, "/window/new", fields{"type": "window"}, &made)
	}
	require.NoErrorf(t, err, "open a window of WebKit\n%s", webkit.output.String())
	w.handle = made.Handle
	t.Cleanup(func() {
		if t.Failed() {
			return // its page may be frozen: closing it would hold up the tests in other windows, which would fail as well
		}
		_ = w.do(func(ctx context.Context, d *webDriver) error {
			_ = d.call(ctx, http.MethodDelete, "/cookie", nil, nil)
			return d.call(ctx, http.MethodDelete, "/window", nil, nil)
		})
	})
	return w
}

// do makes this window the current one and gives commands to it.
func (w *WebKitWindow) do(commands func(ctx context.Context, d *webDriver) error) error {
	ctx, cancel := within(context.Background())
	defer cancel()
	webkit.mu.Lock()
	defer webkit.mu.Unlock()
	if err := webkit.driver.call(ctx, http.MethodPost, "/window", fields{"handle": w.handle}, nil); err != nil {
		return err
	}
	return commands(ctx, &webkit.driver)
}

// must gives commands of WebDriver to this window; the test fails, naming what was tried, when one of them does.
func (w *WebKitWindow) must(what string, commands func(ctx context.Context, d *webDriver) error) {
	w.t.Helper()
	require.NoErrorf(w.t, w.do(commands), "%s\nWebKit said:\n%s", what, webkit.output.String())
}

// Goto goes to a URL and does not wait for the load event.
func (w *WebKitWindow) Goto(url string) {
	w.t.Helper()
	w.must("go to "+url, func(ctx context.Context, d *webDriver) error {
		return d.call(ctx, http.MethodPost, "/url", fields{"url": url}, nil)
	})
}

// Open goes to a URL and waits for its load event.
func (w *WebKitWindow) Open(url string) {
	w.t.Helper()
	w.must("leave the page", func(ctx context.Context, d *webDriver) error {
		return d.script(ctx, "window.leavingForTest = true", nil)
	})
	w.Goto(url)
	w.WaitFor(`!window.leavingForTest && document.readyState === "complete"`)
}

// Click clicks the middle of the first element that the CSS selector finds: the event is trusted.
func (w *WebKitWindow) Click(selector string) {
	w.t.Helper()
	w.must("click "+selector, func(ctx context.Context, d *webDriver) error {
		var point struct{ X, Y float64 }
		err := d.script(ctx, `
			const element = document.querySelector(arguments[0]);
			if (!element) throw new Error("no element is " + arguments[0]);
			element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
			const box = element.getBoundingClientRect();
			return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`, &point, selector)
		if err != nil {
			return err
		}
		return d.click(ctx, point.X, point.Y)
	})
}

func (w *WebKitWindow) clickAt(x, y float64) error {
	return w.do(func(ctx context.Context, d *webDriver) error { return d.click(ctx, x, y) })
}

// WaitFor waits until the JavaScript expression is true, also in a page that comes meanwhile.
func (w *WebKitWindow) WaitFor(expression string) {
	w.t.Helper()
	err := w.poll("return !!("+expression+")", func(answer json.RawMessage, err error) (bool, error) {
		if errors.Is(err, errPageLeft) {
			return false, nil // the next page is asked
		}
		return string(answer) == "true", err
	})
	require.NoErrorf(w.t, err, "wait for %s\nWebKit said:\n%s", expression, webkit.output.String())
}

// evaluate starts the expression and then asks for its end. WebDriver's own asynchronous scripts would keep the session,
// and with it the other windows and a click that the expression may wait for.
func (w *WebKitWindow) evaluate(expression string) (value json.RawMessage, err error) {
	w.evals++
	start := `
		const key = Symbol.for("evaluated by a test"), n = arguments[0];
		const kept = (window[key] ??= {});
		kept[n] = {};
		const show = (error) => error + "\n" + (error?.stack ?? "");
		(async () => (` + expression + `
		))().then(
			(value) => { kept[n] = { ended: true, value: JSON.stringify(value) }; },
			(error) => { kept[n] = { ended: true, error: show(error) }; });`
	err = w.do(func(ctx context.Context, d *webDriver) error { return d.script(ctx, start, nil, w.evals) })
	if err != nil {
		return nil, err
	}
	type outcome struct {
		Ended        bool
		Value, Error *string
	}
	ask := `return window[Symbol.for("evaluated by a test")]?.[arguments[0]] ?? null`
	err = w.poll(ask, func(answer json.RawMessage, err error) (bool, error) {
		if err != nil {
			return false, err
		}
		var o *outcome
		if err := json.Unmarshal(answer, &o); err != nil {
			return false, err
		}
		switch {
		case o == nil:
			return false, errors.New("the page was left before the expression had a value")
		case o.Error != nil:
			return false, errors.New(*o.Error)
		case o.Value != nil:
			value = json.RawMessage(*o.Value)
		}
		return o.Ended, nil
	}, w.evals)
	return value, err
}

func evalInWebKit[T any](w *WebKitWindow, expression string) (value T) {
	w.t.Helper()
	said := "evaluate " + expression + "\nWebKit said:\n"
	text, err := w.evaluate(expression)
	require.NoError(w.t, err, said+webkit.output.String())
	if text == nil || string(text) == "null" {
		switch reflect.TypeFor[T]().Kind() {
		case reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
			return value
		}
		require.Failf(w.t, "no value", "%s it is undefined or null", said)
	}
	require.NoError(w.t, json.Unmarshal(text, &value), said)
	return value
}

// poll runs a script about once a frame until done, which gets each answer or failure, says so or fails.
func (w *WebKitWindow) poll(script string, done func(answer json.RawMessage, err error) (bool, error), args ...any) error {
	for start := time.Now(); ; {
		var answer json.RawMessage
		err := w.do(func(ctx context.Context, d *webDriver) error { return d.script(ctx, script, &answer, args...) })
		if ended, err := done(answer, err); ended || err != nil {
			return err
		}
		if time.Since(start) > Deadline {
			return fmt.Errorf("not within %v", Deadline.Round(time.Second))
		}
		time.Sleep(16 * time.Millisecond)
	}
}

// crashed gets an error when WebKit has ended or has no longer this window, until the test ends. WebDriver tells of no
// such thing by itself: it is asked each second.
func (w *WebKitWindow) crashed() <-chan error {
	crash := make(chan error, 1)
	ctx, cancel := context.WithCancel(context.Background())
	w.t.Cleanup(cancel)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-webkit.ended:
				crash <- errors.New("WebKit's driver or Xvfb has ended")
				return
			case <-time.After(time.Second):
			}
			var handles []string
			err := w.do(func(ctx context.Context, d *webDriver) error {
				return d.call(ctx, http.MethodGet, "/window/handles", nil, &handles)
			})
			if err == nil && !slices.Contains(handles, w.handle) {
				err = errors.New("the window is gone")
			}
			if err != nil {
				crash <- err
				return
			}
		}
	}()
	return crash
}

// visitInWebKit opens a page in a window of its own, which is closed when the test ends.
func visitInWebKit(t *testing.T, server *Server, address string, reported func(<-chan error, string, func() string)) {
	t.Helper()
	w := NewWebKitWindow(t)
	server.clickWith(w.clickAt)
	w.Goto(address)
	reported(w.crashed(), "WebKit", webkit.output.String)
}
