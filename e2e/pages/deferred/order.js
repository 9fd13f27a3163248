// The order of things: progress, re-entrancy, then.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, test, turn } from "../lib/test.js";

const { Deferred } = await load();

test("the last notification is for late progress callbacks, also after settling", () => {
	const d = Deferred();
	const seen = [];
	d.notify(1).notify(2, "two");
	d.progress((...v) => seen.push(v));
	d.resolve();
	d.notify(3);
	d.progress((...v) => seen.push(v));
	deepEqual(seen, [
		[2, "two"],
		[2, "two"],
	]);
});

test("notify inside progress is queued; resolve inside progress runs done at once", () => {
	const d = Deferred();
	const seen = [];
	d.progress((n) => {
		seen.push(`a${n}`);
		if (n === 1) d.notify(2);
		if (n === 2) d.resolve("end");
	});
	d.progress((n) => seen.push(`b${n}`));
	d.done((v) => seen.push(v));
	d.notify(1);
	deepEqual(seen, ["a1", "b1", "a2", "end", "b2"]);
});

test("a callback added while firing runs last in the same pass", () => {
	const d = Deferred();
	const seen = [];
	d.done(() => {
		d.done(() => seen.push("added"));
		seen.push("first");
	});
	d.done(() => seen.push("second"));
	d.resolve();
	deepEqual(seen, ["first", "second", "added"]);
	d.done(() => {
		d.done(() => seen.push("inner"));
		seen.push("outer");
	});
	deepEqual(seen.slice(3), ["outer", "inner"]);
});

test("then is asynchronous, and all arguments and the context pass through hops without handlers", async () => {
	const context = {};
	const order = [];
	const p = Deferred()
		.resolveWith(context, [1, 2, 3])
		.then()
		.then(null, () => {})
		.catch(() => {})
		.finally(() => {});
	const seen = p.then(function (...args) {
		order.push("then");
		return [this, args];
	});
	order.push("sync");
	const [self, args] = await seen;
	equal(self, context);
	deepEqual(args, [1, 2, 3]);
	deepEqual(order, ["sync", "then"]);
});

test("all of a rejection passes too", async () => {
	const seen = await new Promise((resolve) => {
		Deferred()
			.rejectWith("ctx", ["a", "b"])
			.then(() => {})
			.fail(function (...args) {
				resolve([this, ...args]);
			});
	});
	deepEqual(seen.map(String), ["ctx", "a", "b"]);
});

test("progress goes through then, asynchronously, and a late then gets the last one", async () => {
	const d = Deferred();
	const seen = [];
	d.then(null, null, (n) => n * 10).progress((n) => seen.push(n));
	d.notify(1);
	deepEqual(seen, []);
	await turn();
	d.then().progress((n) => seen.push(`late ${n}`));
	d.resolve();
	await turn();
	deepEqual(seen, [10, "late 1"]);
});
