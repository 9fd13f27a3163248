package e2e_test

import (
	"io"
	"net/http"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestAnimationsSettleAndTell(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) { harness.RunPage(t, b, "/pages/anim/animations.html") })
}

// metric is a figure of the page's, as the browser counts it.
func metric(tab *harness.Tab, name string) float64 {
	for _, metric := range call(tab, "read the metrics", performance.GetMetrics, cdp.Empty{}).Metrics {
		if metric.Name == name {
			return metric.Value
		}
	}
	return -1
}

// The animations are paused in the same turn, so that of the layouts only one is a frame's.
func TestSlidesForceAtMostTwoLayouts(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for name, script := range map[string]string{
		"slideDown": `godeferred.slideDown("p.gone", 1e6)`,
		"slideUp":   `godeferred.slideUp("p:not(.gone)", 1e6)`,
		"toggle":    `godeferred.toggle("p", 1e6)`,
	} {
		t.Run(name, func(t *testing.T) {
			tab := started(t)
			call(tab, "count layouts", performance.Enable, performance.EnableParams{})
			harness.Eval[int](tab, `(document.body.innerHTML = "<style>.gone { display: none }</style>" +
				"<p>y</p>".repeat(200) + "<p class=gone>x</p>".repeat(200), document.body.offsetHeight)`)
			before := metric(tab, "LayoutCount")
			harness.Eval[int](tab, `(`+script+`, document.getAnimations().map((animation) => animation.pause()).length)`)
			assert.LessOrEqual(t, metric(tab, "LayoutCount")-before, 3.0)
		})
	}
}

// What fading 500 elements for a second costs the page's main thread in script, beside jQuery in the same page.
func TestFadingManyElementsCostsLittleScript(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	call(tab, "count", performance.Enable, performance.EnableParams{})
	harness.Eval[bool](tab, `new Promise((resolve) => {
		const script = document.createElement("script");
		script.src = "/modules/jquery/dist/jquery.js";
		script.onload = () => resolve(true);
		document.head.append(script);
	})`)
	// How often a style attribute is written.
	harness.Eval[bool](tab, `(() => {
		new MutationObserver((list) => (window.writes += list.length)).observe(document, {
			attributeFilter: ["style"], attributes: true, subtree: true });
		return true;
	})()`)
	cost := func(fade string) float64 {
		harness.Eval[int](tab, `(window.writes = 0,
			document.body.innerHTML = "<i style='display: none'>x</i>".repeat(500), document.body.offsetHeight)`)
		before := metric(tab, "ScriptDuration")
		harness.Eval[bool](tab, `new Promise((resolve) => `+fade+`.done(() => resolve(true)))`)
		return 1000 * (metric(tab, "ScriptDuration") - before)
	}
	var jQuery, godeferred float64
	for range 3 { // the first of each compiles, and does not count
		jQuery = cost(`jQuery("i").fadeIn(1000).promise()`)
		godeferred = cost(`godeferred.fadeIn("i", 1000)`)
	}
	t.Logf("script for fading 500 elements: jQuery %.0f ms, godeferred %.1f ms, 1 : %.1f", jQuery, godeferred, jQuery/godeferred)
	// The times are told, not judged: they depend on the machine. Why they are small is judged: each element's
	// style is written a few times in all, where jQuery writes it in each frame.
	assert.LessOrEqual(t, harness.Eval[int](tab, `window.writes`), 4*500)
}

// A page that goes into the back/forward cache in the middle of its animations, and comes back.
func TestAPageFromTheBackForwardCacheSettles(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	plain := func(body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { // without no-store, which keeps pages out of the cache
			w.Header().Set("Content-Type", "text/html")
			_, _ = io.WriteString(w, "<!doctype html><title>Page</title><body>"+body)
		}
	}
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/leaves.html",
			harness.With("/leaves.html", plain(`<script type="module" src="/pages/anim/back-forward.js"></script>`)),
			harness.With("/away.html", plain(`<script>addEventListener("load", () => setTimeout(() => history.back()))</script>`)))
	})
}
