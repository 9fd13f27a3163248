// mapAsync with workers, and instances of Go types (internal/generate/testdata/classes).

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";

const { go, mapAsync } = /** @type {any} */ (await load({ wasm: "/artifacts/classes.wasm" }));

test("an instance that a worker has made has its methods there", async () => {
	const counters = await mapAsync([40, 50], go.Counter, { workers: 2 });
	deepEqual([await counters[0].add(2), await counters[1].add(3)], [42, 53]);
});

test("an instance of another instance of the program is refused", async () => {
	const counter = new go.Counter(1);
	equal(await counter.add(1), 2);
	const error = await rejects(
		mapAsync([{ left: counter, all: [], named: {} }], go.pairs, { workers: 1 }),
		TypeError,
	);
	ok(/Counter/.test(error.message), error.message);
	equal(await counter.add(1), 3);
});
