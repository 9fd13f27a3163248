// What a visitor of the articles' pages can do, and what the server of the test says it was asked for. It holds each
// answer back until it is told to let it go, so that the order of things is the test's, and not the clock's.

import { equal, ok, test } from "../../pages/lib/test.js";

export { deepEqual, equal, ok, rejects, run, test, throws, turn } from "../../pages/lib/test.js";

/** The first element of a selector. @param {string} selector @returns {any} */
export const one = (selector) => document.querySelector(selector);

/** The lines that the page's code has said so far. */
export const said = () => [...document.querySelectorAll("#said li")].map((line) => line.textContent);

/** Waits, frame by frame, until what can be seen is so. @param {() => unknown} seen */
export async function until(seen) {
	while (!seen()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until so many lines are there. @param {number} count */
export async function saysLines(count) {
	await until(() => said().length >= count);
	return said();
}

/** Whether a visitor sees the element: it has a size, and is not see-through. @param {Element} element */
export function visible(element) {
	return element.checkVisibility({ checkOpacity: true }) && element.getBoundingClientRect().height > 0;
}

/** What was asked for, in order, once there have been so many requests. @param {number} count @returns {Promise<string[]>} */
export async function asked(count) {
	return (await fetch(`/asked?count=${count}`)).json();
}

/** How many images the page's code has made (count-images.js). */
export const imagesMade = () => /** @type {any} */ (window).images;

/** Lets time pass for the page (clock.js). @param {number} ms */
export const pass = (ms) => /** @type {any} */ (window).pass(ms);

/** Lets answers of the server go, also those that are yet to be asked for. @param {string[]} paths */
export async function letGo(...paths) {
	for (const path of paths)
		ok((await fetch(`/let-go?path=${encodeURIComponent(path)}`, { method: "POST" })).ok);
}

/** Lets it answer with 503. @param {string} path */
export async function letFail(path) {
	ok((await fetch(`/let-go?status=503&path=${encodeURIComponent(path)}`, { method: "POST" })).ok);
}

/** Clicks as a person does, where the element can be seen. @param {string} selector */
export async function click(selector) {
	const element = one(selector);
	element.scrollIntoView({ block: "center", behavior: "instant" });
	const { left, top, width, height } = element.getBoundingClientRect();
	const [x, y] = [left + width / 2, top + height / 2];
	const hit = document.elementFromPoint(x, y);
	ok(hit && element.contains(hit), `${selector} cannot be seen`);
	const heard = new Promise((resolve) => addEventListener("click", resolve, { capture: true, once: true }));
	const answer = await fetch(`/click?x=${x}&y=${y}`, { method: "POST" });
	if (!answer.ok) throw new Error(await answer.text());
	const event = await heard;
	ok(event.isTrusted && element.contains(event.target), "the click went elsewhere");
}

/** The page has come up on godeferred alone. The first test of every page. */
export function startsWithoutJQuery() {
	test("the page runs on godeferred as $, with no jQuery", async () => {
		const { $, godeferred, jQuery } = /** @type {any} */ (window);
		await godeferred.ready;
		equal($, godeferred);
		ok(jQuery === undefined || jQuery === $);
		equal(
			performance.getEntriesByType("resource").filter((one) => /jquery[^?]*\.js/i.test(one.name)).length,
			0,
		);
	});
}
