// Exceptions, rejections and hooks: nothing is lost silently.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test, throws, turn } from "../lib/test.js";

const godeferred = await load();
const { Deferred } = godeferred;

test("an exception reaches the caller once all callbacks have run; the second one is reported", async (t) => {
	const errors = t.errors();
	const d = Deferred();
	const seen = [];
	d.done(
		() => {
			throw new RangeError("first");
		},
		() => {
			throw new RangeError("second");
		},
		() => seen.push("ran"),
	);
	equal(throws(() => d.resolve(), RangeError).message, "first");
	deepEqual(seen, ["ran"]);
	d.done(() => seen.push("later ones are not lost"));
	equal(seen.length, 2);
	await turn();
	deepEqual(
		errors.map((e) => e.message),
		["second"],
	);
});

test("the same for late callbacks and for progress", () => {
	const d = Deferred().resolve();
	throws(
		() =>
			d.done(() => {
				throw new TypeError("late");
			}),
		TypeError,
	);
	const p = Deferred();
	const seen = [];
	p.progress(
		() => {
			throw new TypeError("progress");
		},
		(n) => seen.push(n),
	);
	throws(() => p.notify(1), TypeError);
	throws(() => p.notify(2), TypeError);
	deepEqual(seen, [1, 2]);
});

test("what done callbacks of a then's promise throw is reported: nobody called", async (t) => {
	const errors = t.errors();
	Deferred()
		.resolve()
		.then(() => 1)
		.done(() => {
			throw new Error("nobody's");
		});
	await turn();
	deepEqual(
		errors.map((e) => e.message),
		["nobody's"],
	);
});

test("a rejection that nothing handles is told once; done does not handle it", async (t) => {
	const reasons = t.rejections();
	Deferred()
		.done(() => {})
		.reject("alone");
	await turn();
	await turn();
	deepEqual(reasons, ["alone"]);
});

test("fail, always, catch, then and when handle a rejection", async () => {
	Deferred()
		.fail(() => {})
		.reject(1);
	Deferred()
		.always(() => {})
		.reject(1);
	Deferred()
		.reject(1)
		.catch(() => {});
	Deferred()
		.reject(1)
		.then(null, () => {});
	godeferred.when(Deferred().reject(1), 2).fail(() => {});
	const late = Deferred().reject(1);
	await null; // still in the microtasks after it
	late.fail(() => {});
	await turn();
	await turn();
});

test("only the end of a chain is told", async (t) => {
	const reasons = t.rejections();
	Deferred()
		.reject("once")
		.then(() => {})
		.then(() => {});
	await turn();
	await turn();
	deepEqual(reasons, ["once"]);
});

test("a handler that comes late is told as the platform tells it: rejectionhandled", async (t) => {
	t.rejections();
	const told = new Promise((resolve) =>
		addEventListener("rejectionhandled", (e) => resolve(e.reason), { once: true }),
	);
	const d = Deferred().reject("handled late");
	await turn();
	await turn();
	d.fail(() => {});
	equal(await told, "handled late");
});

test("finally gets no arguments, passes outcome and arguments through, and waits", async () => {
	const gate = Deferred();
	const order = [];
	const p = Deferred()
		.resolve(1, 2)
		.finally((...args) => {
			order.push(args.length);
			return gate;
		});
	const all = p.then((...args) => args);
	await turn();
	equal(p.state(), "pending");
	gate.resolve("ignored");
	deepEqual(await all, [1, 2]);
	deepEqual(order, [0]);
	equal(
		await rejects(
			Deferred()
				.reject("kept")
				.finally(() => "ignored"),
		),
		"kept",
	);
	equal(
		await rejects(
			Deferred()
				.resolve(1)
				.finally(() => {
					throw "mine";
				}),
		),
		"mine",
	);
	equal(
		await rejects(
			Deferred()
				.resolve(1)
				.finally(() => Promise.reject("theirs")),
		),
		"theirs",
	);
});

test("a promise that would wait for itself is rejected with a TypeError", async () => {
	const d = Deferred();
	const p = d.then(() => p);
	d.resolve();
	await rejects(p, TypeError);
	const gate = Deferred();
	const a = gate.then(() => b);
	const b = gate.then(() => a);
	gate.resolve();
	const outcomes = await Promise.allSettled([a, b]);
	ok(outcomes.every((o) => o.status === "rejected" && o.reason instanceof TypeError));
});
