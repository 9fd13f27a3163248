import { REJECTED } from "./codes.js";
import { tellException } from "./hooks.js";
import { m } from "./machine.js";
import { notify } from "./fire.js";
import { end, resolveWith } from "./react.js";
import { report } from "./errors.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/** Where the page's objects keep their core. A symbol: `for … in` and `$.extend` pass it by. */
export const CORE = Symbol("godeferred");

/**
 * The core behind one of our own objects, or null.
 *
 * @param {any} value an object or a function
 * @returns {Core | null}
 */
export function ourCore(value) {
	return value instanceof Ours ? /** @type {any} */ (value)[CORE] : null;
}

/** The base of our promises and deferreds: what `instanceof` knows them by. */
export class Ours {
	/** @param {Core} core */
	constructor(core) {
		/** @type {Core} */
		this[CORE] = core;
	}
}

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
 * Ties core to a stranger's thenable (Promises/A+ 2.3.3.3). The machine lets it call back once.
 * Context, all arguments and progress pass, as in jQuery.
 *
 * @param {Core} core
 * @param {any} thenable
 * @param {Callback} then
 */
export function followStranger(core, thenable, then) {
	core.source = core.onDone = core.onFail = core.onProgress = null;
	const claim = m.lock(core.slot);
	try {
		then.call(
			thenable,
			/** @this {any} */ function () {
				if (m.claim(core.slot, claim) === 1) resolveWith(core, this, arguments);
			},
			/** @this {any} */ function () {
				if (m.claim(core.slot, claim) !== 1) return;
				tellException(arguments[0], undefined);
				end(core, REJECTED, this, arguments);
			},
			/** @this {any} */ function () {
				if (m.held(core.slot, claim) !== 1) return;
				try {
					notify(core, this, arguments);
				} catch (error) {
					report(error); // the stranger has nothing to do with what our callbacks throw
				}
			},
		);
	} catch (error) {
		tellException(error, undefined);
		// 2.3.3.3.4.1: an exception after it has called back is ignored.
		if (m.claim(core.slot, claim) === 1) end(core, REJECTED, undefined, [error]);
	}
}
