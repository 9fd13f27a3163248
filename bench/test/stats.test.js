import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { ratios, summary } from "../stats.js";

test("median and quartiles, in any order and by number", () => {
	deepEqual(summary([10, 9, 1, 3, 2]), { median: 3, lower: 2, upper: 9, rounds: 5 });
});

test("between two samples, the median lies in the middle, quartiles in proportion", () => {
	deepEqual(summary([4, 1, 2, 3]), { median: 2.5, lower: 1.75, upper: 3.25, rounds: 4 });
});

test("one sample is its own median", () => {
	deepEqual(summary([7]), { median: 7, lower: 7, upper: 7, rounds: 1 });
});

test("no samples have no median", () => {
	throws(() => summary([]), RangeError);
});

test("samples are left as they were", () => {
	const samples = [2, 1];
	summary(samples);
	deepEqual(samples, [2, 1]);
});

test("ratios are taken round by round, so that a slow round does not count against either", () => {
	equal(ratios([20, 200, 20], [10, 100, 10]).median, 2);
	equal(ratios([20, 200, 20], [10, 100, 10]).upper, 2);
});

test("rounds that one of the two was left out of do not count", () => {
	deepEqual(ratios([6, undefined, 8], [2, 5, 4, 9]), { median: 2.5, lower: 2.25, upper: 2.75, rounds: 2 });
});
