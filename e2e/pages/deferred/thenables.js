// What hooks and thenables see, as jQuery 4 has it: found by random programs run on both.

import { load } from "/dist/godeferred.mjs";
import { Chance } from "../lib/chance.js";
import { deepEqual, equal, ok, rejects, test, turn } from "../lib/test.js";

const { Deferred, when, wrap } = await load();

/** Runs fn with hooks that note their calls. */
async function hooked(fn) {
	const before = Deferred.exceptionHook;
	const calls = [];
	let traces = 0;
	Deferred.exceptionHook = (error, trace) => calls.push(["exception", error, trace]);
	Deferred.getErrorHook = () => {
		calls.push(["queued", ++traces]);
		return traces;
	};
	try {
		await fn();
		await turn();
	} finally {
		Deferred.exceptionHook = before;
		Deferred.getErrorHook = undefined;
	}
	return calls;
}

test("exceptionHook hears from where a thenable was returned that throws", async () => {
	const calls = await hooked(() => {
		const thenable = {
			then() {
				throw "thrown";
			},
		};
		Deferred()
			.resolve()
			.then(() => thenable)
			.fail(() => {});
	});
	deepEqual(calls, [
		["queued", 1],
		["exception", "thrown", 1],
	]);
});

test("but not from where the thenable was given by another promise", async () => {
	const calls = await hooked(() => {
		const thenable = {
			then() {
				throw "thrown";
			},
		};
		const other = Deferred().resolve(thenable);
		Deferred()
			.resolve()
			.then(() => other)
			.fail(() => {});
	});
	deepEqual(calls, [
		["queued", 1],
		["queued", 2],
		["exception", "thrown", undefined],
	]);
});

test("a notification that is a thenable is waited for, through the queue", async () => {
	const seen = [];
	const calls = await hooked(() => {
		const d = Deferred();
		d.then().progress((...values) => seen.push(values));
		d.notify(Deferred().resolve("a", "b"));
	});
	deepEqual(seen, [["a", "b"]]);
	deepEqual(calls, [
		["queued", 1], // the notification
		["queued", 2], // the thenable's own then
		["queued", 3], // what that called back
	]);
});

test("the same for a notification by a stranger's thenable", async () => {
	const seen = [];
	const stranger = {
		then(_resolve, _reject, notify) {
			notify({ then: (resolve) => resolve("waited for") });
		},
	};
	Deferred()
		.resolve()
		.then(() => stranger)
		.progress((value) => seen.push(value));
	await turn();
	deepEqual(seen, ["waited for"]);
});

test("a notification that is rejected is reported, also when the promise has settled by then", async (t) => {
	const errors = t.errors();
	const gate = Deferred();
	const d = Deferred();
	d.then();
	d.notify(gate);
	await turn();
	d.resolve();
	await turn();
	gate.reject("not noted");
	await turn();
	deepEqual(errors, ["not noted"]);
});

test("a promise notified with itself is a TypeError", async (t) => {
	const errors = t.errors();
	const d = Deferred();
	const p = d.then(null, null, () => p);
	d.notify();
	await turn();
	deepEqual(
		errors.map((error) => error.name),
		["TypeError"],
	);
});

test("resolve read first from an object that inherits it gives no context on the deferred itself", () => {
	for (const method of ["resolve", "reject", "notify"]) {
		const d = Deferred();
		const child = Object.create(d);
		const contexts = [];
		const note = function () {
			contexts.push(this);
		};
		d.always(note).progress(note);
		equal(typeof child[method], "function");
		d[method]();
		const other = Deferred().always(note).progress(note);
		const heir = Object.create(other);
		heir[method]();
		equal(contexts.length, 2);
		equal(contexts[0], undefined, method);
		equal(contexts[1], heir, method);
	}
});

test("a proxy of a deferred does not change the context either", () => {
	const d = Deferred();
	const proxy = new Proxy(d, {});
	let context = "none";
	d.done(function () {
		context = this;
	});
	equal(typeof proxy.resolve, "function");
	d.resolve();
	equal(context, undefined);
});

test("methods that are replaced by defineProperty, as spies do, are what others call", async () => {
	const d = Deferred().resolve("original");
	Object.defineProperty(d, "then", { get: () => (resolve) => resolve("spy") });
	equal(
		await Deferred()
			.resolve()
			.then(() => d),
		"spy",
	);
	const e = Deferred().resolve("original");
	const heir = Object.create(e, { promise: { value: () => Deferred().resolve("heir") } });
	equal(await when(heir, 1), "heir");
});

test("a revoked proxy rejects what wraps it", async () => {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	await rejects(wrap(proxy), TypeError);
	await rejects(when(proxy, 1), TypeError);
});

test("a page's own reportError that throws does not stop the queue", async (t) => {
	const errors = t.errors();
	const before = globalThis.reportError;
	globalThis.reportError = () => {
		throw new Error("reporter");
	};
	const p = Deferred().resolve("alive").promise();
	try {
		p.then().done(() => {
			throw new Error("callback");
		});
		await turn();
	} finally {
		globalThis.reportError = before;
	}
	equal(await p, "alive");
	deepEqual(
		errors.map((error) => error.message),
		["callback"],
	);
});

test("a long row of promises that wait for each other takes no time for each one before it", async () => {
	const first = Deferred();
	let last = first.promise();
	// Were each one to look at all before it, the test's deadline would come first.
	for (let i = 0; i < 100_000; i++) {
		const before = last;
		last = Deferred()
			.resolve()
			.then(() => before);
		last.then(); // that something else waits for it is no matter
	}
	await turn();
	first.resolve("through");
	equal(await last, "through");
});

test("of promises that follow each other by chance, each that closes a ring rejects, and no other", async () => {
	const { exceptionHook } = Deferred;
	Deferred.exceptionHook = undefined;
	const chance = new Chance(1);
	let rings = 0;
	for (let round = 0; round < 300; round++) {
		const count = 2 + chance.below(12);
		/** What each one follows, once it does. @type {number[]} */
		const follows = [];
		const gates = chance.some(count, () => Deferred());
		const promises = gates.map((gate, i) => gate.then(() => promises[follows[i]]).fail(() => {}));
		for (const promise of promises) if (chance.often(50)) promise.then(null, () => {});
		const left = promises.map((_, i) => i);
		while (left.length > 0) {
			const [one] = left.splice(chance.below(left.length), 1);
			follows[one] = chance.below(count);
			let end = follows[one];
			while (end !== one && follows[end] !== undefined && promises[end].state() === "pending")
				end = follows[end];
			const wanted = end === one || promises[end].state() === "rejected" ? "rejected" : "pending";
			if (end === one) rings++;
			gates[one].resolve();
			await turn();
			equal(promises[one].state(), wanted, `${one} of ${JSON.stringify(follows)}`);
		}
	}
	Deferred.exceptionHook = exceptionHook;
	ok(rings > 300, `${rings} rings`);
});

test("listening to the progress of a ring of promises comes to an end", async () => {
	const d = Deferred();
	/** @type {any} */
	let made;
	const ring = d.then(() => made);
	made = ring.then(() => {});
	d.resolve();
	await turn();
	ring.progress(() => {});
	made.then(null, null, () => {});
	equal(ring.state(), "pending");
});
