package e2e_test

import (
	"context"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestElements(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	pages := []string{"/pages/anim/effects.html", "/pages/dom/events.html"}
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPages(t, b, pages) })
}

// Scripts of calls, played by jQuery and by godeferred on twin elements under a clock of the test's.
func TestTwins(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/anim/twins/scripts.html") })
}

// Not in WebKit: the computed style of an element that is not displayed has no animated values there (programs 238, 312).
func TestTwinsByChance(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InEach(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/anim/twins/random.html") })
}

// The browser writes failed requests to its console, as errors.
func TestGet(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/ajax/get.js", requestAnswers()...)
	})
}

// answers is what ajax/get.js asks for.
func answers() []harness.Option {
	begun := make(chan struct{})
	var beginOnce sync.Once
	return []harness.Option{
		answer("/text", "text/plain; charset=utf-8", 200, "hällo"),
		answer("/json", "application/json", 200, `{"a":[1,null]}`),
		answer("/null", "application/problem+json; charset=utf-8", 200, `null`),
		answer("/badjson", "application/json", 200, `{"a":`),
		answer("/emptyjson", "application/json", 200, ""),
		answer("/script", "text/javascript", 200, "window.ran = true"),
		answer("/missing", "application/json", 404, `{"why":"missing"}`),
		answer("/failed-badjson", "application/json", 500, `{`),
		harness.With("/nothing", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
		harness.With("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) }),
		harness.With("/cut", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }),
		harness.With("/cut-body", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			begin(w)
			panic(http.ErrAbortHandler)
		}),
		harness.With("/slow-body", func(w http.ResponseWriter, r *http.Request) {
			begin(w)
			beginOnce.Do(func() { close(begun) })
			<-r.Context().Done()
		}),
		harness.With("/begun", func(w http.ResponseWriter, r *http.Request) {
			select {
			case <-begun:
			case <-r.Context().Done():
			}
		}),
	}
}

func answer(path, contentType string, status int, body string) harness.Option {
	return harness.With(path, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header()["X-Kind"] = []string{"a", "b"}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	})
}

// begin sends the head of an answer and the beginning of its body.
func begin(w http.ResponseWriter) {
	_, _ = io.WriteString(w, "begun")
	w.(http.Flusher).Flush()
}

// started is a tab with an empty page in which the runtime is up, as godeferred.
func started(t *testing.T) *harness.Tab {
	t.Helper()
	server := harness.Serve(t, harness.With("/empty", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<!doctype html><title>Empty</title><body>")
	}))
	tab := harness.NewTab(t)
	tab.Open(server.URL + "/empty")
	harness.Eval[bool](tab, `import("/pages/lib/started.js").then((start) => { Object.assign(window, start); return true })`)
	return tab
}

// call sends a command of the DevTools protocol.
func call[P, R any](tab *harness.Tab, what string, command cdp.Command[P, R], params P) (result R) {
	tab.Do(what, chromedp.Func(func(ctx context.Context, target *chromedp.Target) (err error) {
		result, err = cdp.Call(ctx, target, command, params)
		return err
	}))
	return result
}

// layouts is how often the page's layout has been worked out.
func layouts(tab *harness.Tab) float64 {
	for _, metric := range call(tab, "read the metrics", performance.GetMetrics, cdp.Empty{}).Metrics {
		if metric.Name == "LayoutCount" {
			return metric.Value
		}
	}
	return -1
}

func TestManyElementsAreMeasuredTogether(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	call(tab, "count layouts", performance.Enable, performance.EnableParams{})
	harness.Eval[int](tab, `document.body.innerHTML = "<p style='display: none'>x".repeat(200), document.body.offsetHeight`)
	before := layouts(tab)
	running := harness.Eval[int](tab, `(godeferred.slideDown("p", 1e6), document.getAnimations().length)`)
	assert.Equal(t, 200, running)
	assert.Less(t, layouts(tab)-before, 10.0, "one of our making, and one for every frame meanwhile")
}

func TestReducedMotionJumpsToTheEnd(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	call(tab, "ask for less motion", emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	assert.Equal(t, "resolved block resolved inline 0", harness.Eval[string](tab, `(() => {
		document.body.innerHTML = "<p style='display: none'>x</p><b hidden>y</b>";
		const [p, b] = document.body.children;
		return [
			godeferred.slideDown(p, 1e6).state(), getComputedStyle(p).display,
			godeferred.fadeIn(b, 1e6).state(), getComputedStyle(b).display,
			document.getAnimations().length,
		].join(" ");
	})()`))
}

// A first click that never comes keeps neither its element nor its callbacks.
func TestAnElementThatGoesTakesItsFirstClickAlong(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	harness.Eval[bool](tab, `(() => {
		window.gone = Array.from({ length: 100 }, () => {
			const element = document.body.appendChild(document.createElement("button"));
			const callback = () => element;
			godeferred.firstClick(element, callback);
			element.remove();
			return [new WeakRef(element), new WeakRef(callback)];
		}).flat();
		return true;
	})()`)
	for start := time.Now(); ; {
		call(tab, "collect garbage", heapprofiler.CollectGarbage, cdp.Empty{})
		left := harness.Eval[int](tab, `new Promise((resolve) => requestAnimationFrame(() =>
			resolve(gone.filter((ref) => ref.deref()).length)))`)
		if left == 0 {
			return
		}
		require.Less(t, time.Since(start), harness.Deadline, "%d of %d are left", left, 200)
	}
}
