import { isArrayLike } from "../lib/callbacks.js";
import { member } from "./member.js";

/**
 * The result of `godeferred(…)`: a list of elements or of any values, with jQuery's methods.
 * `godeferred.fn` is its prototype, open to plugins.
 *
 * It is written in JavaScript, although the rules of deferreds are in Go: a call into Go costs 10 to
 * 18 µs, and these methods must add less than 2 µs to the DOM calls they make. They add 0.01 to 0.9 µs
 * in Chromium (`cd e2e && go test -run TestSpeedOfTheCollection -v .`).
 */
export class Collection {
	/** @param {ArrayLike<any>} [list] */
	constructor(list = []) {
		const { length } = list;
		for (let i = 0; i < length; i++) /** @type {any} */ (this)[i] = list[i];
		this.length = length;
	}
}

/** Whether value can stand for a list: jQuery's idea of an array-like. @param {any} value */
export const isList = (value) => value !== null && typeof value === "object" && isArrayLike(value);

/**
 * The node name in capitals, also in XHTML; undefined for a window.
 *
 * @param {any} one
 * @returns {string | undefined}
 */
export const nameOf = (one) => member(one, "nodeName")?.toUpperCase();
