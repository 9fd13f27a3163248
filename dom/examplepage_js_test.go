package dom_test

import (
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// button is an event target that is clicked again and again, soon.
func button() safejs.Value {
	return script(`(() => {
		const target = new EventTarget();
		let clicks = 0;
		const click = () => { target.dispatchEvent(new Event("click")); if (++clicks < 100) setTimeout(click, 1) };
		setTimeout(click, 1);
		return target;
	})()`)
}

// typedIn is a field that texts are typed into, soon and one right after the other.
func typedIn(texts ...any) safejs.Value {
	field := safejs.Unsafe(script(`(texts) => {
		const field = new EventTarget();
		setTimeout(() => { for (field.value of texts) field.dispatchEvent(new Event("input")) }, 1);
		return field;
	}`))
	return safejs.Safe(field.Invoke(js.ValueOf(texts)))
}

// global has a global of the page's be another while an example runs, which needs no real one.
func global(name, value string) (restore func()) {
	before := js.Global().Get(name)
	js.Global().Set(name, safejs.Unsafe(script(value)))
	return func() { js.Global().Set(name, before) }
}

const (
	exampleImage = `class extends EventTarget {
		set src(url) { setTimeout(() => this.dispatchEvent(new Event(url === "cat.jpg" ? "load" : "error")), 0); this.url = url }
		get src() { return this.url }
		async decode() { }
	}`
	exampleObserver = `class {
		constructor(callback) { this.callback = callback }
		observe(target) { setTimeout(() => this.callback([{ target, isIntersecting: true }]), 0) }
		disconnect() { }
	}`
)
