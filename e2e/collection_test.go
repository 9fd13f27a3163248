package e2e_test

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

func TestTheCollectionBesideJQuery(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/collection/beside-jquery.html")
	})
}

// Fields of a form, and images, hide the members whose names they have.
func TestNamesOfFieldsHideNothingFromTheCollection(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RequireModules(t)
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/collection/odd.html")
	})
}

// What methods cost over the bare calls of the DOM is told, not judged: it depends on the machine.
func TestSpeedOfTheCollection(t *testing.T) {
	harness.RequireDist(t)
	server := harness.Serve(t)
	tab := harness.NewTab(t)
	tab.Open(server.URL + "/pages/collection/speed.html")
	tab.WaitFor("window.measure")
	for _, result := range harness.Eval[[]string](tab, "measure()") {
		t.Log(result)
	}
	assert.Empty(t, tab.Errors())
}

func TestTheCollection(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, page := range []string{"own", "effects", "before"} {
		t.Run(page, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/collection/"+page+".js", harness.AllowErrors())
			})
		})
	}
}

func TestHtmlUnderAPolicy(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for name, policies := range map[string]string{"ours": "godeferred", "another": "page"} {
		policy := harness.WithHeader("Content-Security-Policy",
			"script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types "+policies)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			harness.InAll(t, func(t *testing.T, b harness.Browser) {
				harness.RunPage(t, b, "/pages/collection/policy.js?"+name, policy, harness.AllowErrors())
			})
		})
	}
}

// Whoever takes elements away releases their handlers and data, and what those hold.
func TestRemovedElementsTakeTheirHandlersAlong(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	tab := started(t)
	harness.Eval[bool](tab, `(() => {
		const ways = [
			(p) => p.remove(),
			(p) => p.parent().empty(),
			(p) => p.parent().html("new"),
			(p) => p.parent().text("new"),
			(p) => p.replaceWith("new"),
			(p) => p.off().removeData().detach(),
			(p) => p[0].remove(),
		];
		window.gone = Array.from({ length: 70 }, (_, i) => {
			const p = godeferred("<div><p><b>x</b></p></div>").appendTo("body").find("p");
			const element = p[0];
			const handler = () => element;
			const held = { element };
			p.on("click.a own", handler).on("click", "b", handler).one("focus", handler).data("held", held);
			p.find("b").on("click", handler).data("more", held).trigger("click");
			p.trigger("focus").slideUp(0);
			ways[i % ways.length](p);
			return [new WeakRef(element), new WeakRef(handler), new WeakRef(held)];
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
		require.Less(t, time.Since(start), harness.Deadline, "%d of %d are left", left, 210)
	}
}
