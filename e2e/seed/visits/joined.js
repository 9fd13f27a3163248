import { asked, click, deepEqual, equal, letFail, letGo } from "./visitor.js";
import { run, said, saysLines, startsWithoutJQuery, test, until } from "./visitor.js";

startsWithoutJQuery();

if (location.search === "?fails") {
	test("myFailure when one of the two fails, without waiting for the other", async () => {
		deepEqual((await asked(2)).sort(), ["/page1.php", "/page2.php"]);
		await letFail("/page2.php");
		deepEqual(await saysLines(1), ["myFailure: 503"]);
		await letGo("/page1.php");
	});
} else {
	test("myFunc when both have arrived", async () => {
		deepEqual((await asked(2)).sort(), ["/page1.php", "/page2.php"]);
		await letGo("/page2.php");
		const arrived = () =>
			performance.getEntriesByType("resource").some((one) => one.name.endsWith("/page2.php"));
		await until(arrived);
		deepEqual(said(), []);
		await letGo("/page1.php");
		deepEqual(await saysLines(1), ["myFunc: page1, page2"]);
	});

	test("C is asked for when A and B have arrived", async () => {
		await click("#ajax");
		deepEqual((await asked(4)).slice(2).sort(), ["a.json", "b.json"]);
		await letGo("a.json", "b.json");
		equal((await asked(5))[4], "c.json");
		await letGo("c.json");
		deepEqual((await saysLines(3)).slice(1), ["a and b are done", "c is done"]);
	});

	test("the same with deferreds", async () => {
		await click("#deferred");
		deepEqual((await saysLines(5)).slice(3), ["A and B are done", "C begins"]);
	});
}

await run();
