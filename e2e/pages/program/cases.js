// Cases of a Go program (internal/pageprogram) as the runtime of a page, a worker and Node. Each case is a name
// and a function; `place` has godeferred and what the place offers.

import { deepEqual, equal, ok, rejects, throws } from "../lib/assert.js";
import { oddArguments } from "./odd-arguments.js";

/**
 * @typedef {object} Place
 * @property {any} godeferred
 * @property {<T>(run: () => Promise<T>) => Promise<{errors: any[], value: T}>} collecting runs a function, and collects
 *   errors that are reported meanwhile
 * @property {() => Promise<void>} turn lets the events and microtasks that are due run
 */

/** All that a promise resolves with. @param {any} promise @returns {Promise<any[]>} */
export const all = (promise) =>
	new Promise((resolve, reject) => promise.done((...args) => resolve(args)).fail(reject));

/** All that a promise rejects with. @param {any} promise @returns {Promise<any[]>} */
export const allOfFailure = (promise) =>
	new Promise((resolve, reject) => promise.fail((...args) => resolve(args)).done(reject));

/** @type {[string, (place: Place) => unknown][]} */
export const cases = [
	["a value there and back", async ({ godeferred: { go } }) => equal(await go.add(2, 3), 5)],
	[
		"all arguments there and back",
		async ({ godeferred: { go } }) => {
			for (const args of [
				[],
				[1],
				[undefined],
				[1, "zwei ☃ \u{1f600}", null, undefined, true, 1.5, Symbol.iterator],
			]) {
				deepEqual(await all(go.echo(...args)), args);
			}
			const object = {};
			equal(await go.echo(object), object);
		},
	],
	[
		"a call answers a promise of godeferred's, and never throws",
		async ({ godeferred }) => {
			const promise = godeferred.go.add("two", 3);
			for (const name of ["done", "fail", "always", "progress", "abort", "state", "finally"]) {
				equal(typeof promise[name], "function", name);
			}
			const error = await rejects(promise, TypeError);
			ok(/argument 1/.test(error.message), error.message);
		},
	],
	[
		"a name that is not exported rejects with a list of what is",
		async ({ godeferred: { go } }) => {
			const error = await rejects(go.serach("tea"), TypeError);
			ok(
				/serach/.test(error.message) && /\badd\b/.test(error.message) && /\becho\b/.test(error.message),
				error.message,
			);
		},
	],
	[
		"godeferred.go shows what there is, and is no thenable",
		async ({ godeferred }) => {
			const { go } = godeferred;
			ok("add" in go && !("serach" in go));
			ok(Object.keys(go).includes("echo"));
			equal(go.then, undefined);
			equal(go.toJSON, undefined);
			equal(await Promise.resolve(go), go);
			equal(go.add, go.add);
			const { add } = go;
			equal(await add(1, 1), 2);
			equal(godeferred.inspect().pending, 0);
		},
	],
	[
		"what can be exported later can be called then",
		async ({ godeferred: { go }, collecting }) => {
			await rejects(go.afterwards(1), TypeError);
			await go.late("afterwards");
			equal(await go.afterwards(1), 1);
			ok(/afterwards/.test((await rejects(go.serach())).message));
			equal((await collecting(() => rejects(go.late("afterwards"), /exported twice/))).errors.length, 1);
		},
	],
	[
		"a promise that Go answers is adopted",
		async ({ godeferred }) => {
			const { go } = godeferred;
			equal(await go.first(Promise.resolve("native")), "native");
			deepEqual(await all(go.first(godeferred.Deferred().resolve("a", "b"))), ["a", "b"]);
			equal(await rejects(go.first(Promise.reject("why"))), "why");
			deepEqual(await allOfFailure(go.first(godeferred.Deferred().reject("a", "b"))), ["a", "b"]);
			equal(await go.first({ then: (/** @type {any} */ done) => done(Promise.resolve("deep")) }), "deep");
			const evil = {
				get then() {
					throw new RangeError("getter");
				},
			};
			await rejects(go.first(evil), RangeError);
		},
	],
	[
		"what waits for a promise that Go has answered is listed, and can be aborted",
		async ({ godeferred }) => {
			const d = godeferred.Deferred();
			/** @type {any} */
			let reason;
			const inner = godeferred.work((/** @type {any} */ _, /** @type {any} */ onAbort) =>
				onAbort((/** @type {any} */ r) => {
					reason = r;
				}),
			);
			const outer = godeferred.go.first(inner);
			await godeferred.go.add(1, 1);
			equal(godeferred.inspect().kinds["go.first"], 1);
			outer.abort("enough");
			equal(await rejects(outer), "enough");
			await godeferred.go.add(1, 1); // a worker has heard of it by then
			equal(reason, "enough");
			equal(await rejects(inner), "enough");
			equal(godeferred.inspect().kinds["go.first"], undefined);
			d.resolve();
		},
	],
	[
		"errors cross whole",
		async ({ godeferred: { go } }) => {
			const plain = await rejects(go.fail("plain"), Error);
			deepEqual([plain.name, plain.message, "cause" in plain], ["Error", "plain", false]);
			const own = await rejects(go.fail("E42"), Error);
			deepEqual([own.name, own.code, own.list], ["CodedError", "E42", [1, "two"]]);
			const wrapped = await rejects(go.fail("wrapped"), Error);
			deepEqual([wrapped.name, wrapped.code], ["CodedError", "inner"]);
			ok(wrapped.message.startsWith("outer: "));
			deepEqual([wrapped.cause.name, wrapped.cause.code], ["CodedError", "inner"]);
			const joined = await rejects(go.fail("joined"), Error);
			deepEqual(
				joined.errors.map((/** @type {any} */ e) => e.message),
				["one", "it has the code two"],
			);
			const late = await rejects(go.fail("deadline"));
			deepEqual([late.name, late instanceof DOMException], ["TimeoutError", true]);
			const aborted = await rejects(go.fail("canceled"));
			deepEqual([aborted.name, aborted instanceof DOMException], ["AbortError", true]);
			const type = await rejects(go.fail("value"), TypeError);
			ok(/struct/.test(type.message), type.message);
		},
	],
	[
		"an exception of a page function that Go returns is that exception",
		async ({ godeferred: { go } }) => {
			const error = new RangeError("of the page");
			equal(
				await rejects(
					go.call(() => {
						throw error;
					}),
				),
				error,
			);
			equal(
				await rejects(
					go.call(() => {
						throw 7;
					}),
				),
				7,
			);
			equal(await rejects(go.await(Promise.reject(error))), error);
		},
	],
	[
		"all values of a rejection cross both ways",
		async ({ godeferred }) => {
			const d = godeferred.Deferred();
			const failure = allOfFailure(godeferred.go.await(d));
			const jqXHR = { status: 404 };
			d.reject(jqXHR, "error", "Not Found");
			deepEqual(await failure, [jqXHR, "error", "Not Found"]);
		},
	],
	[
		"abort ends the context, with the reason",
		async ({ godeferred: { go } }) => {
			const call = go.forever();
			const chain = call.then(() => "never");
			await go.add(1, 1);
			chain.abort("left");
			equal(await rejects(chain), "left");
			equal(await rejects(call), "left");
			deepEqual(await all(go.cause()), ["left"]);
		},
	],
	[
		"a signal ends the context, before the call, during it, and in options",
		async ({ godeferred: { go } }) => {
			const error = new Error("why");
			equal(await rejects(go.forever(AbortSignal.abort(error))), error);
			const controller = new AbortController();
			const during = go.forever("x", { signal: controller.signal });
			const other = go.forever(controller.signal, 1);
			await go.add(1, 1);
			controller.abort(error);
			equal(await rejects(during), error);
			equal(await rejects(other), error);
			deepEqual(await all(go.cause()), [error, error]); // the first never reached Go
		},
	],
	[
		"the page's abort of a call aborts what Go waits for in the page",
		async ({ godeferred }) => {
			/** @type {any} */
			let reason;
			const work = godeferred.work((/** @type {any} */ _, /** @type {any} */ onAbort) =>
				onAbort((/** @type {any} */ r) => {
					reason = r;
				}),
			);
			const call = godeferred.go.await(work);
			await godeferred.go.add(1, 1);
			call.abort("enough");
			await rejects(call);
			await godeferred.go.add(1, 1); // until then nothing else waits for the work
			equal(await rejects(work), "enough");
			equal(reason, "enough");
			// A stranger, as jQuery's jqXHR: without the reason, which it would take for a text of a status.
			/** @type {any[] | undefined} */
			let aborted;
			const jqXHR = {
				then() {},
				abort: (/** @type {any[]} */ ...args) => {
					aborted = args;
				},
			};
			const second = godeferred.go.await(jqXHR);
			await godeferred.go.add(1, 1);
			second.abort("enough");
			await rejects(second);
			await godeferred.go.add(1, 1);
			deepEqual(aborted, []);
		},
	],
	[
		"an abort leaves work alone that something else waits for",
		async ({ godeferred }) => {
			/** @type {any} */
			let finish;
			const work = godeferred.work((/** @type {any} */ d) => {
				finish = d.resolve;
			});
			const other = work.then((/** @type {any} */ v) => v);
			const call = godeferred.go.await(work);
			await godeferred.go.add(1, 1);
			call.abort("enough");
			await rejects(call);
			await godeferred.go.add(1, 1);
			finish("done");
			equal(await other, "done");
		},
	],
	...oddArguments,
	[
		"progress is what Go notifies of",
		async ({ godeferred: { go } }) => {
			/** @type {any[]} */
			const seen = [];
			equal(await go.count(3, "words").progress((/** @type {any[]} */ ...args) => seen.push(args)), 3);
			deepEqual(seen, [[1], [2], [3], [3, "words"]]);
		},
	],
	[
		"progress of a call that has the page call another one reaches both",
		async ({ godeferred: { go } }) => {
			/** @type {any[]} */
			const seen = [];
			const inner = () =>
				void go.count(1, "in").progress((/** @type {any[]} */ ...args) => seen.push(["inner", ...args]));
			await go.nested(inner).progress((/** @type {any[]} */ ...args) => seen.push(["outer", ...args]));
			deepEqual(seen, [
				["inner", 1],
				["inner", 1, "in"],
				["outer", "after"],
			]);
		},
	],
	[
		"a promise of Go's in the page: progress, all arguments, abort",
		async ({ godeferred }) => {
			const { go } = godeferred;
			const d = godeferred.Deferred();
			const { promise } = await go.work(d);
			equal(godeferred.inspect().kinds.go, 1);
			/** @type {any[]} */
			const seen = [];
			promise.progress((/** @type {any} */ what) => seen.push(what));
			d.resolve("a", "b");
			deepEqual(await all(promise), ["a", "b"]);
			deepEqual(seen, ["begun"]);
			equal(godeferred.inspect().kinds.go, undefined);
			/** @type {any} */
			let reason;
			const { promise: second } = await go.work(
				godeferred.work((/** @type {any} */ _, /** @type {any} */ onAbort) =>
					onAbort((/** @type {any} */ r) => {
						reason = r;
					}),
				),
			);
			second.abort("enough");
			equal(await rejects(second), "enough");
			await go.add(1, 1);
			equal(reason, "enough");
		},
	],
	[
		"a function of Go's is called until it is released",
		async ({ godeferred: { go } }) => {
			const [fn, release] = await all(go.make());
			equal(await fn(Promise.resolve("called")), "called");
			await release();
			await rejects(fn(1), /released/);
			const [other] = await all(go.make()); // which may have its number
			equal(await other(2), 2);
			await rejects(fn(1), /released/);
		},
	],
	[
		"a panic rejects, is reported once, and the program goes on",
		async ({ godeferred: { go }, collecting }) => {
			const { errors, value } = await collecting(() => rejects(go.panic(), /nil pointer/));
			equal(errors.length, 1);
			ok(/nil pointer/.test(errors[0].message), errors[0].message);
			ok(/panics/.test(/** @type {any} */ (value).goStack));
			equal(await go.add(1, 1), 2);
		},
	],
	[
		"the rules of requests and animations are the program's",
		async ({ godeferred }) => {
			throws(() => godeferred.ajax("ftp://x/"), TypeError);
			equal(await godeferred.get("data:text/plain,hello"), "hello");
			equal(await godeferred.go.get("data:text/plain,hello"), "hello");
			equal(godeferred.inspect().runtime, "ready");
		},
	],
	[
		"a call deep in the page's stack leaves the program alive",
		async ({ godeferred: { go } }) => {
			/** @type {Promise<any>[]} */
			const calls = [];
			let caught = 0;
			const fall = () => {
				try {
					fall();
				} catch {
					if (caught++ < 10_000 && calls.length < 10) calls.push(go.add(1, 1));
				}
			};
			fall();
			ok(calls.length > 0);
			for (const outcome of await Promise.allSettled(calls)) {
				if (outcome.status === "fulfilled") equal(outcome.value, 2);
				else ok(/stack|recursion/i.test(outcome.reason.message), outcome.reason.message);
			}
			equal(await go.add(2, 2), 4);
		},
	],
	[
		"10,000 calls, half of them aborted, leave nothing",
		async ({ godeferred: { go } }) => {
			const burst = async () => {
				const waiting = Array.from({ length: 5000 }, () => go.forever());
				const done = Array.from({ length: 5000 }, (_, i) => go.echo(i));
				for (const [i, value] of (await Promise.all(done)).entries()) equal(value, i);
				for (const call of waiting) call.abort("enough");
				for (const one of await Promise.allSettled(waiting)) equal(/** @type {any} */ (one).reason, "enough");
				equal((await all(go.cause())).length, 5000);
			};
			await burst(); // what maps and stacks keep for the next time
			const before = await go.live();
			await burst();
			const after = await go.live();
			equal(after.callbacks, before.callbacks);
			equal(after.goroutines, before.goroutines);
			ok(after.heap < before.heap + 300_000, `the heap grew from ${before.heap} to ${after.heap} bytes`);
		},
	],
];

/** How the places load the program. @type {any} */
export const PROGRAM = {};
