import { asked, click, deepEqual, equal, imagesMade, letFail, letGo, ok, one } from "./visitor.js";
import { run, startsWithoutJQuery, test, until, visible } from "./visitor.js";

startsWithoutJQuery();

const images = () => /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll("#myPanel img")]);
const sources = () => images().map((image) => image.getAttribute("src"));

test("no image is asked for before the click", async () => {
	deepEqual(await asked(0), []);
	deepEqual(sources(), [null, null, null, null]);
	ok(!visible(one("#myPanel")));
});

test("the first click opens the panel and asks for all four", async () => {
	await click("#myButton");
	deepEqual((await asked(4)).sort(), ["image1.png", "image2.png", "image3.png", "image4.png"]);
	await until(() => one("#myPanel").checkVisibility() && !one("#myPanel").getAnimations().length);
	deepEqual(sources(), [null, null, null, null]);
});

test("each image shows when it has arrived, and another one in place of what does not", async () => {
	await letGo("image2.png");
	await until(() => sources()[1]);
	deepEqual(sources(), [null, "image2.png", null, null]);
	await letFail("image3.png");
	await until(() => sources()[2]);
	await letGo("image1.png", "image4.png");
	await until(() => images().every((image) => image.complete && image.naturalWidth === 60));
	deepEqual(sources(), ["image1.png", "image2.png", "error.png", "image4.png"]);
	ok(visible(one("#myPanel")) && images().every(visible));
});

test("the second click asks for nothing", async () => {
	await click("#myButton");
	equal(imagesMade(), 4);
});

await run();
