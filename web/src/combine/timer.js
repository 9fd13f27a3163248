import { abort, abortOn, cancelWith } from "../deferred/abort.js";
import { RESOLVE } from "../deferred/codes.js";
import { Core, Values } from "../deferred/core.js";
import { end } from "../deferred/settle.js";
import { wrongArgument } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf, then } from "../deferred/promise.js";
import { signalOf } from "../lib/options.js";
import { wrapCore } from "../deferred/wrap.js";

const TIMER = kinds.indexOf("timer");

// What setTimeout can count, 24 days: a longer wait would end at once.
const LONGEST = 2 ** 31 - 1;

/**
 * setTimeout for any time, Infinity too.
 *
 * @param {() => void} fn
 * @param {number} ms
 */
export const later = (fn, ms) => setTimeout(fn, Math.min(ms, LONGEST));

/**
 * A promise that resolves, with nothing, after so many milliseconds.
 *
 * @param {number} ms
 * @param {{signal?: AbortSignal}} [options]
 */
export function wait(ms, options) {
	checkTime("wait", ms);
	const signal = signalOf("wait", options);
	const core = new Core(TIMER);
	let left = ms;
	/** @type {ReturnType<typeof setTimeout>} */
	let timer;
	const next = () => {
		const step = Math.min(left, LONGEST);
		left -= step;
		timer = setTimeout(() => (left > 0 ? next() : end(core, RESOLVE, undefined, nothing)), step);
	};
	cancelWith(core, () => clearTimeout(timer));
	abortOn(core, signal);
	if (core.reaction !== null) next(); // unless the signal has aborted it
	return promiseOf(core);
}

const nothing = new Values(undefined, []);

/**
 * A promise that ends as the given one does, or is rejected with a TimeoutError after so many
 * milliseconds. What it waited for is then aborted, if nobody else waits for it.
 *
 * @param {any} promise
 * @param {number} ms
 */
export function timeout(promise, ms) {
	checkTime("timeout", ms);
	const core = then(wrapCore(promise), null);
	const { reaction } = core;
	const timer = later(
		() => abort(core, new DOMException(`Nothing came within ${ms} ms`, "TimeoutError")),
		ms,
	);
	if (reaction !== null) reaction.more().undo = () => clearTimeout(timer);
	return promiseOf(core);
}

/**
 * @param {string} where
 * @param {unknown} ms
 */
function checkTime(where, ms) {
	if (typeof ms !== "number" || Number.isNaN(ms) || ms < 0) {
		throw wrongArgument(where, "ms", "a number of milliseconds, 0 or more", ms);
	}
}
