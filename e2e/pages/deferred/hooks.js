// Hooks, strange thenables, pipe.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test, throws, turn } from "../lib/test.js";

const { Deferred } = await load();

test("exceptionHook gets each exception that becomes a rejection, with what getErrorHook said", async () => {
	const before = Deferred.exceptionHook;
	const seen = [];
	Deferred.exceptionHook = (error, trace) => seen.push([error.message, trace]);
	Deferred.getErrorHook = () => "trace";
	try {
		await Deferred()
			.resolve()
			.then(() => {
				throw new Error("hooked");
			})
			.catch(() => {});
		deepEqual(seen, [["hooked", "trace"]]);
		Deferred.exceptionHook = undefined;
		Deferred.getErrorHook = undefined;
		equal(
			await rejects(
				Deferred()
					.resolve()
					.then(() => {
						throw "quiet";
					}),
			),
			"quiet",
		);
	} finally {
		Deferred.exceptionHook = before;
	}
});

test("the hook that is there warns of mistakes in the program, and of nothing else", async () => {
	const before = console.warn;
	const seen = [];
	console.warn = (...args) => seen.push(args);
	try {
		const d = Deferred().resolve();
		await d.then(() => null.x).catch(() => {});
		await d
			.then(() => {
				throw new Error("wanted");
			})
			.catch(() => {});
	} finally {
		console.warn = before;
	}
	equal(seen.length, 1);
	ok(seen[0][1] instanceof TypeError);
});

test("a hook that throws loses nothing", async (t) => {
	const errors = t.errors();
	const before = Deferred.exceptionHook;
	Deferred.exceptionHook = () => {
		throw new Error("hook");
	};
	try {
		equal(
			await rejects(
				Deferred()
					.resolve()
					.then(() => {
						throw "reason";
					}),
			),
			"reason",
		);
	} finally {
		Deferred.exceptionHook = before;
	}
	await turn();
	ok(errors.length > 0 && errors.every((e) => e.message === "hook"));
});

test("strange thenables: twice, throwing, synchronous, a getter that throws", async () => {
	const through = (thenable) =>
		Deferred()
			.resolve()
			.then(() => thenable);
	equal(
		await through({
			then(resolve, reject) {
				resolve(1);
				resolve(2);
				reject(3);
			},
		}),
		1,
	);
	equal(
		await through({
			then(resolve) {
				resolve(1);
				throw 2;
			},
		}),
		1,
	);
	equal(
		await rejects(
			through({
				then() {
					throw "early";
				},
			}),
		),
		"early",
	);
	equal(
		await rejects(
			through({
				get then() {
					throw "getter";
				},
			}),
		),
		"getter",
	);
	const seen = [];
	const p = through({
		then(resolve, _, notify) {
			notify("n");
			setTimeout(resolve, 0, "end");
		},
	});
	p.progress((n) => seen.push(n));
	equal(await p, "end");
	p.progress((n) => seen.push(`late ${n}`));
	deepEqual(seen, ["n", "late n"]);
});

test("pipe is synchronous: its exceptions reach the caller, its values go on as they are", () => {
	const d = Deferred();
	const seen = [];
	d.pipe((a, b) => a + b).done((sum) => seen.push(sum));
	d.pipe(() => Deferred().resolve("inner", 2)).done((...all) => seen.push(all));
	d.pipe(null, null, (n) => n + 1)
		.progress((n) => seen.push(n))
		.done((...all) => seen.push(all));
	d.notify(1);
	d.resolve(2, 3);
	deepEqual(seen, [2, 5, ["inner", 2], [2, 3]]);
	const e = Deferred();
	e.pipe(() => {
		throw new RangeError("sync");
	});
	throws(() => e.resolve(), RangeError);
});
