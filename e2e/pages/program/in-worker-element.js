// The classic script with data-worker, under a strict policy.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";

const { godeferred } = /** @type {any} */ (window);

test("the program of the script element runs in a worker", async () => {
	const computing = godeferred.go.compute(1e9);
	equal(await godeferred.ready, godeferred);
	equal(godeferred.inspect().kinds["go.compute"], 1);
	godeferred.terminate();
	ok(await computing.then(null, (/** @type {any} */ { code }) => code === "ended"));
	await godeferred.load();
	equal(await godeferred.go.add(2, 3), 5);
});

test("mapAsync spreads calls over more workers", async () => {
	const { go, mapAsync } = godeferred;
	deepEqual(await mapAsync([1, 2, 3], go.first, { workers: 2 }), [1, 2, 3]);
});

await run();
