package anim_test

import (
	"fmt"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// The examples animate boxes that do as elements of 40 px; a document would be needed for real ones. Their animations
// end as soon as the program waits.
const exampleBox = `(id, display) => {
	const style = { display, opacity: "", height: "" };
	const computed = { height: "40px", width: "60px", opacity: "1", get display() { return style.display || "block" } };
	return {
		id, nodeType: 1, nodeName: "DIV", style, ownerDocument: { defaultView: { getComputedStyle: () => computed } },
		animate(frames, timing) {
			const animation = { cancel() { }, effect: { getComputedTiming: () => ({ progress: 0.5 }) } };
			if (timing.duration < 1e6) setTimeout(() => animation.onfinish(), 0);
			return animation;
		},
	};
}`

func box(id, display string) safejs.Value {
	return safejs.Safe(js.Global().Call("eval", exampleBox).Invoke(id, display))
}

// shown and hidden are elements of a page.
func shown() []safejs.Value  { return []safejs.Value{box("box", "")} }
func hidden() []safejs.Value { return []safejs.Value{box("box", "none")} }

// printStyle prints an inline style: that is what an animation leaves.
func printStyle(elements []safejs.Value, name string) {
	fmt.Printf("%s: %q\n", name, safejs.Unsafe(elements[0]).Get("style").Get(name).String())
}
