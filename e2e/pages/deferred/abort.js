// Aborting: it goes up a chain or a join as far as nobody else waits.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test, turn } from "../lib/test.js";

const godeferred = await load();
const { Deferred, all, mapAsync, series, timeout, wait, when } = godeferred;
const long = 60_000;

const name = async (promise) => (await rejects(promise)).name;

test("abort rejects with an AbortError, or with the reason given; a second one does nothing", async () => {
	const p = wait(long);
	const q = wait(long);
	p.abort();
	equal(q.abort("mine"), q);
	q.abort("again");
	equal(await name(p), "AbortError");
	equal(await rejects(q), "mine");
	const done = wait(0);
	await done;
	done.abort();
	equal(done.state(), "resolved");
});

test("a plain deferred has no work: abort does nothing to it, but ends what was chained", async () => {
	const d = Deferred();
	d.promise().abort();
	const p = d.then(() => "never");
	p.abort("left");
	equal(await rejects(p), "left");
	equal(d.state(), "pending");
	d.resolve("still mine");
	equal(await d, "still mine");
});

test("abort survives chaining: the work at its beginning ends when nothing else waits for it", async () => {
	const work = wait(long);
	const end = work
		.then(() => 1)
		.then(() => 2)
		.finally(() => {});
	end.abort("enough");
	equal(await rejects(end), "enough");
	equal(work.state(), "rejected");
});

test("work that something else waits for goes on", async () => {
	const work = wait(long);
	const one = work.then(() => 1);
	const two = work.then(() => 2);
	one.abort("one");
	equal(await rejects(one), "one");
	equal(work.state(), "pending");
	two.abort("two");
	equal(await rejects(two), "two");
	equal(work.state(), "rejected");
	const watched = wait(long);
	watched.done(() => {});
	const branch = watched.then(() => {});
	branch.abort();
	await rejects(branch);
	equal(watched.state(), "pending");
	watched.fail(() => {}).abort();
});

// Has something wait for work, by the names of waiting.json. What is returned can be aborted, too.
const waitFor = {
	done: (work) => void work.done(() => {}),
	fail: (work) => void work.fail(() => {}),
	always: (work) => void work.always(() => {}),
	progress: (work) => void work.progress(() => {}),
	"done without a function": (work) => void work.done().done(null),
	state: (work) => void work.state(),
	then: (work) => work.then(() => {}),
	catch: (work) => work.catch(() => {}),
	finally: (work) => work.finally(() => {}),
	"a chain": (work) => work.then(() => {}).then(() => {}),
	"done and then": (work) => work.done(() => {}).then(() => {}),
	async "a promise that follows"(work) {
		const follower = Deferred()
			.resolve()
			.then(() => work);
		await turn();
		return { abort: (reason) => follower.abort(reason) }; // await must not wait for it
	},
	timeout: (work) => timeout(work, long),
	when: (work) => when(work, Deferred()),
	all: (work) => all([work, Deferred()]),
	any: (work) => godeferred.any([work, Deferred()]),
	race: (work) => godeferred.race([work, Deferred()]),
	allSettled: (work) => godeferred.allSettled([work, Deferred()]),
	"a settled join": (work) => void all([Deferred().reject("first"), work]).fail(() => {}),
};

const waiting = await (await fetch("/pages/deferred/waiting.json")).json();

test("all ways of waiting are tried", () => {
	deepEqual(waiting.map(({ name }) => name).sort(), Object.keys(waitFor).sort());
});

// The Go face is asked the same rows: see deferred/waiting_test.go.
for (const { name, waits, leaves } of waiting) {
	test(`who waits for work: ${name}`, async () => {
		const work = wait(long);
		let waiter = waitFor[name](work);
		if (name === "a promise that follows") waiter = await waiter;
		work.then(() => {}).abort();
		const goesOn = work.state() === "pending";
		equal(goesOn, waits, "it waits");
		waiter?.abort();
		equal(goesOn && work.state() === "rejected", leaves, "it can leave");
		work.fail(() => {}).abort();
	});
}

