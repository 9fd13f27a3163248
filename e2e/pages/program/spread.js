// mapAsync with workers: the calls of a Go function are spread over more instances of the page's program.

import { deepEqual, equal, ok, rejects, test, throws, turn } from "../lib/test.js";

/** Timers of these ms run when a test says so: the worker without a call ends, and the one that ignores an abort. */
const [IDLE, GRACE] = [10_000, 1_000];
/** @type {Map<number, {ms: number, fn: Function}>} */
const timers = new Map();
const { setTimeout, clearTimeout } = window;
Object.assign(window, {
	setTimeout(/** @type {Function} */ fn, /** @type {number} */ ms, /** @type {any[]} */ ...args) {
		const id = setTimeout(ms === IDLE || ms === GRACE ? () => {} : /** @type {any} */ (fn), ms, ...args);
		timers.set(id, { ms, fn });
		return id;
	},
	clearTimeout(/** @type {number} */ id) {
		timers.delete(id);
		clearTimeout(id);
	},
});

/** Runs the timers of so many ms now. @param {number} ms @returns {number} how many there were */
function elapse(ms) {
	const due = [...timers].filter(([, one]) => one.ms === ms);
	for (const [id, { fn }] of due) {
		timers.delete(id);
		fn();
	}
	return due.length;
}

const { load } = await import("/dist/godeferred.mjs");
const inWorker = import.meta.url.endsWith("?worker");
const options = { wasm: "/artifacts/pageprogram.wasm", worker: inWorker };
const { default: godeferred } = /** @type {any} */ (await import("/dist/godeferred.mjs"));
const { go, mapAsync } = godeferred;

/** Who answers where. @param {number} workers */
const who = async (workers) => {
	const places = await mapAsync(Array(workers).fill(0), go.where, { workers });
	return places.map(([identity]) => identity);
};

/**
 * So many workers, each of which has answered a call that waited for the page while the others did.
 *
 * @param {number} workers
 */
async function wake(workers) {
	const all = Array.from({ length: workers }, () => godeferred.Deferred());
	const waiting = mapAsync(all, go.await, { workers });
	while (!all.every((d) => godeferred.inspect().kinds["go.await"] === workers && d)) await turn();
	for (const d of all) d.resolve("page");
	deepEqual(await waiting, Array(workers).fill("page"));
}

test("calls made before there is a program wait for it, and keep the order of the items", async () => {
	const early = mapAsync(["a", "b", "c", "d", "e"], go.where, { workers: 2 });
	equal(godeferred.inspect().kinds["go.where"], 2);
	await load(options);
	const places = await early;
	deepEqual(
		places.map(([, item, i]) => item + i),
		["a0", "b1", "c2", "d3", "e4"],
	);
	const identities = new Set(places.map(([identity]) => identity));
	ok(identities.size <= 2, `${identities.size} workers`);
	ok(!identities.has((await go.where())[0]), "they are not the page's own instance");
});

test("workers compute at once", async () => {
	await wake(2);
	const [one, other] = await mapAsync([300, 300], go.span, { workers: 2 });
	ok(one[0] !== other[0], "two workers");
	ok(one[1] < other[2] && other[1] < one[2], `${one} and ${other} overlap`);
});

test("the program is downloaded once", () => {
	const got = performance
		.getEntriesByType("resource")
		.filter(({ name }) => name.endsWith("pageprogram.wasm"));
	equal(got.length, 1);
});

test("the next call uses the same workers, until they have had no call for a while", async () => {
	const before = new Set(await who(2));
	for (const one of await who(2)) ok(before.has(one));
	ok(elapse(IDLE) >= 1);
	for (const one of await who(2)) ok(!before.has(one));
});

test("no more workers are started than there are items, or than concurrency allows", async () => {
	elapse(IDLE);
	await mapAsync([1, 2], go.where, { workers: 8 });
	await mapAsync([1, 2, 3, 4], go.where, { workers: 8, concurrency: 2 });
	ok(elapse(IDLE) <= 2);
	deepEqual(await mapAsync([], go.where, { workers: true }), []);
	equal(elapse(IDLE), 0);
	equal((await mapAsync([1, 2, 3], go.where, { workers: true })).length, 3);
});

test("two at once have so many workers together", async () => {
	elapse(IDLE);
	const [before] = await who(1);
	const d = godeferred.Deferred();
	const one = mapAsync([d], go.await, { workers: 1 });
	const two = who(1);
	await go.add(1, 1);
	d.resolve("first");
	deepEqual(await one, ["first"]);
	deepEqual(await two, [before]);
});

test("the first failure rejects, and the rest is aborted", async () => {
	await wake(2);
	const before = new Set(await who(2));
	const error = await rejects(mapAsync(["E1", "E2", "E3"], go.fail, { workers: 1 }));
	deepEqual([error.name, error.code], ["CodedError", "E1"]);
	equal(godeferred.inspect().kinds["go.fail"], undefined);
	for (const one of await who(2)) ok(before.has(one), "they live on");
});

