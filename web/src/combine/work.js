import { cancelWith } from "../deferred/abort.js";
import { abortOn } from "../deferred/signal.js";
import { OUTCOME_MASK, PENDING } from "../deferred/codes.js";
import { Core } from "../deferred/core.js";
import { fail } from "../deferred/settle.js";
import { DeferredObject } from "../deferred/deferred.js";
import { checkFunction, report } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";
import { signalOf } from "../lib/options.js";

const WORK = kinds.indexOf("deferred"); // inspect() shows work as a plain deferred

/** @typedef {(reason: any) => unknown} Stop */

/**
 * A promise of work that can be aborted. start is called at once, unless the signal has aborted
 * already. An exception of start rejects the promise.
 *
 * Aborting calls the functions given to onAbort with the reason, in the order given. They may settle
 * the deferred; if none does, it is rejected with the reason. A function given after the abort is called
 * at once. None is called once the work has settled by itself.
 *
 * @param {(deferred: DeferredObject, onAbort: (stop: Stop) => void) => unknown} start its `this` is the deferred
 * @param {{signal?: AbortSignal}} [options]
 */
export function work(start, options) {
	checkFunction("work", "start", start);
	const signal = signalOf("work", options);
	const core = new Core(WORK);
	/** @type {Stop[]} */
	const stops = [];
	/** @type {{reason: any} | null} */
	let aborted = null;
	cancelWith(core, (reason) => {
		aborted = { reason };
		for (const stop of stops) stopWith(stop, reason);
	});
	abortOn(core, signal, true);
	if (aborted === null) callStart(core, start, onAbort);
	return promiseOf(core);

	/** @param {Stop} stop */
	function onAbort(stop) {
		checkFunction("work", "onAbort's stop", stop);
		if (aborted !== null) {
			stopWith(stop, aborted.reason);
			return;
		}
		stops.push(stop);
		const rare = core.reaction?.rare;
		if (!rare) return; // it has settled
		rare.silent = false;
		rare.hold?.();
	}
}

/**
 * @param {Core} core
 * @param {Function} start
 * @param {(stop: Stop) => void} onAbort
 */
function callStart(core, start, onAbort) {
	const deferred = new DeferredObject(core);
	try {
		start.call(deferred, deferred, onAbort);
	} catch (error) {
		// Once it has settled, a rejection would reach nobody.
		if ((core.state & OUTCOME_MASK) === PENDING) fail(core, error, undefined);
		else report(error);
	}
}

/**
 * Calls stop. Its exception is reported, and stops neither the other functions nor the rejection.
 *
 * @param {Stop} stop
 * @param {any} reason
 */
function stopWith(stop, reason) {
	try {
		stop(reason);
	} catch (error) {
		report(error);
	}
}
