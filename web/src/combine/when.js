import { OUTCOME_MASK, REJECT, RESOLVE, RESOLVED } from "../deferred/codes.js";
import { Values } from "../deferred/core.js";
import { settle } from "../deferred/settle.js";
import { Join } from "./join.js";
import { ARRIVED } from "../runtime/table.js";
import { ender } from "../deferred/pipe.js";
import { promiseOf, then } from "../deferred/promise.js";
import { directCore, ourCore } from "../deferred/ours.js";
import { isNative, joinedCore } from "../deferred/wrap.js";

/** @typedef {import("../deferred/core.js").Callback} Callback */

/**
 * jQuery 4's `$.when`: a promise of all its arguments, which may be values, deferreds, promises
 * and thenables. It settles synchronously if they do. `this` is the array of their contexts. The first
 * failure rejects it, with the context and arguments of that failure. A single argument, or none, is
 * adopted as by `then`.
 *
 * @param {...any} subordinates
 */
export const when = (...subordinates) => whenAll(subordinates, 0);

/**
 * @param {any[]} subordinates
 * @param {number} mark the mark of the promise's owner
 */
export function whenAll(subordinates, mark) {
	const count = subordinates.length;
	const join = new Join(mark);
	const primary = join.core;
	const reject = ender(primary, REJECT);
	if (count <= 1) {
		adopt(join, subordinates[0], ender(primary, RESOLVE), reject, count === 0);
		// `then` unwraps the value if it is a thenable itself.
		const resolved = (primary.state & OUTCOME_MASK) === RESOLVED;
		if (join.pending || (resolved && primary.many?.args.length === 1 && hasThen(primary.value))) {
			return promiseOf(then(primary, null));
		}
		return promiseOf(primary);
	}
	/** @type {any[]} */
	const contexts = new Array(count);
	let remaining = count;
	// From the last to the first, as jQuery does. The order shows if one of them calls back at once.
	for (let i = count - 1; i >= 0; i--) {
		const arrived = /** @type {Callback} */ (
			function (value) {
				contexts[i] = this;
				subordinates[i] = arguments.length > 1 ? Array.prototype.slice.call(arguments) : value;
				remaining += ARRIVED;
				if (remaining === 0)
					settle(primary, RESOLVE, subordinates[0], new Values(contexts, subordinates.slice()));
			}
		);
		adopt(join, subordinates[i], arrived, reject, false);
	}
	join.members.reverse(); // an abort reaches them in the order of the arguments
	return promiseOf(primary);
}

/**
 * Calls resolve or reject with the outcome of value. At once if value is not a thenable, or if it has
 * settled and has a `promise` method.
 *
 * @param {Join} join
 * @param {any} value
 * @param {Callback} resolve
 * @param {Callback} reject
 * @param {boolean} none whether there is no value: resolve then gets no arguments
 */
function adopt(join, value, resolve, reject, none) {
	try {
		if (!value) {
			if (none) resolve.call(undefined);
			else resolve.call(undefined, value);
			return;
		}
		const ours = directCore(value, "promise");
		if (ours !== null) {
			join.listen(ours, resolve, reject);
			return;
		}
		let method = value.promise;
		if (typeof method === "function") {
			const promise = method.call(value);
			// A jqXHR's promise is ours: as its member, the join can leave it.
			const own = ourCore(promise);
			if (own !== null && !own.bound?.patched) join.listen(own, resolve, reject);
			else promise.done(resolve).fail(reject);
			return;
		}
		method = value.then;
		if (typeof method !== "function") resolve.call(undefined, value);
		// A reaction to a native promise cannot be removed: see keepFollower.
		else if (isNative(value)) join.listen(joinedCore(value), resolve, reject, value);
		else method.call(value, resolve, reject);
	} catch (error) {
		reject.call(undefined, error);
	}
}

/** @param {any} value */
function hasThen(value) {
	return Boolean(value) && typeof value.then === "function";
}
