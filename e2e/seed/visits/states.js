import { deepEqual, run, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

test("states, callbacks and promises are as the articles say", async () => {
	deepEqual(await saysLines(24), [
		"new: pending, without: pending",
		"done: first",
		"always: first",
		"resolved",
		"fail: first",
		"always: first",
		"rejected",
		"before",
		"late done: first",
		"late fail: first",
		"after",
		"done: function",
		"fail: function",
		"then: function",
		"always: function",
		"resolve: undefined",
		"reject: undefined",
		"init: true, isResolved: false",
		"resolveWith: context one two",
		"isResolved: true",
		"rejectWith: context one",
		"and a second of the same list: one",
		"then done: first", // then has become asynchronous since.
		"then fail: first",
	]);
});

await run();
