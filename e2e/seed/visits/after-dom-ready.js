import { click, deepEqual, ok, run, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

test("each delay passes once, counted from when the document was ready", async () => {
	deepEqual(await saysLines(5), ["ready", "0", "150", "300", "300, too"]);
	for (const { name, after } of /** @type {any} */ (window).times) {
		// Clocks are rounded, the page's and the timers' each in its own way.
		ok(after >= Number.parseInt(name, 10) - 2, `${name} came after ${after} ms`);
	}
});

test("a delay that has passed is no delay", async () => {
	await click("#late");
	deepEqual((await saysLines(8)).slice(5), ["300, once more", "at once", "50"]);
});

await run();
