// A Go program on package deferred (deferred/internal/beside), in a page that has the bundle and jQuery as well.

import { deepEqual, equal, ok, rejects } from "../lib/assert.js";
import { run, test } from "../lib/test.js";

const { godeferred, jQuery } = window;
await godeferred.ready;
const go = new window.Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("/artifacts/beside.wasm"), go.importObject);
go.run(instance);
const { beside } = window;

/** All that a promise of the bundle's or of jQuery's resolves with. @param {any} promise */
const all = (promise) =>
	new Promise((resolve, reject) => promise.done((...args) => resolve(args)).fail(reject));

for (const [name, Deferred] of Object.entries({ bundle: godeferred.Deferred, jQuery: jQuery.Deferred })) {
	test(`${name}: all arguments pass through Go`, async () => {
		for (const args of [[], [1], [1, "two", null, undefined]]) {
			deepEqual(await all(beside.echo(Deferred().resolve(...args))), args);
		}
		const later = Deferred();
		setTimeout(later.resolve, 1, "a", "b");
		deepEqual(await all(beside.echo(later.promise())), ["a", "b"]);
	});

	test(`${name}: a rejection passes through Go as it is`, async () => {
		const reason = { status: 404 };
		equal(await beside.echo(Deferred().reject(reason, "error")).then(null, (error) => error), reason);
	});

	test(`${name}: progress reaches Go`, async () => {
		const d = Deferred();
		const seen = beside.progress(d);
		for (const i of [1, 2, 3]) d.notify(i, "of 3");
		setTimeout(d.resolve, 5);
		deepEqual(await seen, [
			[1, "of 3"],
			[2, "of 3"],
			[3, "of 3"],
		]);
	});
}

test("native promises and values pass through Go", async () => {
	equal(await beside.echo(Promise.resolve("native")), "native");
	equal(await beside.echo("no promise"), "no promise");
	await rejects(beside.echo(Promise.reject(new RangeError("out"))), RangeError);
});

test("what Go returns is a promise of the bundle's", async () => {
	ok(typeof beside.echo().progress === "function");
	const seen = [];
	beside.promise.progress((what) => seen.push(what));
	await beside.settle("a", "b");
	deepEqual(seen, ["half"]);
	deepEqual(await all(beside.promise), ["a", "b"]);
	deepEqual(await all(godeferred.when(beside.promise, 1)), [["a", "b"], 1]);
});

test("abort ends the context of an exported function", async () => {
	const call = beside.forever();
	const chain = call.then(() => "never").finally(() => {});
	chain.abort("left");
	equal(await rejects(chain), "left");
	equal(await rejects(call), "left");
	equal(await beside.cause(), "left");
});

test("abort ends the work of a Go promise, when nothing else waits", async () => {
	const { promise, why } = await beside.work();
	const one = promise.then(() => 1);
	const two = godeferred.all([promise, 2]);
	one.abort("one");
	equal(await rejects(one), "one");
	equal(promise.state(), "pending");
	two.abort("two");
	equal(await rejects(two), "two");
	equal(await rejects(promise), "two");
	equal(await why, "two");
});

test("a signal ends the context", async () => {
	const controller = new AbortController();
	const work = beside.forever({ signal: controller.signal });
	controller.abort("left");
	equal(await work.then(null, (reason) => reason), "left");
});

test("a panic rejects, is reported, and the program goes on", async (t) => {
	const shown = t.errors();
	await rejects(beside.panic(), /nil pointer/);
	equal(shown.length, 1);
	equal(await beside.echo("alive"), "alive");
});

test("no callback is left", async () => {
	const before = await beside.live();
	await Promise.all(Array.from({ length: 100 }, (_, i) => beside.echo(Promise.resolve(i))));
	equal(await beside.live(), before);
});

await run();
