import { callGo } from "./calls.js";
import { Core } from "./core.js";
import { DeferredObject } from "./deferred.js";
import { wrongArgument } from "./errors.js";
import { kinds } from "./pending.js";

const EVENT = kinds.indexOf("event");

/** @returns {any} */
const newDeferred = () => new DeferredObject(new Core(EVENT));

/**
 * `godeferred.firstClick(target[, callback])`: the promise of the first click since it was first
 * asked for, the same one for an element however often it is asked. It resolves with the event, its
 * context is the element. Of several elements, the first that is clicked counts.
 *
 * @param {any} target
 * @param {((this: Element, event: Event) => void) | null} [callback] added with done: runs at once
 *   if the click has been
 */
export function firstClick(target, callback) {
	if (callback != null && typeof callback !== "function") {
		throw wrongArgument("firstClick", "callback", "a function", callback);
	}
	const promise = first(callGo("firstEvent", newDeferred, "firstClick", target, "click"));
	return callback ? promise.done(callback) : promise;
}

/**
 * @param {any[]} promises at least one
 * @returns {any}
 */
function first(promises) {
	if (promises.length === 1) return promises[0];
	// Called with the element as `this`, resolve takes it for the context.
	const any = newDeferred();
	for (const promise of promises) promise.done(any.resolve);
	return any.promise();
}
