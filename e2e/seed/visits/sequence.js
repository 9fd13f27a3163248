import {
	asked,
	click,
	deepEqual,
	letFail,
	letGo,
	run,
	saysLines,
	startsWithoutJQuery,
	test,
} from "./visitor.js";

startsWithoutJQuery();

test("each is asked for when the one before has arrived", async () => {
	deepEqual(await asked(1), ["a.json"]);
	await letGo("a.json");
	deepEqual(await asked(2), ["a.json", "b.json?after=a"]);
	await letGo("b.json?after=a");
	deepEqual(await asked(3), ["a.json", "b.json?after=a", "c.json?after=b"]);
	await letGo("c.json?after=b");
	deepEqual(await saysLines(1), ["D is done"]);
});

test("each gets what the one before answered", async () => {
	await click("#data");
	deepEqual((await saysLines(4)).slice(1), ["A answered a", "B answered b after a", "C answered c after b"]);
});

test("one that fails interrupts the chain", async () => {
	await letFail("b.json?after=a");
	await click("#broken");
	deepEqual((await saysLines(5)).slice(4), ["interrupted by a 503"]);
	deepEqual((await asked(8)).slice(6), ["a.json", "b.json?after=a"]);
});

await run();
