// The Promises/A+ suite in a browser, on the adapter that the address names: /pages/conformance.js?adapter=when

import { equal, ok, record, test } from "./lib/test.js";

const TESTS = 872;

const { adapters, runSuite } = await new Promise((resolve, reject) => {
	const script = document.createElement("script");
	script.src = "/artifacts/aplus.js";
	script.onload = () => resolve(window.aplus);
	script.onerror = () => reject(new Error("no /artifacts/aplus.js"));
	document.head.append(script);
});

async function godeferred() {
	const { load } = await import("/dist/godeferred.mjs");
	return load({ wasm: "/dist/godeferred.wasm" });
}

const makers = {
	deferred: async () => adapters.deferred(await godeferred()),
	when: async () => adapters.when(await godeferred()),
	native: () => adapters.constructed(Promise),
	broken: () => adapters.broken(),
};

const name = new URL(import.meta.url).searchParams.get("adapter");

test(
	`the suite runs on ${name}`,
	async (t) => {
		// Some tests reject what nobody handles, on purpose; the suite is about what handlers see.
		t.rejections();
		t.errors(); // the runner gives them to the test that is running
		ok(Object.hasOwn(makers, name), `there is an adapter called ${name}`);
		const results = await runSuite(await makers[name]());
		results.forEach(record);
		equal(results.length, TESTS, "tests in the suite");
	},
	{ deadline: 80_000 },
);
