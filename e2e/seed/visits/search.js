import {
	asked,
	click,
	deepEqual,
	letGo,
	run,
	said,
	saysLines,
	startsWithoutJQuery,
	test,
} from "./visitor.js";

startsWithoutJQuery();

const first = "search.json?q=jQuery+Deferred";

test("the same search is asked for once, and answers both", async () => {
	deepEqual(await asked(1), [first]);
	deepEqual(said(), []);
	await letGo(first);
	deepEqual(await saysLines(2), ["callback1: jQuery Deferred, 2", "callback2: jQuery Deferred, 2"]);
});

test("later it is answered at once; other words are asked for", async () => {
	await letGo("search.json?q=river");
	await click("#again");
	const lines = (await saysLines(5)).slice(2);
	deepEqual(lines.slice(0, 2), ["callback3: jQuery Deferred, 2", "at once"]);
	deepEqual(/^another: river, [1-8]$/.test(lines[2]), true, lines[2]);
	deepEqual(await asked(2), [first, "search.json?q=river"]);
});

await run();
