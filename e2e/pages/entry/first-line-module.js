// The module: import gives usable functions, and what needs the runtime starts it.

import godeferred, { GodeferredError, load } from "/dist/godeferred.mjs";
import { release } from "../lib/held.js";
import { equal, ok, rejects, test, turn } from "../lib/test.js";

test("import gives usable functions, and starts nothing", async () => {
	equal(await godeferred.Deferred((d) => d.resolve(1)), 1);
	equal(await godeferred.when(2), 2);
	equal(godeferred.inspect().runtime, "idle");
	ok(!performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")));
});

test("a load in the same turn says where the wasm is for what was asked before", async () => {
	const answer = godeferred.get("/echo");
	const loading = load({ wasm: "/held.wasm" });
	equal(load(), loading);
	await turn();
	equal(godeferred.inspect().runtime, "starting");
	equal(godeferred.inspect().waiting.ajax, 1);
	await release();
	equal(await loading, godeferred);
	equal(await godeferred.ready, godeferred);
	equal((await answer).method, "GET");
});

test("what needs the runtime starts it where nobody has", async () => {
	const { default: other } = await import("/dist/godeferred.mjs?other");
	equal(other.inspect().runtime, "idle");
	equal((await other.get("/echo")).method, "GET");
	equal(other.inspect().runtime, "ready");
});

test("a start that began by itself gives way to a load that says where the wasm is", async () => {
	const { default: other, load: loadOther } = await import("/dist/godeferred.mjs?third");
	const answer = other.get("/echo");
	await turn();
	equal(other.inspect().runtime, "starting");
	equal(await loadOther({ wasm: "/dist/godeferred.debug.wasm" }), other);
	equal((await answer).method, "GET");
	ok(performance.getEntriesByType("resource").some(({ name }) => name.endsWith("godeferred.debug.wasm")));
});

test("ready does not wait for a start that was given up for another", async () => {
	const { default: other, load: loadOther } = await import("/dist/godeferred.mjs?fifth");
	const { fetch } = globalThis;
	globalThis.fetch = () => new Promise(() => {}); // never answers
	void other.get("/echo");
	await turn();
	globalThis.fetch = fetch;
	equal(other.inspect().runtime, "starting");
	await loadOther({ wasm: "/dist/godeferred.wasm?again" });
	equal(await other.ready, other);
});

test("a load that fails says why, and the next is another", async () => {
	const { default: other, load: loadOther } = await import("/dist/godeferred.mjs?fourth");
	const failing = loadOther({ wasm: "/nothing.wasm" });
	const answer = new Promise((resolve) =>
		other.get("/echo").fail((_, text, error) => resolve([text, error])),
	);
	const error = await rejects(failing);
	equal(error.code, "not-found");
	ok(error instanceof other.GodeferredError && !(error instanceof GodeferredError)); // another copy's
	equal((await answer)[1], error);
	equal((await answer)[0], "error");
	const second = other.get("/echo");
	equal(await loadOther(), other);
	equal((await second).method, "GET");
});
