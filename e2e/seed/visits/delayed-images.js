import { asked, deepEqual, equal, imagesMade, letGo, ok, pass } from "./visitor.js";
import { run, startsWithoutJQuery, test, turn, until } from "./visitor.js";

startsWithoutJQuery();

const images = /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll("img")]);
const sources = () => images.map((image) => image.getAttribute("src"));
const none = "placeholder.png";

test("both pictures are asked for at once, and the one without a delay shows as soon as it is there", async () => {
	deepEqual((await asked(2)).sort(), ["image1.png", "image2.png"]);
	await turn();
	deepEqual(sources(), [none, none, none, none]);
	await letGo("image1.png", "image2.png");
	await until(() => sources()[2] !== none);
	deepEqual(sources(), [none, none, "image1.png", none]);
});

test("two show after a second, and not before", async () => {
	pass(999);
	await turn();
	deepEqual(sources(), [none, none, "image1.png", none]);
	pass(1);
	await until(() => sources()[0] !== none && sources()[1] !== none);
	deepEqual(sources(), ["image1.png", "image2.png", "image1.png", none]);
});

test("the last one after two", async () => {
	pass(999);
	await turn();
	equal(sources()[3], none);
	pass(1);
	await until(() => sources()[3] !== none);
	deepEqual(sources(), ["image1.png", "image2.png", "image1.png", "image2.png"]);
	await until(() => images.every((image) => image.complete && image.naturalWidth === 60));
	ok(images.every((image) => image.checkVisibility({ checkOpacity: true })));
	equal(imagesMade(), 2);
});

await run();
