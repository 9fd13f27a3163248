// slideDown and fadeIn on real elements: the way, the end, and who hears of it.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { animationOf, computed, finish, finished, hidden, jQuery, show, stage } from "../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../lib/started.js";

test("a slide opens height, padding and margin, and cuts off what does not fit", async () => {
	const element = show('<div class="box" style="display: none">one<br>two</div>');
	const promise = godeferred.slideDown(element, { duration: 1000, easing: "linear" });
	const animation = animationOf(element);
	animation.pause();
	for (const [part, height, padding, margin] of [
		[0, "0px", "0px", "0px"],
		[0.5, "20px", "5px", "3px"],
		[1, "40px", "10px", "6px"],
	]) {
		animation.currentTime = 999.999 * Number(part);
		const round = (/** @type {string} */ property) =>
			`${Math.round(parseFloat(computed(element, property)))}px`;
		deepEqual(["height", "paddingTop", "marginTop"].map(round), [height, padding, margin], `at ${part}`);
		equal(computed(element, "overflowY"), "hidden");
	}
	equal(promise.state(), "pending");
	animation.finish();
	await promise;
	equal(computed(element, "overflowY"), "visible");
	equal(element.getAttribute("style"), "");
	nothingLeft();
});

test("a fade goes from nothing to the element's own opacity", async () => {
	const element = show('<div class="gone half">text</div>');
	const promise = godeferred.fadeIn(element, { duration: 1000, easing: "linear" });
	const animation = animationOf(element);
	animation.pause();
	equal(computed(element, "opacity"), "0");
	animation.currentTime = 500;
	equal(Number(computed(element, "opacity")), 0.25);
	animation.finish();
	await promise;
	equal(computed(element, "opacity"), "0.5");
	equal(element.style.opacity, "");
	nothingLeft();
});

test("swing is jQuery's, to the eye", async () => {
	const element = show(hidden);
	const promise = godeferred.fadeIn(element, 1000);
	const animation = animationOf(element);
	animation.pause();
	for (let time = 0; time < 1000; time += 50) {
		animation.currentTime = time;
		const want = jQuery.easing.swing(time / 1000);
		ok(Math.abs(Number(computed(element, "opacity")) - want) < 0.001, `at ${time} ms`);
	}
	animation.finish();
	await promise;
});

test("durations are ms or words, and 400 ms otherwise", async () => {
	for (const [duration, ms] of [
		[undefined, 400],
		[null, 400],
		["fast", 200],
		["slow", 600],
		[1234.5, 1234.5],
		[{ duration: 70 }, 70],
		[{}, 400],
	]) {
		const element = show(hidden);
		const promise = godeferred.slideDown(element, duration);
		equal(animationOf(element).effect?.getTiming().duration, ms);
		finish(element);
		await promise;
	}
});

test("durations that no clock can measure are over at once, as jQuery's are", () => {
	for (const duration of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, -0]) {
		for (const name of ["slideDown", "fadeIn"]) {
			const element = show(hidden);
			equal(godeferred[name](element, duration).state(), "resolved", `${name} ${duration}`);
			equal(element.getAnimations().length, 0);
			equal(computed(element, "display"), "block");
		}
	}
	nothingLeft();
});

test("the callback runs once for each element, with it as this, before the promise resolves once", async () => {
	show(hidden + hidden);
	const [first, second] = stage.children;
	/** @type {any[]} */
	const seen = [];
	const promise = godeferred.slideDown(
		stage.children,
		10_000,
		/** @this {any} */ function () {
			seen.push(this);
			equal(arguments.length, 0);
		},
	);
	promise.done(
		/** @this {any} */ function () {
			seen.push("done", this === stage.children);
		},
	);
	await finished(first);
	deepEqual(seen, [first]);
	finish(second);
	await promise;
	deepEqual(seen, [first, second, "done", true]);
	nothingLeft();
});

test("a callback that throws keeps neither the others nor the promise from ending", async (t) => {
	const errors = t.errors();
	show(hidden + hidden);
	let calls = 0;
	const promise = godeferred.fadeIn(stage.children, 10_000, () => {
		calls++;
		throw new Error(`thrown ${calls}`);
	});
	finish(...stage.children);
	await promise;
	equal(calls, 2);
	deepEqual(
		errors.map((error) => error.message),
		["thrown 1", "thrown 2"],
	);
	nothingLeft();
});

test("an animation that someone cancels ends, with the element shown", async () => {
	const element = show(hidden);
	const promise = godeferred.slideDown(element, 10_000);
	animationOf(element).cancel();
	await promise;
	equal(element.style.display, "");
	nothingLeft();
});

for (const [what, remove] of /** @type {[string, (e: Element) => void][]} */ ([
	["removed", (element) => element.remove()],
	["inside a parent that is hidden", () => (stage.style.display = "none")],
	["replaced with the whole stage", () => (stage.innerHTML = "")],
])) {
	test(`an element ${what} in the middle settles`, async () => {
		const element = show(hidden);
		const promise = godeferred.slideDown(element, 30);
		remove(element);
		await promise;
		equal(element.style.display, "");
		equal(element.getAnimations().length, 0);
		stage.style.display = "";
		nothingLeft();
	});
}

test("an element outside the document settles", async () => {
	const element = document.createElement("div");
	element.style.display = "none";
	await godeferred.slideDown(element, 30);
	equal(element.style.display, "");
	element.style.display = "none";
	await godeferred.fadeIn(element, 30);
	equal(element.style.display, "");
	nothingLeft();
});

test("an SVG element fades", async () => {
	const svg = show('<svg><circle r="5" style="display: none"/></svg>');
	const circle = svg.firstElementChild;
	const promise = godeferred.fadeIn(circle, 10_000);
	finish(circle);
	await promise;
	equal(circle.style.display, "");
});

test("the whole list is measured with one layout", async () => {
	show(hidden.repeat(200));
	const elements = [...stage.children];
	const promise = godeferred.slideDown(elements, 10_000);
	for (const element of elements) equal(animationOf(element).effect?.getComputedTiming().progress, 0);
	finish(...elements);
	await promise;
	nothingLeft();
});

test("what is under way is counted, and no longer when it is over", async () => {
	const before = animations();
	const element = show(hidden);
	const promise = godeferred.slideDown(element, 10_000);
	equal(animations(), before + 1);
	finish(element);
	await promise;
	equal(animations(), before);
	nothingLeft();
});
