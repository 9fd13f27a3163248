import { ADD_DONE, ADD_FAIL, ADD_PROGRESS } from "./codes.js";
import { Deferred } from "./deferred.js";
import { add } from "./fire.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * jQuery's old synchronous filter: each handler runs with the callbacks, what it throws reaches
 * the caller, and what it returns goes on as it is unless that has a `promise` method.
 *
 * @param {Core} core
 * @param {unknown} onDone
 * @param {unknown} onFail
 * @param {unknown} onProgress
 */
export function pipe(core, onDone, onFail, onProgress) {
	/** @type {any} */
	const next = Deferred();
	add(core, ADD_PROGRESS, [filter(next, onProgress, "notifyWith")]);
	add(core, ADD_DONE, [filter(next, onDone, "resolveWith")]);
	add(core, ADD_FAIL, [filter(next, onFail, "rejectWith")]);
	return next.promise();
}

/**
 * @param {any} next
 * @param {any} handler
 * @param {"notifyWith" | "resolveWith" | "rejectWith"} otherwise
 * @returns {Callback}
 */
function filter(next, handler, otherwise) {
	return function (...args) {
		if (typeof handler !== "function") {
			next[otherwise](this, args);
			return;
		}
		const returned = Reflect.apply(handler, this, args);
		if (returned && typeof returned.promise === "function") {
			returned.promise().progress(next.notify).done(next.resolve).fail(next.reject);
		} else {
			next[otherwise](this, [returned]);
		}
	};
}
