/** `godeferred.fx`: what holds for all animations. */
export const fx = {
	/** True: all of them jump to their end. */
	off: false,
	/** Words for durations, in ms; a page may add its own. @type {Record<string, number>} */
	speeds: { slow: 600, fast: 200, _default: 400 },
	/** Whether they do so for people who asked their system for less motion. */
	respectReducedMotion: true,
};

/** Whether animations are to jump to their end now. */
export function jumps() {
	if (fx.off) return true;
	return fx.respectReducedMotion && globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches;
}

/**
 * A duration in ms. One that no clock can measure (NaN, Infinity, less than 0) is over at once, as
 * in jQuery; a word that nobody knows is undefined, where jQuery takes 400 ms.
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
