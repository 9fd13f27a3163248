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
