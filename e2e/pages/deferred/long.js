// Long chains and deep nesting: in every engine as deep as jQuery 4 reaches in the one that has the largest stack for it.

import { load } from "/dist/godeferred.mjs";
import { equal, rejects, test } from "../lib/test.js";

const { Deferred, wait, work } = await load();

/**
 * Deferreds of which each settles the next in a callback.
 *
 * @param {number} count
 * @param {(one: any, next: any) => void} link
 */
function linked(count, link) {
	const all = Array.from({ length: count }, () => Deferred());
	for (let i = 1; i < count; i++) link(all[i - 1], all[i]);
	return all;
}

// First in this file: code that is not compiled yet takes the most of the stack.
test("callbacks that settle the next deferred nest 3,000 deep", () => {
	/** @type {Record<string, (one: any, next: any) => void>} */
	const links = {
		"a function that resolves": (one, next) =>
			one.done((/** @type {any} */ value) => {
				next.resolve(value);
			}),
		"resolve itself": (one, next) => one.done(next.resolve),
		"a promise waits, too": (one, next) => {
			one.then(() => {});
			one.done((/** @type {any} */ value) => next.resolve(value));
		},
		"a function that rejects": (one, next) => {
			one.done((/** @type {any} */ value) => next.reject(value));
			one.fail((/** @type {any} */ value) => next.resolve(value));
		},
		resolveWith: (one, next) =>
			one.done(
				/** @this {any} */ function (/** @type {any} */ value) {
					next.resolveWith(this, [value]);
				},
			),
		"two arguments": (one, next) =>
			one.done((/** @type {any} */ value, /** @type {any} */ more) => next.resolve(value, more)),
	};
	for (const [name, link] of Object.entries(links)) {
		const all = linked(3000, link);
		all[2999].fail(() => {});
		all[0].resolve("through", "all");
		equal(all[2999].state() === "pending", false, name);
	}
});

test("notifications in progress callbacks and filters of pipe nest 2,000 deep", () => {
	const all = linked(2000, (one, next) => one.progress(next.notify));
	let heard = 0;
	all[1999].progress(() => heard++);
	all[0].notify(1);
	equal(heard, 1);
	const d = Deferred();
	let piped = d.promise();
	for (let i = 0; i < 2000; i++) piped = piped.pipe((/** @type {number} */ value) => value + 1);
	d.resolve(0);
	equal(piped.state(), "resolved");
});

test("thenables that call back at once with another nest 10,000 deep", async () => {
	/** @type {any} */
	let thenable = { then: (/** @type {(value: any) => void} */ resolve) => resolve("inmost") };
	for (let i = 0; i < 10_000; i++) {
		const inner = thenable;
		thenable = { then: (/** @type {(value: any) => void} */ resolve) => resolve(inner) };
	}
	equal(
		await Deferred()
			.resolve()
			.then(() => thenable),
		"inmost",
	);
});

test("abort goes up a chain of any length", async () => {
	/** @type {unknown[]} */
	const stopped = [];
	let end = work((_, onAbort) => onAbort((reason) => stopped.push(reason)));
	for (let i = 0; i < 50_000; i++) end = i % 2 ? end.then(() => i) : end.finally(() => {});
	end.abort("enough");
	equal(await rejects(end), "enough");
	equal(stopped.join(), "enough");
});

test("a promise that polls by recursion can be aborted after 20,000 rounds", async () => {
	const long = wait(1e6);
	let rounds = 0;
	/** @returns {any} */
	const poll = () => (++rounds < 20_000 ? Deferred().resolve() : long).then(poll);
	const polling = poll();
	await Promise.resolve();
	equal(rounds, 20_000);
	polling.abort("enough");
	equal(await rejects(polling), "enough");
	equal(await rejects(long), "enough");
});
