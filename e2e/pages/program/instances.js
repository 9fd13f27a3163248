import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";

/**
 * Registers tests of the program internal/generate/testdata/classes, which runs in the page or in a worker.
 *
 * @param {any} godeferred
 * @param {any} early an instance of Counter(40), and a call of its add(2), from before the program was there
 */
export function instances({ go, inspect }, early) {
	test("an instance that was made before the program", async () => {
		ok(early.counter instanceof go.Counter);
		equal(await early.sum, 42);
		equal(await early.counter.value(), 42);
		equal(await early.counter.same(), early.counter);
	});

	test("methods: signals, progress, iterables, errors", async () => {
		/** @type {any[]} */
		const heard = [];
		const counter = await go.Counter(1, { onProgress: (/** @type {any} */ word) => heard.push(word) });
		deepEqual(heard, ["making"]);
		equal(await counter.label(), "counter");
		const abort = new AbortController();
		const waiting = counter.wait({ signal: abort.signal });
		equal(inspect().kinds["go.Counter#wait"], 1);
		const reason = new Error("enough");
		abort.abort(reason);
		equal(await rejects(waiting), reason);
		const seen = [];
		for await (const n of await counter.each(9)) if (seen.push(n) === 3) break;
		deepEqual(seen, [1, 2, 3]);
		const wrong = await rejects(counter.add("1"), TypeError);
		equal(wrong.message, 'Counter.add: by[0] must be a whole number, not "1"');
		equal(counter.missing, undefined);
		const failed = new go.Counter(-1);
		equal((await rejects(failed.value())).message, "from is negative");
	});

	test("instances are arguments and results, also inside of others", async () => {
		const [a, b] = [new go.Counter(1), await go.Counter(2)];
		equal(await a.less(b), null);
		equal(await b.less(a), a);
		const back = await go.pairs({ left: a, right: b, all: [a, b, null], named: { a } });
		ok(back.left === a && back.right === b && back.named.a === a);
		ok(back.all.length === 3 && back.all[0] === a && back.all[1] === b && back.all[2] === null);
		equal(await go.sum([a, b], (/** @type {any} */ c) => c), 3);
		equal(await go.sum([a, b], async () => new go.Counter(10)), 20);
		const index = new go.Index(["green tea", "black tea"]);
		deepEqual(await go.search(index, "gr"), ["green tea"]);
		const wrong = await rejects(go.search(a, "x"), TypeError);
		equal(wrong.message, "search: i must be an Index that has not been freed, not an object");
		equal(await go.shared(), await go.shared());
	});

	test("free", async () => {
		const counter = await go.Counter(1);
		const before = await go.freed();
		const call = counter.add(1);
		counter.free();
		counter.free();
		equal(await call, 2);
		const wrong = await rejects(counter.value(), TypeError);
		ok(/^Counter\.value: this must be a Counter that has not been freed/.test(wrong.message), wrong.message);
		equal(await go.freed(), before + 1);
		const coming = new go.Counter(5);
		const first = coming.value();
		coming.free();
		equal(await first, 5);
		await rejects(coming.value(), TypeError);
	});
}
