import { asked, click, deepEqual, equal, letGo, ok, one } from "./visitor.js";
import { run, startsWithoutJQuery, test, until, visible } from "./visitor.js";

startsWithoutJQuery();

test("the first click opens the panel while its contents are on the way", async () => {
	ok(!visible(one("#myPanel")));
	deepEqual(await asked(0), []);
	await click("#myButton");
	deepEqual(await asked(1), ["panel.html"]);
	await until(() => visible(one("#myPanel")) && !one("#myPanel").getAnimations().length);
	equal(one("#myPanel").textContent, "");
	const height = one("#myPanel").offsetHeight;
	await letGo("panel.html");
	await until(() => one("#myPanel h3"));
	equal(one("#myPanel h3").textContent, "Two things, one moment");
	ok(one("#myPanel").offsetHeight > height && visible(one("#myPanel li")));
});

test("the second click asks for nothing", async () => {
	await click("#myButton");
	deepEqual(await asked(1), ["panel.html"]);
});

await run();
