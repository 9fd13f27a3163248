package ajax_test

import "syscall/js"

// The examples talk to https://shop.example, which answers here: with the request as a line of text, and by path as
// below. All other requests are the platform's.
const exampleServer = `(fetch) => async (url, init) => {
	const { origin, pathname, search } = new URL(url, "https://page.example");
	if (origin !== "https://shop.example") return fetch(url, init);
	const { headers, body, method, signal, credentials } = init;
	const text = body instanceof Uint8Array ? body.length + " bytes" : body;
	if (pathname === "/slow") await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
	if (pathname === "/gone") return new Response("sold out", { status: 410, statusText: "Gone" });
	if (pathname === "/busy" && !globalThis.exampleAsked) return (globalThis.exampleAsked = true), new Response("", { status: 503 });
	if (pathname === "/tea") return new Response('{"name":"tea","price":3}', { headers: { "Content-Type": "application/json" } });
	if (pathname === "/prices") return new Response("tea,3\ncup,4\n");
	if (pathname === "/picture.png") return new Response(new Uint8Array([0x89, 80, 78, 71, 255]), { headers: { "Content-Type": "image/png" } });
	if (pathname === "/credentials") return new Response(credentials);
	const sent = new Headers(headers);
	const shown = ["Authorization", "Content-Type"].filter((name) => sent.has(name)).map((name) => " (" + name + ": " + sent.get(name) + ")");
	return new Response(method + " " + pathname + search + shown.join("") + (text ? " " + text : ""));
}`

// exampleUploads is an XMLHttpRequest whose server stores what it is sent, in two halves.
const exampleUploads = `class {
	upload = {};
	status = 200; statusText = ""; responseURL = "https://shop.example/picture"; response = new TextEncoder().encode("stored").buffer;
	open() { }
	setRequestHeader() { }
	getAllResponseHeaders() { return "" }
	send({ length }) {
		const half = (n) => setTimeout(() => this.upload.onprogress({ loaded: n * length / 2, total: length }), 0);
		half(1);
		setTimeout(() => { half(2); setTimeout(() => this.onload({}), 0) }, 0);
	}
}`

// global has a global of the page's be another while an example runs.
func global(name, value string) (restore func()) {
	before := js.Global().Get(name)
	js.Global().Set(name, js.Global().Call("eval", "("+value+")"))
	return func() { js.Global().Set(name, before) }
}

func init() {
	fetch := js.Global().Get("fetch")
	server := js.Global().Call("eval", exampleServer).Invoke(fetch)
	js.Global().Set("fetch", server)
}
