/** @typedef {import("./core.js").Core} Core */

/** Where the page's objects keep their core. A symbol: `for … in` and `$.extend` pass it by. @type {unique symbol} */
export const CORE = Symbol("godeferred");

/** @typedef {{[CORE]: Core}} HasCore */

/** The base of our promises and deferreds: what `instanceof` knows them by. */
export const Ours = /** @type {new (core: Core) => HasCore} */ (
	class {
		/** @param {Core} core */
		constructor(core) {
			/** @type {any} */ (this)[CORE] = core;
		}
	}
);

/**
 * The core behind one of our own objects, or null.
 *
 * @param {any} value an object or a function
 * @returns {Core | null}
 */
export function ourCore(value) {
	return value instanceof Ours ? (value[CORE] ?? null) : null;
}

/**
 * The same for one that can be asked directly, since its method is still ours: nobody has replaced
 * it, and value is no object that merely inherits it.
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
