import { OUTCOME_MASK, PENDING } from "./codes.js";
import { Core } from "./core.js";
import { resolve } from "./then.js";
import { kinds } from "./pending.js";
import { promiseOf } from "./promise.js";
import { ourCore } from "./ours.js";

const WRAP = kinds.indexOf("wrap");

/**
 * Our promise, with all its methods, for a native promise or any thenable. One of our own is returned
 * itself. A plain value gives a promise resolved with it, as Promise.resolve does.
 *
 * @param {any} value
 */
export function wrap(value) {
	return promiseOf(wrapCore(value));
}

/** @param {any} value */
export function wrapCore(value) {
	if (value !== null && (typeof value === "object" || typeof value === "function")) {
		try {
			const ours = ourCore(value);
			if (ours !== null) return ours;
		} catch {
			// For example a revoked proxy: resolve gets the same exception and rejects with it.
		}
	}
	const core = new Core(WRAP);
	resolve(core, value, null);
	return core;
}

// Read when the script is loaded: a page may replace Promise.
const { prototype: native } = Promise;

/**
 * Whether value is a native promise whose `then` is the language's own.
 *
 * @param {any} value
 */
export function isNative(value) {
	try {
		return Object.getPrototypeOf(value) === native && !Object.hasOwn(value, "then");
	} catch {
		return false; // a revoked proxy
	}
}

/** Cores that still follow a pending native promise, though nothing waits for them. @type {WeakMap<any, Core>} */
const followers = new WeakMap();
let any = false;

/**
 * Called when a join or a timeout no longer waits for a value. A reaction to a native promise cannot be removed, and
 * each would stay with a promise that never settles: so the next one to wait gets the same core.
 *
 * @param {any} value
 * @param {Core} core what `joinedCore` returned for it
 */
export function keepFollower(value, core) {
	if ((core.state & OUTCOME_MASK) !== PENDING || typeof value !== "object" || !isNative(value)) return;
	followers.set(value, core);
	any = true;
}

/**
 * Like wrapCore, for a core that the page never sees.
 *
 * @param {any} value
 */
export function joinedCore(value) {
	const known = any && value !== null && typeof value === "object" ? followers.get(value) : undefined;
	return known && (known.state & OUTCOME_MASK) === PENDING ? known : wrapCore(value);
}
