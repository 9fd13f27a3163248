// A page of a server of docs/HOSTING.md, under the policy that it sends.

import { equal, ok, rejects, test, run } from "../lib/test.js";

const { godeferred } = window;

test("the runtime starts, from files that are compressed", async () => {
	await godeferred.ready;
	const entries = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
	for (const name of ["godeferred.js", "godeferred.wasm"]) {
		const all = entries.filter(({ name: url }) => url.endsWith(`/app/${name}`));
		ok(all.length > 0, name);
		for (const { encodedBodySize, decodedBodySize } of all) {
			ok(encodedBodySize === 0 || encodedBodySize < decodedBodySize / 2, `${name}: ${encodedBodySize}`);
		}
	}
});

test("requests and effects work", async () => {
	const hashes = await godeferred.getJSON("integrity.json");
	equal(hashes["godeferred.wasm"].slice(0, 7), "sha384-");
	const one = document.body.appendChild(document.createElement("p"));
	one.textContent = "x";
	await godeferred.slideUp(one, 20);
	equal(one.style.display, "none");
});

test("the module finds its wasm, and a program runs in a worker", async () => {
	const from = (/** @type {string} */ name) => new URL(name, location.href).href;
	const { default: other, load } = await import(from("godeferred.mjs"));
	await load({ wasm: "pageprogram.0123456789abcdef.wasm", worker: true });
	equal(await other.go.add(2, 3), 5);
	other.terminate();
	const { load: again } = await import(from("godeferred.mjs?again"));
	await again();
});

test("the policy is sent: no eval, and no script of another origin", async () => {
	let ran = false;
	try {
		ran = Boolean(new Function("return true")());
	} catch {}
	equal(ran, false);
	await rejects(import("data:text/javascript,export default 1"));
});

test("a wasm that is not there is told of", async () => {
	const { load } = await import(new URL("godeferred.mjs?missing", location.href).href);
	equal((await rejects(load({ wasm: "missing.wasm" }))).code, "not-found");
});

await run();
