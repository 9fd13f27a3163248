import { asked, deepEqual, equal, letGo, run, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

test("the traditional way and the promise's, for what arrives and what does not", async () => {
	deepEqual((await asked(5)).sort(), ["a.json", "b.json", "c.json?n=1", "c.json?n=2", "c.json?n=3"]);
	deepEqual(await saysLines(1), ["fail 404"]);
	await letGo("a.json");
	deepEqual((await saysLines(2))[1], "success a");
	await letGo("b.json");
	deepEqual((await saysLines(3))[2], "done b");
});

test("several callbacks, in order, however they are given", async () => {
	for (const n of [1, 2, 3]) {
		await letGo(`c.json?n=${n}`);
		deepEqual((await saysLines(3 * n + 3)).slice(3 * n), ["parse c", "show c", "keep c"]);
	}
	equal((await saysLines(12)).length, 12);
});

await run();
