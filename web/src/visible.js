import { Core, Values } from "./core.js";
import { REJECT, RESOLVE } from "./codes.js";
import { report } from "./errors.js";
import { settle } from "./fire.js";
import { check } from "./machine.js";
import { kinds } from "./pending.js";
import { promiseOf } from "./promise.js";
import { find } from "./targets.js";

/**
 * `godeferred.visible(target[, {root, rootMargin, threshold, signal}])`: the promise of the first of
 * the elements coming into view; at once, if one is. It resolves with the observer's entry, its
 * context is the element.
 *
 * @param {any} target
 * @param {IntersectionObserverInit & {signal?: AbortSignal}} [options]
 */
export function visible(target, options = {}) {
	check();
	const found = find("visible", target);
	if (found.length === 0) {
		throw new TypeError("godeferred.visible: target must mean at least one element, and means none");
	}
	const { signal } = options;
	const core = new Core(kinds.indexOf("event"));
	const promise = /** @type {any} */ (promiseOf(core));
	/** @type {IntersectionObserver | undefined} */
	let observer;
	/** @param {number} event @param {any} context @param {any} value */
	const end = (event, context, value) => {
		observer?.disconnect();
		signal?.removeEventListener("abort", abort);
		try {
			settle(core, event, value, context === undefined ? null : new Values(context, [value]));
		} catch (error) {
			report(error);
		}
	};
	promise.abort = (/** @type {any} */ reason) => {
		end(REJECT, undefined, reason ?? new DOMException("Nobody waits for it any more", "AbortError"));
		return promise;
	};
	const abort = () => promise.abort(signal?.reason);
	if (signal?.aborted) return promise.abort(signal.reason);
	observer = new IntersectionObserver((entries) => {
		const entry = entries.find((one) => one.isIntersecting);
		if (entry) end(RESOLVE, entry.target, entry);
	}, options);
	for (const element of found) observer.observe(element);
	signal?.addEventListener("abort", abort);
	return promise;
}
