import { asked, deepEqual, equal, letFail, letGo, ok, one } from "./visitor.js";
import { run, said, saysLines, startsWithoutJQuery, test, until, visible } from "./visitor.js";

startsWithoutJQuery();

test("both are asked for at once, while the interface opens", async () => {
	deepEqual((await asked(2)).sort(), ["latestnews.php", "latestreactions.php"]);
	for (const selector of [".news", ".reactions"]) {
		ok(one(selector).classList.contains("active"));
		await until(() => visible(one(selector)) && !one(selector).getAnimations().length);
		equal(one(selector).textContent, "");
	}
	deepEqual(said(), []);
});

test("news show when they arrive", async () => {
	await letGo("latestnews.php");
	deepEqual(await saysLines(1), ["News data received"]);
	ok(one(".news li h3").textContent.length > 0);
	equal(one(".reactions").textContent, "");
});

if (location.search === "?fails") {
	test("something goes wrong when the reactions fail", async () => {
		await letFail("latestreactions.php");
		deepEqual((await saysLines(2)).slice(1), ["Something went wrong!"]);
		equal(one(".reactions").textContent, "");
	});
} else {
	test("when reactions have arrived too, all is done", async () => {
		await letGo("latestreactions.php");
		deepEqual((await saysLines(3)).slice(1), ["Reactions data received", "Fire after requests succeed"]);
		ok(visible(one(".news")) && visible(one(".reactions li p")));
	});
}

await run();
