// when, wrap, native promises in both directions, inspect.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test, throws } from "./lib/test.js";

const godeferred = await load();
const { Deferred, when, wrap } = godeferred;

test("when of nothing and of values resolves at once", () => {
	const seen = [];
	when().done((...all) => seen.push(all));
	when(1).done((...all) => seen.push(all));
	when(1, undefined, null).done((...all) => seen.push(all));
	deepEqual(seen, [[], [1], [1, undefined, null]]);
});

test("when of several gives one value each, an array for several arguments, and the contexts as this", () => {
	const [a, b, c] = [Deferred(), Deferred(), Deferred()];
	let seen;
	when(a, b, c, "plain").done(function (...all) {
		seen = [this, all];
	});
	c.resolve();
	b.resolveWith("ctx", [1, 2]);
	equal(seen, undefined);
	a.resolve("one");
	deepEqual(seen[1], ["one", [1, 2], undefined, "plain"]);
	deepEqual(
		seen[0].map((context) => context?.toString()),
		[undefined, "ctx", undefined, undefined],
	);
});

test("when rejects at once with the first failure's context and arguments", () => {
	const [a, b] = [Deferred(), Deferred()];
	let seen;
	when(a, b).fail(function (...all) {
		seen = [this.name, all];
	});
	b.rejectWith({ name: "b" }, [1, 2]);
	deepEqual(seen, ["b", [1, 2]]);
	a.reject("second").fail(() => {});
});

test("when waits for native promises and thenables among others", async () => {
	deepEqual(
		await when(Promise.resolve(1), { then: (ok) => ok(2) }, 3, Deferred().resolve(4, 5)).then(
			(...all) => all,
		),
		[1, 2, 3, [4, 5]],
	);
	equal(await rejects(when(Promise.reject("no"), Deferred())), "no");
});

test("when of one deferred passes all arguments; of one thenable unwraps it", async () => {
	deepEqual(await when(Deferred().resolve(1, 2)).then((...all) => all), [1, 2]);
	equal(await when(Promise.resolve(Promise.resolve("deep"))), "deep");
	equal(
		await rejects(
			when({
				then() {
					throw "thrown";
				},
			}),
		),
		"thrown",
	);
});

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
		.then((v) => Deferred().resolve(v + "b", "all"));
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

test("inspect lists what is pending: how many, of what kind, how old", () => {
	const before = godeferred.inspect();
	const d = Deferred();
	const t = d.then(() => {});
	const now = godeferred.inspect();
	equal(now.pending, before.pending + 2);
	equal(now.kinds.deferred, (before.kinds.deferred ?? 0) + 1);
	equal(now.kinds.then, (before.kinds.then ?? 0) + 1);
	ok(now.entries.every((e) => e.age >= 0) && now.oldest === now.entries[0].age);
	d.resolve();
	equal(godeferred.inspect().kinds.deferred, before.kinds.deferred);
	return t.then(() => equal(godeferred.inspect().pending <= before.pending + 1, true));
});

test("inspect({stacks: true}) shows where each is created from then on", () => {
	godeferred.inspect({ stacks: true });
	const d = Deferred();
	const { entries } = godeferred.inspect({ stacks: false });
	ok(entries.some((e) => e.stack?.includes("rules-when")));
	d.resolve();
});

test("wrong calls of our own functions throw a TypeError that names the argument", () => {
	ok(throws(() => godeferred("<"), TypeError).message.includes("selector"));
	equal(typeof godeferred.version, "string");
});
