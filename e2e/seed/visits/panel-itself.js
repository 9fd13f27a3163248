import {
	asked,
	click,
	deepEqual,
	letGo,
	ok,
	one,
	run,
	startsWithoutJQuery,
	test,
	until,
	visible,
} from "./visitor.js";

startsWithoutJQuery();

test("a click on the panel loads its contents, once", async () => {
	ok(visible(one("#myPanel")));
	deepEqual(await asked(0), []);
	await click("#myPanel");
	deepEqual(await asked(1), ["panel.html"]);
	deepEqual(one("#myPanel").textContent, "Click for the contents");
	await letGo("panel.html");
	await until(() => one("#myPanel h3"));
	deepEqual(one("#myPanel h3").textContent, "Two things, one moment");
	ok(visible(one("#myPanel li")));
	await click("#myPanel");
	await click("#myPanel");
	deepEqual(await asked(1), ["panel.html"]);
});

await run();
