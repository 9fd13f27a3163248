// dom.LoadImage of a Go program (dom/internal/loads): real images, real failures.

import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";
import { asked, colour, put, red } from "../lib/images.js";

/** @type {any} */
const page = window;

await import("/wasm_exec.js");
const go = new page.Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("/artifacts/loads.wasm"), go.importObject);
go.run(instance);
const { loads } = page;
const live = await loads.live();

/** @param {string} name @param {() => Promise<void>} fn */
function leakless(name, fn) {
	test(name, async () => {
		await fn();
		equal(await loads.live(), live, "callbacks alive");
	});
}

leakless("an image can be drawn at once, outside the document", async () => {
	const image = await loads.load("/red.png?good");
	deepEqual(
		[image.isConnected, image.complete, image.naturalWidth, image.naturalHeight],
		[false, true, 7, 5],
	);
	deepEqual(colour(image), red);
});

leakless("a lazy image elsewhere, far from view, does not keep it unloaded", async () => {
	const lazy = put(`<div style="padding-top: 20000px"><img loading="lazy" src="/red.png?lazy"></div>`);
	const image = await loads.load("/red.png?lazy");
	ok(image.loading !== "lazy"); // which some say as "eager", others as "auto"
	deepEqual(colour(image), red);
	lazy.remove();
});

leakless("the same URL again is an image of its own, as good as the first", async () => {
	const [a, b] = await Promise.all([loads.load("/red.png?same"), loads.load("/red.png?same")]);
	const c = await loads.load("/red.png?same");
	ok(a !== b && b !== c && a !== c);
	for (const image of [a, b, c]) deepEqual(colour(image), red);
});

leakless("an SVG without a size, which browsers may refuse to decode, is loaded", async () => {
	const image = await loads.load("/sizeless.svg");
	ok(image.complete);
});

for (const [what, url] of Object.entries({
	"one that is not there": "/missing.png",
	"one that is a text": "/text.png",
	"one that is cut off": "/cut.png",
	"an address without a server": "http://127.0.0.1:1/x.png",
	"an address that is none": "http://",
	"no address": "",
})) {
	leakless(`an error names the URL: ${what}`, async () => {
		const error = await rejects(loads.load(url));
		equal(error.message, `the image ${url} could not be loaded`);
		equal(await loads.matches(url), true, "errors.Is(err, dom.ErrImage)");
	});
}

leakless("a URL that failed can be loaded later", async () => {
	await rejects(loads.load("/late.png"), /late\.png could not be loaded/);
	deepEqual(colour(await loads.load("/late.png")), red);
	equal(await asked("/late.png"), 2);
});

leakless("the end of the context ends the wait, and the loading", async () => {
	const controller = new AbortController();
	const loading = loads.load("/never.png", { signal: controller.signal });
	await fetch("/never-begun");
	controller.abort("left");
	equal(await loading.then(null, (/** @type {any} */ reason) => reason), "left");
	// WebKit loads on, whatever becomes of the image.
	if (!navigator.vendor.startsWith("Apple")) await fetch("/never-ended");
});

leakless("nothing is asked for after the end of the context", async () => {
	const failed = loads.load("/red.png?after", { signal: AbortSignal.abort("before") });
	equal(await failed.then(null, (/** @type {any} */ reason) => reason), "before");
	equal(await asked("/red.png?after"), 0);
});
