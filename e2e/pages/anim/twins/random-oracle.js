// jQuery with those rules of ours that programs made up by chance would run into all the time: see COMPAT.md.

import { jQuery } from "../../lib/stage.js";

const { timers, fn } = jQuery;
const { stop, finish } = fn;

/** @param {any} elem @param {string} type */
const hooksOf = (elem, type) => jQuery._data(elem, `${type}queueHooks`);

/** @param {any} timer */
const pending = (timer) => timer?.anim.state() === "pending";

/** @param {any} timer */
function leave(timer) {
	const i = timers.indexOf(timer);
	if (i >= 0) timers.splice(i, 1);
}

/**
 * Two animations of one element have run at once, where it shows that jQuery keeps in the style attribute what is
 * on its way, and so may put it back there.
 */
export const crowd = { seen: false };

/** Forgets all animations. */
export function forget() {
	timers.length = 0;
	jQuery.fx.stop();
}

/** @param {any} one @param {any} other */
function crowds(one, other) {
	if (one.elem !== other.elem || !pending(other)) return false;
	if (one.queue && other.queue) return true;
	const names = one.anim.tweens.map((/** @type {any} */ tween) => tween.prop);
	return other.anim.tweens.some((/** @type {any} */ tween) => names.includes(tween.prop));
}

// What has nothing to do ends within the call, whatever else runs, and the style attribute says from the beginning
// what is animated.
jQuery.fx.timer = (/** @type {any} */ timer) => {
	const { anim, elem } = timer;
	crowd.seen ||= timers.some((/** @type {any} */ other) => crowds(timer, other));
	for (const tween of anim.tweens) tween.run(0);
	timers.push(timer);
	if (anim.tweens.length === 0 && !jQuery._data(elem, "finish") && !timer()) leave(timer);
	timer.isNew = true;
	jQuery.fx.start();
	timer.isNew = false;
};

// All elements have moved before the first of them calls back.
jQuery.fx.tick = () => {
	const all = timers.filter((/** @type {any} */ timer) => !timer.isNew);
	for (const { anim } of all.filter(pending)) {
		const fraction = Math.min(1, (Date.now() - anim.startTime) / anim.duration || 0);
		for (const tween of anim.tweens) tween.run(fraction);
	}
	for (const timer of all) if (timers.includes(timer) && !timer()) leave(timer);
	if (timers.length === 0) jQuery.fx.stop();
};

// A callback that stops animations while others are being stopped has none of them forgotten.
timers.splice = (/** @type {number} */ i, /** @type {number} */ count) =>
	pending(timers[i]) ? [] : Array.prototype.splice.call(timers, i, count);

// An emptied queue's delay does not go on.
fn.stop = function (/** @type {any[]} */ ...args) {
	const named = typeof args[0] === "string";
	if (args[+named])
		this.each((/** @type {number} */ _, /** @type {any} */ elem) =>
			hooksOf(elem, named ? args[0] : "fx")?.stop?.(),
		);
	return stop.apply(this, args);
};

// A queue that was finished is empty, and tells.
fn.finish = function (/** @type {any} */ type = "fx") {
	return this.each((/** @type {number} */ _, /** @type {any} */ elem) => {
		finish.call(jQuery(elem), type);
		if (jQuery.queue(elem, type).length === 0) hooksOf(elem, type)?.empty.fire();
	});
};
