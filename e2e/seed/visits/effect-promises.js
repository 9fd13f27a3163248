import { click, deepEqual, one, run, saysLines, startsWithoutJQuery, test, visible } from "./visitor.js";

startsWithoutJQuery();

const seen = (...ids) => ids.map((id) => visible(one(`#${id}`)));

test("one element fades out, the other in", async () => {
	deepEqual(await saysLines(1), ["both are done"]);
	deepEqual(seen("div1", "div2"), [false, true]);
});

test("the four others open and close", async () => {
	deepEqual(seen("down", "up", "slide", "fade"), [false, true, true, true]);
	await click("#more");
	deepEqual((await saysLines(3)).slice(1), ["all four are done", "callback of fade"]);
	deepEqual(seen("down", "up", "slide", "fade"), [true, false, false, false]);
});

await run();
