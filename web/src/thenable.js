import { EVENTS, LOCK, REJECT, STATE_MASK, UNLOCK } from "./codes.js";
import { Values } from "./core.js";
import { report } from "./errors.js";
import { tellException } from "./hooks.js";
import { answers } from "./machine.js";
import { passProgress } from "./progress.js";
import { end, resolve, valuesOf } from "./react.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * The `then` of a stranger's object, read once (Promises/A+ 2.3.3.1), or null. Throws what the
 * getter throws.
 *
 * @param {any} value an object or a function
 * @returns {Callback | null}
 */
export function asThenable(value) {
	const { then } = value;
	return typeof then === "function" ? then : null;
}

/**
 * Ties core to a stranger's thenable (Promises/A+ 2.3.3.3), which may call back once. Context, all
 * arguments and progress pass, as in jQuery.
 *
 * @param {Core} core
 * @param {any} thenable
 * @param {Callback} then
 */
export function followStranger(core, thenable, then) {
	const { reaction } = core;
	const trace = reaction?.rare?.trace;
	if (reaction !== null) {
		reaction.source = null;
		reaction.drop();
	}
	core.state = answers[core.state * EVENTS + LOCK] & STATE_MASK;
	let waiting = true;
	const free = () => {
		if (!waiting) return false; // 2.3.3.3.3: only the first call counts
		waiting = false;
		core.state = answers[core.state * EVENTS + UNLOCK] & STATE_MASK;
		return true;
	};
	try {
		then.call(
			thenable,
			/** @this {any} */ function () {
				if (free()) resolve(core, arguments[0], valuesOf(this, arguments));
			},
			/** @this {any} */ function () {
				if (!free()) return;
				tellException(arguments[0], undefined, core);
				end(core, REJECT, arguments[0], valuesOf(this, arguments));
			},
			/** @this {any} */ function () {
				if (!waiting) return;
				try {
					passProgress(core, new Values(this, arguments), () => waiting, false);
				} catch (error) {
					report(error); // the stranger has nothing to do with what our callbacks throw
				}
			},
		);
	} catch (error) {
		tellException(error, trace, core);
		// 2.3.3.3.4.1: an exception after it has called back is ignored.
		if (free()) end(core, REJECT, error, null);
	}
}
