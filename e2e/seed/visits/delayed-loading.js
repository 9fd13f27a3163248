import { asked, deepEqual, equal, imagesMade, letFail, letGo, pass } from "./visitor.js";
import { run, startsWithoutJQuery, test, turn, until } from "./visitor.js";

startsWithoutJQuery();

const images = /** @type {HTMLImageElement[]} */ ([...document.querySelectorAll("img")]);
const sources = () => images.map((image) => image.getAttribute("src"));
const none = "placeholder.png";

test("only the picture without a delay is asked for at once, and shows", async () => {
	deepEqual(await asked(1), ["image1.png"]);
	await letGo("image1.png");
	await until(() => sources()[2] !== none);
	deepEqual(sources(), [none, none, "image1.png", none]);
	pass(999);
	await turn();
	equal(imagesMade(), 1);
});

test("the other one is asked for after a second; it does not come, and another stands for it", async () => {
	pass(1);
	await until(() => sources()[0] !== none);
	equal(imagesMade(), 2);
	deepEqual(sources(), ["image1.png", none, "image1.png", none]);
	await letFail("image2.png");
	await until(() => sources()[1] !== none);
	deepEqual(sources(), ["image1.png", "error.png", "image1.png", none]);
});

test("the last one after two seconds", async () => {
	pass(1000);
	await until(() => sources()[3] !== none);
	deepEqual(sources(), ["image1.png", "error.png", "image1.png", "error.png"]);
	await until(() => images.every((image) => image.complete && image.naturalWidth === 60));
	equal(imagesMade(), 2);
});

await run();
