// The shipped module in a page: it starts, settles, and works with the page's own promises.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test, throws, turn } from "../lib/test.js";

const godeferred = await load({ wasm: "/dist/godeferred.wasm" });

test("load answers the same promise again", () => {
	equal(load({ wasm: "/dist/godeferred.wasm" }), load());
});

test("done callbacks run at once, in order, with all arguments", () => {
	const d = godeferred.Deferred();
	const seen = [];
	d.done((...args) => seen.push("first", ...args)).done([
		() => seen.push("second"),
		[() => seen.push("third")],
	]);
	d.resolve(1, 2);
	deepEqual(seen, ["first", 1, 2, "second", "third"]);
	equal(d.state(), "resolved");
});

test("methods work detached", () => {
	const { resolve, done, promise } = godeferred.Deferred();
	let value;
	done((v) => {
		value = v;
	});
	resolve("detached");
	equal(value, "detached");
	equal(promise().state(), "resolved");
});

test("await takes the first argument", async () => {
	equal(await godeferred.Deferred().resolve("a", "b"), "a");
	equal(await rejects(godeferred.Deferred().reject("no")), "no");
});

test("a rejection that nothing handles is the page's own unhandledrejection", async (t) => {
	const reasons = t.rejections();
	godeferred.Deferred().reject("lost");
	await turn();
	await turn();
	deepEqual(reasons, ["lost"]);
});

test("an exception in a done callback reaches the caller of resolve, and the rest still run", () => {
	const d = godeferred.Deferred();
	let ran = false;
	d.done(() => {
		throw new RangeError("mine");
	});
	d.done(() => {
		ran = true;
	});
	throws(() => d.resolve(), RangeError);
	equal(ran, true);
});
