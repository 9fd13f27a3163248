// mapAsync with workers, and instances of Go types (internal/generate/testdata/classes).

import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";

/** What ends workers without a call, and runs when a test says so. @type {Map<number, Function>} */
const idle = new Map();
const { setTimeout, clearTimeout } = window;
Object.assign(window, {
	setTimeout(/** @type {any} */ fn, /** @type {number} */ ms, /** @type {any[]} */ ...args) {
		const id = setTimeout(ms === 10_000 ? () => {} : fn, ms, ...args);
		if (ms === 10_000) idle.set(id, fn);
		return id;
	},
	clearTimeout(/** @type {number} */ id) {
		idle.delete(id);
		clearTimeout(id);
	},
});
const elapse = () => {
	const due = [...idle.values()];
	idle.clear();
	for (const fn of due) fn();
};

const { load } = await import("/dist/godeferred.mjs");
const { go, mapAsync } = /** @type {any} */ (await load({ wasm: "/artifacts/classes.wasm" }));

test("an instance that a worker has made has its methods there", async () => {
	const counters = await mapAsync([40, 50], go.Counter, { workers: 2 });
	deepEqual([await counters[0].add(2), await counters[1].add(3)], [42, 53]);
	for (const one of counters) one.free();
});

test("a worker lives as long as the page has an instance of its", async () => {
	const [counter] = await mapAsync([60], go.Counter, { workers: 1 });
	elapse();
	elapse();
	equal(await counter.add(1), 61);
	counter.free();
	elapse();
	equal(idle.size, 0, "all have ended");
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
