// What the tests of elements share: a stage for them, and the means to end their animations.

import { equal } from "./test.js";

export const { jQuery } = /** @type {any} */ (window);
export const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
export const hidden = '<div style="display: none">text</div>';

/** Puts html on the empty stage. @param {string} html @returns {any} the first element */
export function show(html) {
	stage.innerHTML = html;
	return stage.firstElementChild;
}

/** @param {Element} element @returns {Animation} */
export function animationOf(element) {
	const all = element.getAnimations();
	equal(all.length, 1, "animations of the element");
	return all[0];
}

/** Ends the animations of the elements now. @param {...Element} elements */
export function finish(...elements) {
	for (const element of elements) for (const animation of element.getAnimations()) animation.finish();
}

/** Ends the animation of an element now, and waits until it says so, which is at the next frame. @param {Element} element */
export function finished(element) {
	const animation = animationOf(element);
	const event = new Promise((resolve) => animation.addEventListener("finish", resolve));
	animation.finish();
	return event;
}

/** @param {Element} element @param {string} property */
export const computed = (element, property) => /** @type {any} */ (getComputedStyle(element))[property];
