import { deepEqual, run, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

test("what waits longer comes later, and callbacks are bound outside", async () => {
	deepEqual(await saysLines(5), [
		"pending, undefined",
		"the traditional way",
		"done, with the wrapper",
		"one",
		"two",
	]);
});

await run();
