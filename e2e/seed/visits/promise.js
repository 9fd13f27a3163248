import { asked, deepEqual, equal, letFail, letGo, ok, one } from "./visitor.js";
import { run, said, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

const widths = "widths: 200, 300";

test("when both animations have completed, the additional logic runs", async () => {
	deepEqual((await asked(3)).length, 3);
	deepEqual(await saysLines(1), [widths]);
	deepEqual([one("#box1").offsetWidth, one("#box2").offsetWidth], [200, 300]);
});

test("each callback gets the future value", async () => {
	await letGo("a.json?first=one&second=two");
	deepEqual((await saysLines(4)).slice(1), [
		"handle one two",
		"do something else with one two",
		"we got one two",
	]);
});

test("the second callback is called when something goes wrong", async () => {
	await letFail("a.json?first=no&second=answer");
	equal((await saysLines(5))[4], "something went wrong");
});

test("when waits for all promises", async () => {
	ok(!said().some((line) => line.startsWith("all:")));
	await letGo("a.json?first=three&second=four");
	equal((await saysLines(6))[5], "all: one two, three four");
});

await run();
