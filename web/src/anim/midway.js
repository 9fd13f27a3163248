/**
 * The value of a tween at a fraction of its duration; NaN if the tween changes nothing. The browser's curve for
 * swing is an approximation of this one. (Midway of anim/internal/rules, where a test compares the two.)
 *
 * @param {import("./run.js").Tween} tween
 * @param {number} fraction
 */
export function midway({ goal, from, to }, fraction) {
	const eased = goal.easing === "linear" ? fraction : 0.5 - Math.cos(fraction * Math.PI) / 2;
	return (to - from) * eased + from;
}
