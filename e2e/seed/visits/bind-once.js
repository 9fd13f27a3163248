import {
	click,
	deepEqual,
	ok,
	one,
	run,
	said,
	saysLines,
	startsWithoutJQuery,
	test,
	until,
	visible,
} from "./visitor.js";

startsWithoutJQuery();

test("an action before the click is delayed until then", async () => {
	deepEqual(await saysLines(1), ["the same promise: true"]);
	await click("#later");
	deepEqual(said().slice(1), ["asked for it"]);
	ok(!visible(one("#myPanel")));
	await click("#myButton");
	deepEqual((await saysLines(7)).slice(2), [
		"bindOnce: focusin",
		"initializeData",
		"showPanel",
		"bindOnce: click on myButton",
		"perform specific action",
	]);
	await until(() => visible(one("#myPanel")));
});

test("a second click does nothing, an action after the first runs at once", async () => {
	await click("#myButton");
	await click("#later");
	deepEqual((await saysLines(9)).slice(7), ["asked for it", "perform specific action"]);
});

await run();
