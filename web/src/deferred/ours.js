/** @typedef {import("./core.js").Core} Core */

/** The key of an object's core. A symbol: `for … in` and `$.extend` skip it. @type {unique symbol} */
export const CORE = Symbol("godeferred");

/** @typedef {{[CORE]: Core}} HasCore */

/** The base class of our promises and deferreds, for `instanceof`. */
export const Ours = /** @type {new (core: Core) => HasCore} */ (
	class {
		/** @param {Core} core */
		constructor(core) {
			/** @type {any} */ (this)[CORE] = core;
		}
	}
);

/**
 * The core of one of our objects, or null.
 *
 * @param {any} value an object or a function
 * @returns {Core | null}
 */
export function ourCore(value) {
	return value instanceof Ours ? (value[CORE] ?? null) : null;
}

/**
 * The same, but only if the core can be used without calling the method: the page has not replaced the
 * method, and value does not merely inherit it.
 *
 * @param {any} value an object or a function
 * @param {"then" | "promise"} method
 * @returns {Core | null}
 */
export function directCore(value, method) {
	const core = ourCore(value);
	if (core === null || core.bound?.patched) return null;
	return Object.hasOwn(value, CORE) && !Object.hasOwn(value, method) ? core : null;
}
