// wrap, native promises in both directions, and long chains.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test } from "../lib/test.js";

const { Deferred, wrap } = await load();

test("wrap gives a native promise or a thenable all our methods", async () => {
	const seen = [];
	await wrap(Promise.resolve("native"))
		.done((v) => seen.push(v))
		.always(() => seen.push("always"));
	deepEqual(seen, ["native", "always"]);
	equal(await rejects(wrap(Promise.reject("no"))), "no");
	const d = Deferred();
	equal(wrap(d), d.promise());
	equal(wrap(d.promise()), d.promise());
	equal(wrap(5).state(), "resolved");
});

test("native code takes our promises as thenables, with the first argument", async () => {
	const d = Deferred().resolve("first", "second");
	equal(await d, "first");
	deepEqual(await Promise.all([d, Promise.resolve(d)]), ["first", "first"]);
	equal(await Promise.race([d.promise(), new Promise(() => {})]), "first");
	equal(await (async () => d)(), "first");
});

test("then adopts native promises and ours, as deep as they nest", async () => {
	const chain = Deferred()
		.resolve()
		.then(() => Promise.resolve(Deferred().resolve("a")))
		.then((v) => Deferred().resolve(`${v}b`, "all"));
	deepEqual(await chain.then((...all) => all), ["ab", "all"]);
});

test("a long chain and a deep recursion of then do not exhaust the stack", async () => {
	const d = Deferred();
	let p = d.promise();
	for (let i = 0; i < 50000; i++) p = p.then((n) => n + 1);
	d.resolve(0);
	equal(await p, 50000);
	const loop = (n) =>
		n === 0
			? "end"
			: Deferred()
					.resolve()
					.then(() => loop(n - 1));
	equal(await loop(20000), "end");
});
