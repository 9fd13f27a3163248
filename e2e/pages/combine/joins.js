// all, allSettled, any, race, mapAsync, series, wait, timeout.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test, throws, turn } from "../lib/test.js";

const godeferred = await load();
const { Deferred, all, allSettled, any, race, mapAsync, series, wait, timeout } = godeferred;

test("all takes any iterable of values, deferreds, promises and thenables", async () => {
	const list = new Set([1, Deferred().resolve(2, "more"), Promise.resolve(3), { then: (done) => done(4) }]);
	deepEqual(await all(list), [1, 2, 3, 4]);
	deepEqual(await all([]), []);
	equal(await rejects(all([Deferred(), Promise.reject("no")])), "no");
	await rejects(all(5), TypeError);
});

test("allSettled, any and race are as their native namesakes", async () => {
	const make = () => [Promise.reject("a"), Deferred().resolve(1), 2];
	deepEqual(await allSettled(make()), await Promise.allSettled(make()));
	equal(await any(make()), 1);
	const none = await rejects(any([Deferred().reject("x"), Promise.reject("y")]), AggregateError);
	deepEqual(none.errors, ["x", "y"]);
	await rejects(any([]), AggregateError);
	equal(await race([new Promise(() => {}), Deferred().resolve("first"), 2]), "first");
	equal(race([]).state(), "pending");
});

test("they settle at once where what decides them has settled", () => {
	let seen;
	all([1, Deferred().resolve(2)]).done((values) => {
		seen = values;
	});
	deepEqual(seen, [1, 2]);
});

test("mapAsync runs at most so many at a time, in order, and keeps the order of results", async () => {
	let under = 0;
	let most = 0;
	const started = [];
	const gates = [];
	const result = mapAsync(
		["a", "b", "c", "d", "e"],
		(item, i) => {
			started.push(item + i);
			under++;
			most = Math.max(most, under);
			const gate = Deferred();
			gates.push(gate);
			return gate.then(() => {
				under--;
				return item.toUpperCase();
			});
		},
		{ concurrency: 2 },
	);
	deepEqual(started, ["a0", "b1"]);
	gates[1].resolve();
	await turn();
	deepEqual(started, ["a0", "b1", "c2"]);
	while (gates.length < 5 || result.state() === "pending") {
		for (const gate of gates) gate.resolve();
		await turn();
	}
	deepEqual(await result, ["A", "B", "C", "D", "E"]);
	equal(most, 2);
});

test("mapAsync stops at the first failure, and tells the rest", async () => {
	const started = [];
	const waits = [];
	const reason = await rejects(
		mapAsync(
			[1, 2, 3, 4],
			(n) => {
				started.push(n);
				if (n === 2) throw "second";
				const p = wait(60_000);
				waits.push(p);
				return p;
			},
			{ concurrency: 2 },
		),
	);
	equal(reason, "second");
	deepEqual(started, [1, 2]);
	equal(waits[0].state(), "rejected");
});

test("mapAsync of ten thousand that settle at once does not exhaust the stack", async () => {
	const list = Array.from({ length: 10_000 }, (_, i) => i);
	deepEqual(
		await mapAsync(list, (n) => n + 1, { concurrency: 1 }),
		list.map((n) => n + 1),
	);
	deepEqual(await mapAsync([], () => {}), []);
});

test("series gives each the result of the one before", async () => {
	const seen = [];
	const result = await series([
		(before) => seen.push(before) && "a",
		(before) => Promise.resolve(`${before}b`),
		(before) => Deferred().resolve(`${before}c`),
	]);
	equal(result, "abc");
	deepEqual(seen, [undefined]);
	equal(await series([]), undefined);
	equal(await rejects(series([() => Promise.reject("stops"), () => seen.push("never")])), "stops");
	deepEqual(seen, [undefined]);
});

test("wait resolves with nothing; timeout rejects with a TimeoutError", async () => {
	equal(await wait(0).then((...all) => all.length), 0);
	const error = await rejects(timeout(Deferred(), 1));
	equal(error.name, "TimeoutError");
	equal(await timeout(Promise.resolve("in time"), 60_000), "in time");
	equal(await rejects(timeout(Promise.reject("own"), 60_000)), "own");
});

test("wrong arguments throw a TypeError that names them", () => {
	for (const [call, name] of [
		[() => mapAsync([1], 5), "fn"],
		[() => mapAsync(5, () => {}), "list"],
		[() => mapAsync([1], () => {}, { concurrency: 0 }), "concurrency"],
		[() => series([() => {}, 5]), "tasks[1]"],
		[() => series(5), "tasks"],
		[() => wait("soon"), "ms"],
		[() => wait(-1), "ms"],
		[() => timeout(Deferred(), Number.NaN), "ms"],
		[() => wait(1, { signal: 5 }), "signal"],
		[() => wait(1, 5), "options"],
	]) {
		const { message } = throws(call, TypeError);
		ok(message.includes(name), `${message} (lacks ${name})`);
	}
});
