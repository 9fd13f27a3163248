import { abort, cancelWith } from "../deferred/abort.js";
import { RESOLVE } from "../deferred/codes.js";
import { Core, Values } from "../deferred/core.js";
import { abortOn } from "../deferred/signal.js";
import { settleChild } from "../deferred/settle.js";
import { wrongArgument } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf, then } from "../deferred/promise.js";
import { signalOf } from "../lib/options.js";
import { joinedCore, keepFollower } from "../deferred/wrap.js";

const TIMER = kinds.indexOf("timer");

// The longest delay of setTimeout, 24 days. A longer one would fire at once.
const LONGEST = 2 ** 31 - 1;

/**
 * setTimeout for any delay, Infinity included. A delay above 24 days is cut to that.
 *
 * @param {() => void} fn
 * @param {number} ms
 */
export const later = (fn, ms) => setTimeout(fn, Math.min(ms, LONGEST));

/**
 * A promise that resolves with no value after ms milliseconds.
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
		timer = setTimeout(() => (left > 0 ? next() : settleChild(core, RESOLVE, undefined, nothing)), step);
	};
	cancelWith(core, () => {
		clearTimeout(timer); // returns something where a test's clock has replaced it
	});
	abortOn(core, signal);
	if (core.reaction !== null) next(); // null: the signal has aborted it
	return promiseOf(core);
}

const nothing = new Values(undefined, []);

/**
 * A promise that settles like the given one, or is rejected with a TimeoutError after ms milliseconds.
 * The given promise is then aborted, if nothing else waits for it.
 *
 * @param {any} promise
 * @param {number} ms
 */
export function timeout(promise, ms) {
	checkTime("timeout", ms);
	const source = joinedCore(promise);
	const core = then(source, null);
	const { reaction } = core;
	const timer = later(() => {
		abort(core, new DOMException(`Nothing came within ${ms} ms`, "TimeoutError"));
	}, ms);
	if (reaction !== null)
		reaction.more().undo = () => {
			clearTimeout(timer);
			if (promise) keepFollower(promise, source);
		};
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
