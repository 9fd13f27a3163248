// How a slide and a fade look at 0, 50 and 100 %: the test sets the time, and looks at what is drawn.

import { deepEqual, equal, test } from "./lib/test.js";
import { animationOf, computed, finish, show } from "./step1-stage.js";
import { godeferred, nothingLeft } from "./step1-start.js";

const box = '<div class="box" style="width: 50px; height: 40px">x</div><p>below</p>';

/** @param {any} element */
const look = (element) => {
	const { height } = element.getBoundingClientRect();
	return [Math.round(height), Number(computed(element, "opacity")), computed(element, "overflowY")];
};

/** @type {Record<string, any[][]>} */
const expected = {
	slideUp: [
		[66, 1, "hidden"],
		[34, 1, "hidden"],
		[2, 1, "hidden"],
	],
	fadeOut: [
		[66, 1, "visible"],
		[66, 0.5, "visible"],
		[66, 0, "visible"],
	],
	hide: [
		[66, 1, "hidden"],
		[34, 0.5, "hidden"],
		[2, 0, "hidden"],
	],
};

for (const [effect, looks] of Object.entries(expected)) {
	for (const back of [false, true]) {
		const name = back ? { slideUp: "slideDown", fadeOut: "fadeIn", hide: "show" }[effect] : effect;
		test(`${name} at 0, 50 and 100 %`, async () => {
			const element = show(box);
			if (back) godeferred.hide(element);
			const promise = godeferred[/** @type {string} */ (name)](element, 1000, "linear");
			const animation = animationOf(element);
			animation.pause();
			for (const [i, want] of looks.entries()) {
				animation.currentTime = (back ? 2 - i : i) * 500;
				deepEqual(look(element), want, `${animation.currentTime} ms`);
			}
			finish(element);
			await promise;
			equal(computed(element, "display"), back ? "block" : "none");
			nothingLeft();
		});
	}
}

test("below what slides, the page moves with it", async () => {
	const element = show(box);
	const below = element.nextElementSibling;
	const start = below.getBoundingClientRect().top;
	const promise = godeferred.slideUp(element, 1000, "linear");
	const animation = animationOf(element);
	animation.pause();
	animation.currentTime = 500;
	const half = below.getBoundingClientRect().top;
	finish(element);
	await promise;
	const end = below.getBoundingClientRect().top;
	equal(start > half && half > end, true);
});
