import { click, deepEqual, equal, one, run, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

const opacity = (selector) => getComputedStyle(one(selector)).opacity;

test("out and in again: both have ended", async () => {
	deepEqual(await saysLines(2), ["out: 0", "both: 1"]);
	equal(opacity("#div1"), "1");
});

test("two elements at once", async () => {
	await click("#two");
	deepEqual((await saysLines(4)).slice(2).sort(), ["callback of div2", "two: 0 1"]);
	deepEqual([opacity("#div1"), opacity("#div2")], ["0", "1"]);
});

await run();
