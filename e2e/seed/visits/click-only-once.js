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

test("an action before the click is lost", async () => {
	await click("#later");
	deepEqual(said(), ["the action is lost"]);
	ok(!visible(one("#myPanel")));
});

test("the first click opens the panel, the second does nothing", async () => {
	await click("#myButton");
	deepEqual((await saysLines(3)).slice(1), ["initializeData", "showPanel"]);
	await until(() => visible(one("#myPanel")));
	await click("#myButton");
	await click("#later");
	deepEqual((await saysLines(4)).slice(3), ["perform specific action"]);
});

await run();
