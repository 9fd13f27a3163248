import { wrongArgument } from "../lib/errors.js";

/** jQuery's default. @param {number} fraction */
export const swing = (fraction) => 0.5 - Math.cos(fraction * Math.PI) / 2;

/** @param {number} fraction */
const linear = (fraction) => fraction;

/**
 * `godeferred.easing`: timing functions by name. A page may add its own, and replace these. Each gets the elapsed
 * fraction of the time, and returns the fraction of the way.
 *
 * @type {Record<string, any>}
 */
export const easing = { linear, swing, _default: "swing" };

/** How many pieces of a page's curve are straight lines: about one for each frame of the longest usual animation. */
const PIECES = 100;

/** The page's own easings that one call uses. */
export class Curves {
	/** @param {string} where @param {number} duration in ms */
	constructor(where, duration) {
		this.where = where;
		this.duration = duration;
		/** By their CSS form. @type {Map<string, (fraction: number) => number>} */
		this.all = new Map();
	}

	/**
	 * What the rules take for a name: the same, or the CSS form of the page's function. They refuse unknown names.
	 *
	 * @param {any} given a name; anything that is false means the default, as in jQuery
	 * @returns {string}
	 */
	name(given) {
		const name = given || easing._default;
		if (typeof name !== "string") throw wrongArgument(this.where, "easing", "the name of an easing", name);
		const fn = Object.hasOwn(easing, name) ? easing[name] : undefined;
		if (fn === linear) return "linear";
		if (fn === swing) return given ? "swing" : "";
		return typeof fn === "function" ? this.sample(name, fn) : name;
	}

	/** @param {string} name @param {Function} fn */
	sample(name, fn) {
		const { where, duration } = this;
		// The further arguments are those of old plugins: time, start, change and duration.
		const curve = (/** @type {number} */ fraction) =>
			duration ? fn(fraction, duration * fraction, 0, 1, duration) : fraction;
		const points = Array.from({ length: PIECES + 1 }, (_, i) => {
			const point = curve(i / PIECES);
			if (Number.isFinite(point)) return Math.round(point * 1e4) / 1e4;
			throw wrongArgument(where, `what easing.${name} returns`, "a number", point);
		});
		const css = `linear(${points})`;
		this.all.set(css, curve);
		return css;
	}
}
