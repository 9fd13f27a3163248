import { asked, click, deepEqual, equal, imagesMade, letFail, letGo } from "./visitor.js";
import { run, said, saysLines, startsWithoutJQuery, test } from "./visitor.js";

startsWithoutJQuery();

if (location.search === "?fails") {
	test("a picture that does not come reaches the error callback", async () => {
		await asked(1);
		await letFail("my-image.png");
		deepEqual(await saysLines(1), ["failed"]);
		equal(imagesMade(), 1);
	});
} else {
	test("the cache works while the picture is on its way", async () => {
		deepEqual(await asked(1), ["my-image.png"]);
		deepEqual(said(), []);
		await letGo("my-image.png");
		deepEqual(await saysLines(2), ["callback1: my-image.png", "callback2: my-image.png"]);
	});

	test("and when it is there", async () => {
		await click("#again");
		deepEqual((await saysLines(4)).slice(2), ["callback3: my-image.png", "at once"]);
		deepEqual(await asked(1), ["my-image.png"]);
		equal(imagesMade(), 1);
	});
}

await run();