test("abort and signal end the calls under way", async () => {
	await wake(2);
	const before = new Set(await who(2));
	const waiting = mapAsync([1, 2, 3], go.forever, { workers: 2 });
	equal(godeferred.inspect().kinds["go.forever"], 2);
	waiting.abort("enough");
	equal(await rejects(waiting), "enough");
	const controller = new AbortController();
	const signalled = mapAsync([1, 2], go.forever, { workers: 2, signal: controller.signal });
	await turn();
	controller.abort("signal");
	equal(await rejects(signalled), "signal");
	equal(godeferred.inspect().kinds["go.forever"], undefined);
	deepEqual(await mapAsync([1, 2, 3, 4], go.first, { workers: 2 }), [1, 2, 3, 4]);
	for (const one of await who(2)) ok(before.has(one), "they live on");
	ok((await mapAsync([1, 2], go.cause, { workers: 2 })).some(Boolean), "Go has heard of it");
});

test("a worker that computes in spite of an abort ends", async () => {
	elapse(IDLE);
	const [before] = await who(1);
	const computing = mapAsync([1e9], go.compute, { workers: 1 });
	await turn();
	await turn();
	computing.abort("enough");
	equal(await rejects(computing), "enough");
	const after = who(1);
	await turn();
	equal(elapse(GRACE), 1);
	ok((await after)[0] !== before);
});

test("a worker whose program ends fails its own call only", async () => {
	const d = godeferred.Deferred();
	const other = mapAsync([d], go.await, { workers: 2 });
	while (!(await who(2)).length) await turn();
	const error = await rejects(mapAsync([3], go.exit, { workers: 2 }), godeferred.GodeferredError);
	equal(error.code, "ended");
	ok(/exit code 3/.test(error.message), error.message);
	d.resolve("lives");
	deepEqual(await other, ["lives"]);
	equal(await go.add(1, 1), 2);
	equal((await who(2)).length, 2);
});

test("a worker whose program ends without a call is reported", async (t) => {
	elapse(IDLE);
	const errors = /** @type {any[]} */ (t.errors());
	const d = godeferred.Deferred();
	await mapAsync([d.promise()], go.exitAfter, { workers: 1 });
	d.resolve();
	while (errors.length === 0) await turn();
	deepEqual([errors.length, errors[0].code], [1, "ended"]);
	equal((await who(1)).length, 1);
});

test("arguments that cannot cross reject, and the worker has the next call", async () => {
	elapse(IDLE);
	const [before] = await who(1);
	const error = await rejects(mapAsync([document.body], go.first, { workers: 1 }), TypeError);
	ok(/go\.first: argument 1/.test(error.message), error.message);
	deepEqual(await who(1), [before]);
});

test("wrong arguments are named", async () => {
	for (const fn of [5, () => {}, undefined, go])
		throws(
			() => mapAsync([1], fn, { workers: 2 }),
			/^godeferred\.mapAsync: fn must be a function of godeferred\.go/,
		);
	for (const workers of [0, -1, 1.5, "2", false, null, Number.NaN, Number.POSITIVE_INFINITY])
		throws(
			() => mapAsync([1], go.where, { workers }),
			/^godeferred\.mapAsync: workers must be true or a positive/,
		);
	throws(() => mapAsync(5, go.where, { workers: 2 }), /^godeferred\.mapAsync: list must be/);
	throws(() => mapAsync([1], go.where, { workers: 2, concurrency: 0 }), /concurrency must be/);
	const error = await rejects(mapAsync([1], go.nothing, { workers: 2 }), TypeError);
	ok(/go\.nothing is no function of the Go program/.test(error.message), error.message);
	await go.late("onlyHere");
	ok(/onlyHere/.test((await rejects(mapAsync([1], go.onlyHere, { workers: 2 }), TypeError)).message));
});

test("terminate ends the workers and their calls", async () => {
	elapse(IDLE);
	const waiting = [
		mapAsync([1e9], go.compute, { workers: 1 }),
		mapAsync([1], go.where, { workers: 1 }), // has no worker yet
	];
	await turn();
	godeferred.terminate();
	for (const one of waiting) equal((await rejects(one)).code, "ended");
	equal(godeferred.inspect().kinds["go.compute"], undefined);
	if (inWorker) await load(options);
	equal(await go.add(1, 1), 2);
	equal((await who(2)).length, 2);
});

test("workers end with the program", async (t) => {
	const errors = t.errors();
	const waiting = mapAsync([1e9], go.compute, { workers: 1 });
	await rejects(go.exit(3));
	equal((await rejects(waiting)).code, "ended");
	equal((await rejects(mapAsync([1], go.where, { workers: 1 }))).code, "ended");
	equal(errors.length, 1);
	await load(options);
	equal((await who(2)).length, 2);
});
