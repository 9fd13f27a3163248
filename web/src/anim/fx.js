import { wrongArgument } from "../lib/errors.js";

/** `godeferred.fx`: settings for all animations. */
export const fx = {
	/** True: all of them jump to their end. */
	off: false,
	/** Words for durations, in ms; a page may add its own. @type {Record<string, number>} */
	speeds: { slow: 600, fast: 200, _default: 400 },
	/** Whether they also jump for users who asked their system for less motion. */
	respectReducedMotion: true,
};

/** Whether animations are to jump to their end now. They always do where nothing can be animated, as in jsdom. */
export function jumps() {
	if (fx.off || !globalThis.Element?.prototype.animate) return true;
	return fx.respectReducedMotion && globalThis.matchMedia?.("(prefers-reduced-motion: reduce)")?.matches;
}

let warned = false;

/**
 * A duration in ms. NaN, Infinity and durations below 0 are over at once, as in jQuery. Anything that is neither a
 * number nor a name in speeds means 400 ms, as in jQuery; the first time, a warning says so.
 *
 * @param {string} where
 * @param {any} duration
 * @returns {number}
 */
export function milliseconds(where, duration) {
	const { speeds } = fx;
	let ms = typeof duration === "string" && Object.hasOwn(speeds, duration) ? speeds[duration] : duration;
	if (typeof ms !== "number") {
		if (ms != null && !warned) {
			warned = true;
			const { message } = wrongArgument(where, "duration", 'a number of milliseconds, "fast" or "slow"', ms);
			console.warn(`${message}: it takes ${speeds._default} ms, as in jQuery`);
		}
		ms = speeds._default;
	}
	return ms > 0 && ms < Infinity && !jumps() ? ms : 0;
}
