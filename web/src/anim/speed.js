import { wrongArgument } from "../lib/errors.js";
import { signalOf } from "../lib/options.js";
import { ownAll } from "../lib/own.js";
import { Curves } from "./easing.js";
import { milliseconds } from "./fx.js";

/**
 * @typedef {(this: Element, ...args: any[]) => any} Callback
 * @typedef {object} Options
 * @property {number} duration in ms
 * @property {string} easing as the rules take it; "" is swing
 * @property {Curves} curves the page's own easings
 * @property {string | false} queue
 * @property {Record<string, string>} specialEasing
 * @property {AbortSignal | undefined} signal
 * @property {Callback | null} complete
 * @property {Callback | null} start
 * @property {Callback | null} step
 * @property {Callback | null} progress
 * @property {Callback | null} done
 * @property {Callback | null} fail
 * @property {Callback | null} always
 */

/**
 * jQuery.speed: `(duration or options[, easing][, complete])`, all optional. A wrong easing or callback
 * is a TypeError, where jQuery takes it for something else.
 *
 * @param {string} where
 * @param {any[]} args
 * @returns {Options}
 */
export function speed(where, args) {
	const given = ownAll(split(args));
	const duration = milliseconds(where, given.duration);
	const curves = new Curves(where, duration);
	const { queue } = given;
	/** @param {string} name */
	const callback = (name) => {
		const value = given[name] ?? null;
		if (value === null || typeof value === "function") return value;
		throw wrongArgument(where, name, "a function", value);
	};
	return {
		...given,
		duration,
		easing: curves.name(given.easing),
		curves,
		queue: queue == null || queue === true ? "fx" : queue,
		specialEasing: given.specialEasing ?? {},
		signal: signalOf(where, given),
		complete: callback("complete"),
		start: callback("start"),
		step: callback("step"),
		progress: callback("progress"),
		done: callback("done"),
		fail: callback("fail"),
		always: callback("always"),
	};
}

/**
 * @param {any[]} args
 * @returns {Record<string, any>}
 */
export function split([first, second, third]) {
	if (first !== null && typeof first === "object") return first;
	if (typeof first === "function") return { complete: first };
	if (typeof second === "function") return { duration: first, complete: second };
	return { duration: first, easing: second, complete: third };
}
