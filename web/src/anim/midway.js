import { swing } from "./easing.js";

/**
 * The fraction of the way at a fraction of the time. The browser's curve for swing is an approximation of this
 * one, and its curve for an easing of the page's consists of straight lines.
 *
 * @param {{easing: string, curve?: (fraction: number) => number}} goal
 * @param {number} fraction
 */
export const eased = ({ easing, curve }, fraction) =>
	curve ? curve(fraction) : easing === "linear" ? fraction : swing(fraction);

/**
 * The value of a tween at a fraction of its duration; NaN if the tween changes nothing. (Midway of
 * anim/internal/rules, where a test compares the two.)
 *
 * @param {import("./run.js").Tween} tween
 * @param {number} fraction
 */
export const midway = ({ goal, from, to }, fraction) => (to - from) * eased(goal, fraction) + from;
