// Every test here must fail: harness_test.go checks that each does, and why.

import { equal, test } from "../lib/test.js";

test("an assertion", () => equal(1, 2));

test("an exception after a wait", async () => {
	await null;
	throw new TypeError("late");
});

test("an uncaught error", () => reportError(new Error("nobody caught me")));

test("an unhandled rejection", () => {
	Promise.reject(new Error("nobody handled me"));
});
