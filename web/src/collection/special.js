/**
 * `godeferred.event.special`: hooks of plugins for events of their own, by name.
 *
 * @typedef {object} Hooks
 * @property {string} [bindType] the event that is listened to instead
 * @property {string} [delegateType] the same for delegated handlers
 * @property {(this: any, data: any, namespaces: string[], listener: any) => any} [setup] called for the first
 *   handler of a target; unless it returns false, the browser is not asked to listen
 * @property {(this: any, namespaces: string[], listener: any) => any} [teardown] the same for the last
 * @property {(this: any, entry: import("./dispatch.js").Entry) => void} [add] called for each handler
 * @property {(this: any, entry: import("./dispatch.js").Entry) => void} [remove]
 * @property {Function} [handle] called instead of the handler, which is in `event.handleObj`
 */

/** @type {Record<string, Hooks>} */
export const special = Object.create(null);

/** The function that `proxy` was given, by what it returned. @type {WeakMap<Function, Function>} */
const originals = new WeakMap();

/** Handlers with the same origin are the same for `off`. @param {any} fn */
export const originOf = (fn) => originals.get(fn) ?? fn;

/**
 * jQuery's `proxy(fn, context, …args)` or `proxy(object, name, …args)`: a function that calls fn. `off` takes
 * it for fn.
 *
 * @param {any} fn
 * @param {any} context
 * @param {...any} args
 */
export function proxy(fn, context, ...args) {
	if (typeof context === "string") [fn, context] = [fn[context], fn];
	if (typeof fn !== "function") return undefined;
	/** @this {any} @param {...any} more */
	const bound = function (...more) {
		return fn.apply(context || this, [...args, ...more]);
	};
	originals.set(bound, originOf(fn));
	return bound;
}
