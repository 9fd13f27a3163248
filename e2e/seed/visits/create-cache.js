import {
	asked,
	click,
	deepEqual,
	equal,
	letGo,
	run,
	saysLines,
	startsWithoutJQuery,
	test,
} from "./visitor.js";

startsWithoutJQuery();

test("the cache asks once for the script, and tells of the one that is not there", async () => {
	deepEqual(await saysLines(1), ["errorCallback"]);
	deepEqual(await asked(1), ["script.js"]);
	await letGo("script.js");
	deepEqual((await saysLines(3)).slice(1), ["callback1", "callback2"]);
});

test("what is there is given at once, and each cache is its own", async () => {
	await click("#again");
	deepEqual((await saysLines(8)).slice(3), [
		"callback3",
		"at once",
		"another cache is asked for script.js",
		"callback4",
		"callback5",
	]);
	deepEqual(await asked(1), ["script.js"]);
	equal(/** @type {any} */ (window).demoScriptRuns, 1);
});

await run();
