// A page's fake clocks, and what it has put on Object.prototype, do not disturb the start.

import { equal, rejects, run, test } from "../lib/test.js";

const clocks = {
	"that say NaN": Number.NaN,
	"that stand at 0": 0,
	"that go by another time": 12_345.5,
	"that are negative": -1,
};

for (const [name, ms] of Object.entries(clocks)) {
	test(`clocks ${name} do not end the runtime`, async () => {
		const { now } = performance;
		Date.now = performance.now = () => ms;
		try {
			const { load } = await import(`/dist/godeferred.mjs?clock=${ms}`);
			const godeferred = await load();
			equal((await godeferred.get("/pages/surroundings/clocks.js", { dataType: "text" })).length > 0, true);
		} finally {
			performance.now = now;
		}
	});
}

/** The members of the platform's dictionaries, and of our options. */
const polluted = {
	wasm: "/evil.wasm",
	integrity: "sha256-AAAA",
	timeout: 1,
	method: "POST",
	body: "evil",
	headers: { "X-Evil": "1" },
	credentials: "evil",
	mode: "evil",
	cache: "evil",
	redirect: "error",
	referrer: "http://evil.invalid/",
	signal: AbortSignal.abort(new Error("evil")),
	status: 99,
	type: "evil",
	start: 5,
	write: 5,
	readableType: "evil",
	fs: {},
	process: {},
};
// WebKit's own streams take these for theirs, whoever makes a stream: nothing can be streamed in such a page.
if (navigator.vendor.startsWith("Apple")) {
	delete polluted.start;
	delete polluted.write;
}

test("what is on Object.prototype is not taken for options", async () => {
	Object.assign(Object.prototype, polluted);
	let godeferred;
	try {
		equal((await rejects(window.godeferred.load({ wasm: "/demo/nothing.wasm" }))).code, "not-found");
		godeferred = await window.godeferred.load({ __proto__: {} });
	} finally {
		for (const name of Object.keys(polluted)) delete Object.prototype[name];
	}
	equal((await godeferred.get("/pages/surroundings/clocks.js", { dataType: "text" })).length > 0, true);
});

test("options that come from a class, or from an object made for them, count", async () => {
	const { load } = await import("/dist/godeferred.mjs?class");
	class Options {
		get wasm() {
			return this.where;
		}
		where = "/nothing.wasm";
	}
	equal((await rejects(load(new Options()))).code, "not-found");
	equal((await rejects(load(Object.create(new Options())))).code, "not-found");
	equal(
		(await rejects(load(Object.assign(Object.create(null), { wasm: "/nothing.wasm" })))).code,
		"not-found",
	);
	await load(Object.create(null));
});

await run();
