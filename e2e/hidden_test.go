package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

const list = `(document.body.innerHTML = "<ul>" + "<li style='display: none'>x</li>".repeat(20) + "</ul>", document.body.offsetHeight)`

// outcome is what the promise under way ended with, and what the list looks like then.
const outcome = `under.then(() => [...document.querySelectorAll("li")].filter((li) =>
	li.offsetHeight > 0 && getComputedStyle(li).opacity === "1" && !li.style.height && !li.style.opacity).length)`

// A tab that the browser itself has hidden: it has no frames, so that animations do not say when they are over.
func TestAnimationsOfATabInTheBackgroundSettle(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	for _, effect := range []string{"fadeIn", "slideDown"} {
		begin := `(window.under = godeferred.` + effect + `("li", 300), document.getAnimations().length)`
		t.Run(effect+" begun before", func(t *testing.T) {
			tab := started(t)
			harness.Eval[int](tab, list)
			assert.Equal(t, 20, harness.Eval[int](tab, begin))
			// Held while the other tab comes, which may take longer than they.
			harness.Eval[int](tab, `(window.held = document.getAnimations(), held.forEach((one) => one.pause()), held.length)`)
			tab.Behind()
			assert.Equal(t, "pending", harness.Eval[string](tab, `(held.forEach((one) => one.play()), under.state())`))
			assert.Equal(t, 20, harness.Eval[int](tab, outcome))
			assert.True(t, harness.Eval[bool](tab, `document.hidden`))
		})
		t.Run(effect+" begun while", func(t *testing.T) {
			tab := started(t)
			harness.Eval[int](tab, list)
			front := tab.Behind()
			harness.Eval[int](tab, begin)
			assert.Equal(t, 20, harness.Eval[int](tab, outcome))
			assert.True(t, harness.Eval[bool](tab, `document.hidden`))
			front()
			assert.Zero(t, harness.Eval[int](tab, `document.getAnimations().length`))
			assert.Equal(t, 0, harness.Eval[int](tab, `godeferred.inspect().kinds.animation ?? 0`))
		})
	}
	t.Run("an image loads", func(t *testing.T) {
		tab := started(t)
		tab.Behind()
		assert.Equal(t, 1, harness.Eval[int](tab, `godeferred.loadImage("data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==")
			.then((url, image) => image.naturalWidth)`))
		assert.True(t, harness.Eval[bool](tab, `document.hidden`))
	})
	t.Run("queued while, and shown in between", func(t *testing.T) {
		tab := started(t)
		harness.Eval[int](tab, list)
		front := tab.Behind()
		harness.Eval[bool](tab, `(godeferred.slideDown("li", 50), godeferred.fadeOut("li", 50), godeferred.delay("li", 50),
			window.first = godeferred.promise("li"), window.under = godeferred.fadeIn("li", 300), true)`)
		front()
		assert.Equal(t, 20, harness.Eval[int](tab, outcome))
	})
}

// A Go program's own animations, in such a tab.
func TestAnimationsOfAGoProgramInTheBackgroundSettle(t *testing.T) {
	t.Parallel()
	server := harness.Serve(t, harness.Program(t, "./anim/internal/plays"), answer("/empty", "text/html", 200, "<!doctype html><body>"))
	tab := harness.NewTab(t)
	tab.Open(server.URL + "/empty")
	harness.Eval[bool](tab, `import("/wasm_exec.js").then(async () => {
		const go = new Go();
		const { instance } = await WebAssembly.instantiateStreaming(fetch("/artifacts/plays.wasm"), go.importObject);
		go.run(instance);
		return true;
	})`)
	live := harness.Eval[int](tab, `plays.live()`)
	for _, effect := range []string{"fadeIn", "slideDown"} {
		t.Run(effect, func(t *testing.T) {
			harness.Eval[int](tab, list)
			// Held while the other tab comes, which may take longer than they.
			assert.Equal(t, 20, harness.Eval[int](tab, `(window.under = plays.`+effect+`(...document.querySelectorAll("li")),
				window.held = document.getAnimations(), held.forEach((one) => one.pause()), held.length)`))
			front := tab.Behind()
			harness.Eval[int](tab, `(held.forEach((one) => one.play()), 0)`)
			assert.Equal(t, 20, harness.Eval[int](tab, outcome), "begun before")
			harness.Eval[int](tab, list)
			harness.Eval[bool](tab, `(window.under = plays.`+effect+`(...document.querySelectorAll("li")), true)`)
			assert.Equal(t, 20, harness.Eval[int](tab, outcome), "begun while")
			assert.True(t, harness.Eval[bool](tab, `document.hidden`))
			front()
			assert.Zero(t, harness.Eval[int](tab, `document.getAnimations().length`))
			assert.Equal(t, live, harness.Eval[int](tab, `plays.live()`))
		})
	}
}