test("what a handler returned is aborted, too", async () => {
	let inner;
	const p = Deferred()
		.resolve()
		.then(() => {
			inner = wait(long);
			return inner;
		});
	await turn();
	p.abort("inner");
	equal(await rejects(p), "inner");
	equal(inner.state(), "rejected");
});

test("a join leaves its members: when, all, mapAsync, series, timeout", async () => {
	for (const join of [
		(...list) => when(...list),
		(...list) => all(list),
		(...list) => mapAsync(list, (p) => p),
		(...list) => series(list.map((p) => () => p)),
	]) {
		const mine = wait(long);
		const shared = wait(long);
		const other = shared.then(() => {});
		const p = join(mine, shared);
		p.abort("join");
		equal(await rejects(p), "join");
		equal(mine.state(), "rejected");
		equal(shared.state(), "pending");
		other.abort();
		await rejects(other);
	}
	const slow = wait(long);
	equal(await name(timeout(slow, 1)), "TimeoutError");
	equal(slow.state(), "rejected");
});

test("a signal aborts, now or later, with its own reason, and is left alone afterwards", async () => {
	equal(await rejects(wait(long, { signal: AbortSignal.abort("before") })), "before");
	const controller = new AbortController();
	const listeners = new Set();
	const { signal } = controller;
	signal.addEventListener = (type, fn, ...rest) => {
		listeners.add(fn);
		EventTarget.prototype.addEventListener.call(signal, type, fn, ...rest);
	};
	signal.removeEventListener = (type, fn, ...rest) => {
		listeners.delete(fn);
		EventTarget.prototype.removeEventListener.call(signal, type, fn, ...rest);
	};
	await wait(0, { signal });
	equal(listeners.size, 0);
	const p = wait(long, { signal });
	const q = mapAsync([1, 2], () => wait(long), { signal });
	equal(listeners.size, 1, "one for all");
	controller.abort("while");
	deepEqual([await rejects(p), await rejects(q)], ["while", "while"]);
	equal(listeners.size, 0);
});

test("aborting in a progress callback or from a handler is safe", async () => {
	const d = Deferred();
	const p = d.then();
	p.progress(() => p.abort("in progress"));
	d.notify(1);
	equal(await rejects(p), "in progress");
	const q = Deferred()
		.resolve()
		.then(() => q.abort("from its own handler"));
	equal(await rejects(q), "from its own handler");
});

test("work that a handler returns, whose promise was aborted meanwhile, ends when nothing else waits for it", async () => {
	for (const [kept, state] of [
		[false, "rejected"],
		[true, "pending"],
	]) {
		const work = wait(long);
		if (kept) work.done(() => {});
		const p = Deferred()
			.resolve()
			.then(() => {
				p.abort("enough");
				return work;
			});
		equal(await rejects(p), "enough");
		equal(work.state(), state);
		work.abort();
	}
});

test("a join that has ended leaves nothing on those that are still pending", async () => {
	const work = wait(long);
	await rejects(when(work, Deferred().reject("first")));
	await godeferred.race([work, 1]);
	await rejects(all([work, Promise.reject("third")]));
	const branch = work.then(() => {});
	branch.abort("nobody else waits");
	await rejects(branch);
	equal(work.state(), "rejected");
});

test("an abort that nobody handles is not reported: who aborts knows of it", async () => {
	wait(long).abort();
	Deferred()
		.then(() => {})
		.then(() => {})
		.abort();
	all([wait(long), 1]).abort();
	await turn();
	await turn();
});

test("nothing of it stays pending", async () => {
	await turn();
	const { kinds } = godeferred.inspect();
	equal(kinds.timer ?? 0, 0);
	equal(kinds.wrap ?? 0, 0);
});
