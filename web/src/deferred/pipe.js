import { ADD_DONE, ADD_FAIL, ADD_PROGRESS, REJECT, RESOLVE } from "./codes.js";
import { Values, childOf } from "./core.js";
import { notify } from "./progress.js";
import { add, begin, fire } from "./settle.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * jQuery's old synchronous filter. Each handler runs with the callbacks, and its exception reaches the
 * caller. Its return value is passed on unchanged, unless that has a `promise` method.
 *
 * @param {Core} core
 * @param {unknown} onDone
 * @param {unknown} onFail
 * @param {unknown} onProgress
 */
export function pipe(core, onDone, onFail, onProgress) {
	const next = childOf(core);
	const resolve = ender(next, RESOLVE);
	const reject = ender(next, REJECT);
	/** @type {Callback} */
	const tell = function (...args) {
		notify(next, new Values(this, args));
	};
	/**
	 * @param {unknown} handler
	 * @param {Callback} otherwise
	 * @returns {Callback}
	 */
	const filter = (handler, otherwise) => {
		if (typeof handler !== "function") return otherwise;
		return function (...args) {
			const returned = Reflect.apply(handler, this, args);
			if (typeof returned?.promise === "function") {
				returned.promise().progress(tell).done(resolve).fail(reject);
			} else {
				otherwise.call(this, returned);
			}
		};
	};
	add(core, ADD_PROGRESS, [filter(onProgress, tell)]);
	add(core, ADD_DONE, [filter(onDone, resolve)]);
	add(core, ADD_FAIL, [filter(onFail, reject)]);
	return next;
}

/**
 * A callback that settles core with the context and arguments it is called with.
 *
 * @param {Core} core
 * @param {number} event RESOLVE or REJECT
 * @returns {Callback}
 */
export function ender(core, event) {
	return function (...args) {
		const list = begin(core, event, args[0], new Values(this, args));
		if (list !== null) fire(core, list);
	};
}
