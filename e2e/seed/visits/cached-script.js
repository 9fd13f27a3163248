import {
	asked,
	click,
	deepEqual,
	equal,
	letGo,
	run,
	said,
	saysLines,
	startsWithoutJQuery,
	test,
} from "./visitor.js";

startsWithoutJQuery();

test("a script that is not there reaches the error callback", async () => {
	deepEqual(await saysLines(1), ["errorCallback"]);
});

test("while the script is on its way, it is asked for once", async () => {
	deepEqual(await asked(1), ["script.js"]);
	equal(/** @type {any} */ (window).demoScriptRuns, undefined);
	deepEqual(said(), ["errorCallback"]);
	await letGo("script.js");
	deepEqual((await saysLines(4)).slice(1), ["callback1", "callback2", "successCallback"]);
});

test("and once it is there, it is not asked for again", async () => {
	await click("#again");
	deepEqual((await saysLines(7)).slice(4), ["again", "callback3", "at once"]);
	deepEqual(await asked(1), ["script.js"]);
	equal(/** @type {any} */ (window).demoScriptRuns, 1);
});

await run();
