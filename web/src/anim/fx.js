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

/**
 * A duration in ms. NaN, Infinity and durations below 0 are over at once, as in jQuery. An unknown word
 * gives undefined, where jQuery takes 400 ms.
 *
 * @param {any} duration
 * @returns {number | undefined}
 */
export function milliseconds(duration) {
	let ms = duration ?? fx.speeds._default;
	if (typeof ms === "string") ms = Object.hasOwn(fx.speeds, ms) ? fx.speeds[ms] : undefined;
	if (typeof ms !== "number") return undefined;
	return ms > 0 && ms < Infinity ? ms : 0;
}
