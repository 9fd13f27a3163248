import { asked, click, deepEqual, equal, letGo } from "./visitor.js";
import { run, said, saysLines, startsWithoutJQuery, test, until } from "./visitor.js";

const lookedAt = () => /** @type {any} */ (window).lookedAt;

startsWithoutJQuery();

test("callbacks in callbacks: each is asked for when the one before is there", async () => {
	deepEqual(await asked(1), ["a.json?scenario=1"]);
	deepEqual(said(), []);
	await letGo("a.json?scenario=1");
	deepEqual(await asked(2), ["a.json?scenario=1", "b.json?scenario=1"]);
	deepEqual(said(), ["A is done"]);
	await letGo("b.json?scenario=1", "c.json?scenario=1");
	deepEqual(await saysLines(3), ["A is done", "B is done", "C is done"]);
});

test("two variables: C is asked for when both are true", async () => {
	await click("#both");
	deepEqual((await asked(5)).slice(3).sort(), ["a.json?scenario=2", "b.json?scenario=2"]);
	await letGo("b.json?scenario=2");
	await saysLines(4);
	const times = lookedAt();
	await until(() => lookedAt() > times + 1);
	equal((await asked(5)).length, 5);
	await letGo("a.json?scenario=2", "c.json?scenario=2");
	deepEqual((await saysLines(6)).slice(3), ["B is done", "A is done", "C is done"]);
	deepEqual((await asked(6))[5], "c.json?scenario=2");
});

await run();
