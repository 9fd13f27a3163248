import { startGo } from "./calls.js";
import { report, wrongArgument } from "./errors.js";
import { promiseOf } from "./promise.js";
import { nextWork } from "./work.js";

/**
 * @typedef {number | "fast" | "slow" | null} Duration in ms; 400 when left out
 * @typedef {(this: Element) => void} Complete called once for every element, as its animation ends
 * @typedef {{duration?: Duration, easing?: "swing" | "linear" | null, complete?: Complete | null}} EffectOptions
 */

/**
 * An effect takes jQuery's arguments, `(target, duration or options, easing, complete)`, any of the
 * last three left out. Its promise resolves once, when the last element is done, with the target as
 * context and value.
 *
 * @param {string} name of the function in Go, and in the page
 */
function effect(name) {
	return (/** @type {any} */ target, /** @type {any[]} */ ...rest) => {
		const { duration, easing, complete } = speed(name, rest);
		return promiseOf(
			startGo("animation", name, nextWork(), target, duration, easing, complete && each(complete)),
		);
	};
}

export const slideDown = effect("slideDown");
export const fadeIn = effect("fadeIn");

/**
 * jQuery.speed: which argument is which.
 *
 * @param {string} name
 * @param {any[]} args
 * @returns {EffectOptions}
 */
function speed(name, args) {
	const [first, second, third] = args;
	/** @type {EffectOptions} */
	let options;
	if (first !== null && typeof first === "object") {
		const { duration, easing, complete } = first;
		options = { duration, easing, complete };
	} else if (typeof first === "function") {
		options = { complete: first };
	} else if (typeof second === "function") {
		options = { duration: first, complete: second };
	} else {
		options = { duration: first, easing: second, complete: third };
	}
	const { complete } = options;
	if (complete != null && typeof complete !== "function") {
		throw wrongArgument(name, "complete", "a function", complete);
	}
	return options;
}

/** @param {Complete} complete */
function each(complete) {
	return (/** @type {Element} */ element) => {
		try {
			complete.call(element);
		} catch (error) {
			report(error); // one element's must not keep the others from ending
		}
	};
}
