// What passes between a Go program and its page: numbers, bytes, sequences, streams, deferreds and signals
// (internal/borderprogram).

import { load } from "/dist/godeferred.mjs";
import { equal, ok, rejects } from "../lib/assert.js";
import { test, turn } from "../lib/test.js";

const { go, Deferred } = /** @type {any} */ (
	await load({ wasm: "/artifacts/borderprogram.wasm", worker: import.meta.url.endsWith("?worker") })
);

/**
 * A test that leaves as many callbacks alive in Go as there were.
 *
 * @param {string} name
 * @param {() => unknown} run
 */
function leakless(name, run) {
	test(name, async () => {
		const before = await go.live();
		await run();
		await turn();
		equal(await go.live(), before, "callbacks alive");
	});
}

leakless("each value has its class", async () => {
	const [int16s, ids, date, ms] = await go.values();
	ok(int16s instanceof Int16Array && int16s[0] === -1);
	ok(Array.isArray(ids) && ids[0] === 5);
	ok(date instanceof Date && date.getTime() === 5);
	equal(ms, 1.5);
});

leakless("a million numbers there and back", async () => {
	const numbers = Float32Array.from({ length: 1e6 }, (_, i) => i / 2);
	const back = await go.floats(numbers);
	ok(back instanceof Float32Array && back.length === 1e6 && back[999_999] === 499_999.5);
});

leakless("the bytes of any view, and of none that is detached", async () => {
	equal(String(await go.bytes(new DataView(Uint8Array.of(1, 2, 3).buffer, 1))), "2,3");
	const frame = document.body.appendChild(document.createElement("iframe"));
	const { ArrayBuffer: ForeignBuffer, Uint8Array: Foreign } = /** @type {any} */ (frame.contentWindow);
	equal(String(await go.bytes(Foreign.of(7, 8))), "7,8");
	equal(String(await go.bytes(new ForeignBuffer(1))), "0");
	frame.remove();
	const gone = new Uint8Array(1);
	structuredClone(gone, { transfer: [gone.buffer] });
	const error = await rejects(go.bytes(gone), TypeError);
	ok(/argument 1 (?:has a detached buffer|must be .* cross)/.test(error.message), error.message);
});

leakless("Go reads what the page iterates", async () => {
	equal(await go.sum([1, Promise.resolve(2)]), 3);
	let ended = false;
	async function* endless() {
		try {
			for (;;) yield 40;
		} finally {
			ended = true;
		}
	}
	equal(await go.sum(endless()), 120);
	ok(ended);
	const stream = new ReadableStream({
		start(controller) {
			controller.enqueue(1);
			controller.enqueue(2);
			controller.close();
		},
	});
	equal(await go.sum(stream), 3);
});

leakless("the page reads what Go iterates", async () => {
	const got = [];
	for await (const n of await go.count()) {
		got.push(n);
		if (n === 2) break;
	}
	equal(String(got), "0,1,2");
});

leakless("the page reads a reader", async () => {
	equal((await new Response(await go.text(200_000)).text()).length, 200_000);
	await (await go.text(200_000)).cancel();
});

leakless("Go reads a stream", async () => {
	equal(await go.length(new Blob(["x".repeat(200_000)]).stream()), 200_000);
});

leakless("the page settles a deferred of Go's", async () => {
	const { deferred, double } = await go.made();
	equal(typeof deferred.notify, "function");
	deferred.resolve(5);
	equal(await double, 10);
	equal(deferred.state(), "resolved");
});

leakless("Go settles a deferred of the page's", async () => {
	const deferred = Deferred();
	/** @type {any[]} */
	const heard = [];
	deferred
		.progress((/** @type {any[]} */ ...args) => heard.push(args))
		.done((/** @type {any[]} */ ...args) => heard.push(args));
	await go.handed(deferred, 1, 2);
	equal(JSON.stringify(heard), '[["half"],[1,2]]');
	/** @type {any} */
	const native = {};
	native.promise = new Promise((resolve, reject) => Object.assign(native, { resolve, reject }));
	await go.handed(native, "a");
	equal(await native.promise, "a");
});

leakless("a signal passes through Go", async () => {
	const controller = new AbortController();
	const { signal } = await go.signal(controller.signal);
	const reason = new Error("why");
	const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve));
	controller.abort(reason);
	await aborted;
	equal(signal.reason, reason);
});
