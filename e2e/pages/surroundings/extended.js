// What extended.html, whose objects, arrays and functions have members of the page's own, can rely on.

import { deepEqual, equal, run, test } from "../lib/test.js";

const { godeferred } = window;
await godeferred.ready;

test("deferreds, joins and tasks", async () => {
	const d = godeferred.Deferred();
	const sum = d.then((/** @type {number} */ a, /** @type {number} */ b) => a + b);
	d.resolve(2, 3);
	equal(await godeferred.when(sum, godeferred.wait(1), 7).then((...all) => all.join()), "5,,7");
	equal((await godeferred.mapAsync([1, 2], async (/** @type {number} */ n) => n * 2)).join(), "2,4");
});

test("requests", async () => {
	equal(
		await godeferred
			.get("/pages/surroundings/extended.html")
			.then((/** @type {string} */ text) => text.slice(0, 9)),
		"<!doctype",
	);
	const settings = {
		url: "/pages/nothing",
		retry: { limit: 1, backoff: 1, statusCodes: [404] },
		headers: { "X-A": 1 },
	};
	equal(await godeferred.ajax(settings).then(null, (/** @type {any} */ x) => x.status), 404);
});

test("the collection, its events and its texts", () => {
	const heard = [];
	const list = godeferred("<p class='a b'>x<b>y</b></p>").appendTo("body").addClass("c").data("k", 1);
	list.on("click", "b", () => heard.push("b")).on("click", () => heard.push("p"));
	list.find("b").trigger("click");
	deepEqual(heard, ["b", "p"]);
	equal(list.text(), "xy");
	equal(list.attr("class"), "a b c");
	list.clone(true).find("b").trigger("click");
	equal(heard.join(), "b,p,b,p");
	list.remove();
});

test("animations and queues", async () => {
	const element = document.body.appendChild(document.createElement("p"));
	element.textContent = "x";
	await godeferred.animate(element, { height: "2em", opacity: 0.5 }, 20);
	equal(element.style.height, "2em");
	const stopped = godeferred.slideUp(element, 1e6).then(null, (/** @type {Error} */ error) => error.name);
	godeferred.stop(element, true, true);
	equal(await stopped, element);
	equal(element.style.display, "none");
	element.remove();
});

await run();
