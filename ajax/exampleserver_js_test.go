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
	if (pathname === "/credentials") return new Response(credentials);
	const sent = new Headers(headers);
	const shown = ["Authorization", "Content-Type"].filter((name) => sent.has(name)).map((name) => " (" + name + ": " + sent.get(name) + ")");
	return new Response(method + " " + pathname + search + shown.join("") + (text ? " " + text : ""));
}`

func init() {
	fetch := js.Global().Get("fetch")
	server := js.Global().Call("eval", exampleServer).Invoke(fetch)
	js.Global().Set("fetch", server)
}
