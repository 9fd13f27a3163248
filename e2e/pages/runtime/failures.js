// One way to fail to start, named by ?fault=.

import { equal, ok, rejects, run, test, turn } from "../lib/test.js";

const { godeferred } = window;
const fault = new URLSearchParams(location.search).get("fault");

const faults = {
	missing: { wasm: "/nothing.wasm", code: "not-found", says: ["404", "data-wasm"] },
	text: { wasm: "/text.wasm", code: "wrong-type", says: ["text/plain", "application/wasm"] },
	untyped: { wasm: "/untyped.wasm", code: "wrong-type", says: ["no type", "application/wasm"] },
	short: { wasm: "/short.wasm", code: "cut-short", says: ["short.wasm"] },
	cut: { wasm: "/cut.wasm", code: "cut-short", says: ["cut.wasm"] },
	"other-build": { wasm: "/other-build.wasm", code: "mismatch", says: ["build", "together"] },
	stranger: { wasm: "/stranger.wasm", code: "mismatch", says: ["is not godeferred.wasm"] },
	refused: {
		wasm: "http://127.0.0.1:1/godeferred.wasm",
		code: "network",
		says: ["127.0.0.1:1", "CORS"],
	},
	"no-wasm": { wasm: "/dist/godeferred.wasm", code: "policy", says: ["wasm-unsafe-eval", "script-src"] },
	"no-connect": { wasm: "http://127.0.0.1:1/godeferred.wasm", code: "policy", says: ["connect-src"] },
};

test(`${fault}: load and ready reject with what is wrong and what to do`, async () => {
	const { wasm, code, says } = faults[fault];
	let ran = false;
	godeferred(() => {
		ran = true;
	});
	const loading = godeferred.load({ wasm });
	const error = await rejects(loading, godeferred.GodeferredError);
	equal(error.code, code, error.message);
	equal(error.name, "GodeferredError");
	for (const part of says) ok(error.message.includes(part), `${error.message} (lacks ${part})`);
	equal(await rejects(godeferred.ready), error);
	await new Promise((resolve) => godeferred(resolve)); // the document is ready
	equal(ran, true);
	equal(godeferred.Deferred().state(), "pending");

	// Trying again is a new attempt with a new ready.
	const failed = godeferred.ready;
	const again = godeferred.load({ wasm: "/dist/godeferred.wasm" });
	ok(again !== loading && godeferred.ready !== failed);
	equal(godeferred.load(), again);
	if (fault === "no-wasm") {
		equal((await rejects(again)).code, "policy");
		return;
	}
	equal(await again, godeferred);
	equal(await godeferred.ready, godeferred);
	equal(godeferred.load({ wasm }), again);
	equal(godeferred.Deferred().state(), "pending");
});

test("a script that loads itself tells of a failure through ready alone", async (t) => {
	const reasons = t.rejections();
	const script = document.createElement("script");
	script.src = "/dist/godeferred.js";
	script.dataset.wasm = faults[fault].wasm;
	await new Promise((resolve) => {
		script.onload = resolve;
		document.head.append(script);
	});
	const error = await rejects(window.godeferred.ready);
	equal(error.code, faults[fault].code);
	await turn();
	await turn();
	equal(reasons.length, 0); // it is handled here, and nothing else was left rejected
});

test("godeferred(fn) does not hide the failure of a script that loads itself: it is told once", async (t) => {
	const reasons = t.rejections();
	const script = document.createElement("script");
	script.src = "/dist/godeferred.js";
	script.dataset.wasm = faults[fault].wasm;
	const failed = new Promise((resolve) => {
		addEventListener("unhandledrejection", (event) => resolve(event.reason), { once: true });
	});
	await new Promise((resolve) => {
		script.onload = resolve;
		document.head.append(script);
	});
	window.godeferred(() => {})(() => {});
	equal((await failed).code, faults[fault].code);
	await turn();
	await turn();
	equal(reasons.length, 1);
});

test("options of no use reject, as what else is wrong does, and can be tried again", async () => {
	const { default: other, load } = await import("/dist/godeferred.mjs");
	equal((await rejects(load(5), TypeError)).message, "godeferred.load: options must be an object, not 5");
	ok((await rejects(load({ wasm: 5 }), TypeError)).message.includes("wasm must be a URL"));
	await rejects(other.ready, TypeError);
	if (fault !== "no-wasm") equal(await load(), other);
});

await run();
