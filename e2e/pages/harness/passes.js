// The test library, tested: what must pass passes here; what must fail is in fails.js.

import { deepEqual, equal, ok, rejects, test, throws, turn } from "../lib/test.js";

test("assertions accept what is so", async () => {
	ok(1);
	equal(Number.NaN, Number.NaN);
	deepEqual({ a: [1, new Map([["k", new Date(3)]])] }, { a: [1, new Map([["k", new Date(3)]])] });
	equal(throws(() => JSON.parse("{"), SyntaxError).name, "SyntaxError");
	equal((await rejects(Promise.reject(new Error("no")), /^no$/)).message, "no");
});

test("assertions refuse what is not so", async () => {
	throws(() => ok(0), /not truthy/);
	throws(() => equal(0, -0), /got 0, expected 0/);
	throws(() => deepEqual([1, undefined], [1]), /expected \[1\]/);
	throws(() => deepEqual({ a: undefined }, { b: undefined }), /expected/);
	throws(() => throws(() => 1), /did not throw/);
	await rejects(rejects(Promise.resolve(1)), /did not reject/);
	await rejects(rejects(Promise.reject(new Error("no")), TypeError), /expected a TypeError/);
});

test("expected errors are collected", async (t) => {
	const errors = t.errors();
	reportError(new Error("reported"));
	setTimeout(() => {
		throw new Error("thrown");
	});
	await turn();
	await turn();
	deepEqual(
		errors.map((error) => error.message),
		["reported", "thrown"],
	);
});

test("expected rejections are collected", async (t) => {
	const reasons = t.rejections();
	Promise.reject("reason");
	await turn();
	await turn();
	deepEqual(reasons, ["reason"]);
});
