import {
	asked,
	deepEqual,
	letFail,
	letGo,
	run,
	said,
	saysLines,
	startsWithoutJQuery,
	test,
} from "./visitor.js";

startsWithoutJQuery();

test("values count as resolved, at once", async () => {
	deepEqual(await saysLines(2), ["at once: a value, an object", "after it"]);
});

if (location.search === "?fails") {
	test("failure! when one of three fails", async () => {
		await asked(4);
		await letFail("/lists.php");
		deepEqual((await saysLines(3)).slice(2), ["failure!"]);
		await letGo("/main.php", "/modules.php", "/page1.php");
		deepEqual((await saysLines(4)).slice(2), ["failure!", "with a request: a value, page1"]);
	});
} else {
	test("success! when all three have arrived", async () => {
		deepEqual((await asked(4)).sort(), ["/lists.php", "/main.php", "/modules.php", "/page1.php"]);
		await letGo("/lists.php", "/main.php", "/page1.php");
		deepEqual((await saysLines(3)).slice(2), ["with a request: a value, page1"]);
		deepEqual(said().length, 3);
		await letGo("/modules.php");
		deepEqual((await saysLines(4)).slice(3), ["success!"]);
	});
}

await run();
