// work: a promise that abort ends, for work of the page's own.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test, throws, turn } from "../lib/test.js";

const godeferred = await load();
const { all, work } = godeferred;

/** Work that never ends by itself, and notes why it was stopped. */
const endless = (options) => {
	const stopped = [];
	const promise = work((_, onAbort) => onAbort((reason) => stopped.push(reason)), options);
	return { promise, stopped };
};

test("it starts at once, with the deferred as this and argument, and settles as that does", async () => {
	const seen = [];
	const promise = work(function (deferred, onAbort) {
		seen.push(this === deferred, deferred instanceof godeferred.Deferred);
		onAbort(() => seen.push("never"));
		setTimeout(() => deferred.notify("half").resolve("a", "b"), 0);
	});
	deepEqual(seen, [true, true]);
	equal(promise.resolve, undefined);
	promise.progress((what) => seen.push(what));
	deepEqual(await promise.then((...args) => args), ["a", "b"]);
	promise.abort("too late");
	deepEqual(seen, [true, true, "half"]);
	equal(promise.state(), "resolved");
});

test("abort stops it, in the order added, and rejects with the reason", async () => {
	const seen = [];
	const promise = work((deferred, onAbort) => {
		onAbort((reason) => seen.push(1, reason, deferred.state()));
		onAbort(() => seen.push(2));
	});
	promise.abort("left");
	promise.abort("again");
	deepEqual(seen, [1, "left", "pending", 2]);
	equal(await rejects(promise), "left");
	const plain = work(() => {});
	plain.abort();
	equal((await rejects(plain)).name, "AbortError");
});

test("what stops it may settle it in its own way", async () => {
	const promise = work((deferred, onAbort) => onAbort((reason) => deferred.resolve("so far", reason)));
	promise.abort("enough");
	deepEqual(await promise.then((...args) => args), ["so far", "enough"]);
});

test("abort reaches it through chains and joins, unless something else waits", async () => {
	const one = endless();
	const chain = one.promise.then(() => 1).finally(() => {});
	const other = one.promise.then(() => 2);
	chain.abort("one");
	equal(await rejects(chain), "one");
	deepEqual(one.stopped, []);
	other.abort("two");
	equal(await rejects(other), "two");
	deepEqual(one.stopped, ["two"]);
	const two = endless();
	const join = all([two.promise, 1]);
	join.abort("join");
	equal(await rejects(join), "join");
	deepEqual(two.stopped, ["join"]);
});

test("a signal aborts it; one that has aborted before keeps it from starting", async () => {
	const controller = new AbortController();
	const { promise, stopped } = endless({ signal: controller.signal });
	controller.abort("while");
	equal(await rejects(promise), "while");
	deepEqual(stopped, ["while"]);
	const started = [];
	equal(await rejects(work(() => started.push(1), { signal: AbortSignal.abort("before") })), "before");
	deepEqual(started, []);
});

test("what is to stop work that was aborted while it started is called at once", async () => {
	const seen = [];
	const promise = work((deferred, onAbort) => {
		deferred.abort("early");
		onAbort((reason) => seen.push(reason));
	});
	equal(await rejects(promise), "early");
	deepEqual(seen, ["early"]);
});

test("an exception at the start rejects; a later one, and one of what stops it, are reported", async (t) => {
	const error = new RangeError("start");
	equal(
		await rejects(
			work(() => {
				throw error;
			}),
		),
		error,
	);
	const shown = t.errors();
	equal(
		await work((deferred) => {
			deferred.resolve("settled");
			throw new RangeError("later");
		}),
		"settled",
	);
	const seen = [];
	const promise = work((_, onAbort) => {
		onAbort(() => {
			throw new RangeError("stop");
		});
		onAbort(() => seen.push("next"));
	});
	promise.abort("reason");
	equal(await rejects(promise), "reason");
	deepEqual(seen, ["next"]);
	await turn();
	equal(shown.length, 2);
});

test("a wrong argument names itself", () => {
	throws(() => work(5), /^godeferred\.work: start /);
	throws(() => work(() => {}, 5), /^godeferred\.work: options /);
	throws(() => work(() => {}, { signal: 5 }), /^godeferred\.work: signal /);
});
