// The Promises/A+ suite in a browser, on the adapter and the shipped script that the address names:
// /pages/deferred/conformance.js?adapter=when&script=core.mjs. The server has no wasm, and the policy would not let it run.

import { equal, ok, record, rejects, test } from "../lib/test.js";

const TESTS = 872;

const asked = new URL(import.meta.url).searchParams;
const name = asked.get("adapter");
const script = asked.get("script");

await element("/artifacts/aplus.js");
const { adapters, runSuite } = window.aplus;

function element(src) {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = src;
		script.onload = resolve;
		script.onerror = () => reject(new Error(`no ${src}`));
		document.head.append(script);
	});
}

async function godeferred() {
	if (!script.endsWith(".mjs")) {
		if (!window.godeferred) await element(`/dist/${script}`);
		return window.godeferred;
	}
	const module = await import(`/dist/${script}`);
	return module.default ?? module; // core.mjs has names alone
}

const makers = {
	deferred: async () => adapters.deferred(await godeferred()),
	when: async () => adapters.when(await godeferred()),
	native: () => adapters.constructed(Promise),
	broken: () => adapters.broken(),
};

test(
	`the suite runs on ${name}${script ? ` of ${script}` : ""}`,
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

if (script) {
	test(`${script} runs without wasm`, async () => {
		equal((await fetch("/dist/godeferred.wasm")).status, 404);
		const smallest = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
		await rejects(WebAssembly.instantiate(smallest), WebAssembly.CompileError);
		const { load } = await godeferred();
		equal(typeof load, script === "core.mjs" ? "undefined" : "function");
		if (load) equal((await rejects(load())).code, "not-found");
	});
}
