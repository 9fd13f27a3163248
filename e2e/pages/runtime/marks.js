// What a visitor's tools show of the start, in a page that preloads the wasm as the README says.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";

await window.godeferred.ready;

test("each step of the start is marked once, in order", () => {
	const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("godeferred:"));
	marks.sort((a, b) => a.startTime - b.startTime);
	deepEqual(
		marks.map(({ name }) => name),
		["godeferred:fetched", "godeferred:compiled", "godeferred:ready"],
	);
});

test("the wasm that was preloaded is the one that is used: it is asked for once", async () => {
	equal(await (await fetch("/asked")).text(), "1");
	const entries = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"));
	ok(entries.length >= 1);
});

await run();
