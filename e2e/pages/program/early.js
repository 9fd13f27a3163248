// The classic script with data-wasm: calls from the first line on, and after noConflict(true).

import { deepEqual, equal, ok, rejects, run, test } from "../lib/test.js";

/** @type {any} */
const { early } = window;
const { own } = early;

test("calls from the first line wait for the program", async () => {
	equal(early.waiting.runtime, "starting");
	deepEqual(early.waiting.waiting, { ajax: 1, call: 3 });
	deepEqual(early.waiting.kinds, { "go.add": 1, "go.serach": 1, "go.forever": 1, ajax: 1, then: 1 });
	equal(await early.sum, 5);
	ok(/serach.*exports.*add/.test(await early.unknown));
	equal(await rejects(early.aborted), "before it began");
	equal(await early.text, "early");
});

test("the page has no global, and the program answers", async () => {
	ok(!("godeferred" in window) && !("Go" in window) && !("__godeferred" in window));
	equal(await own.go.add(1, 1), 2);
	equal(await own.ready, own);
	// Go's promises are godeferred's without the global.
	ok(typeof (await own.go.work(own.Deferred())).promise.progress === "function");
	// What was aborted before the program came never reached it.
	deepEqual(await new Promise((resolve) => own.go.cause().done((...all) => resolve(all))), []);
});

test("ready includes the program, and a page's scripts go on by themselves", async () => {
	equal(
		await own.when(own.go.add(3, 4), 1).then((/** @type {number} */ a, /** @type {number} */ b) => a * b),
		7,
	);
});

await run();
