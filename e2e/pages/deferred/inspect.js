// inspect: what is pending, and where it was made. And what the function itself refuses.

import { load } from "/dist/godeferred.mjs";
import { equal, ok, test, throws } from "../lib/test.js";

const godeferred = await load();
const { Deferred } = godeferred;

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
	ok(entries.some((e) => e.stack?.includes("deferred/inspect.js")));
	d.resolve();
});

test("wrong calls of our own functions throw a TypeError that names the argument", () => {
	ok(throws(() => godeferred("<"), TypeError).message.includes("selector"));
	equal(typeof godeferred.version, "string");
});
