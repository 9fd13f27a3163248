import { dataOf } from "../anim/element.js";
import { before, optionsOf, queueIn, withOptions } from "./arguments.js";

/**
 * A method that runs an effect in the collection's own queue and returns the promise of this call. It
 * resolves with the collection when the last element is done. It rejects with an AbortError if an
 * element is stopped or taken out of its queue, or removed from the page before its turn.
 *
 * @param {any} jQuery
 * @param {string} name
 * @param {(this: any, ...args: any[]) => any} run the effect
 */
export function promised(jQuery, name, run) {
	return /** @this {any} */ function (/** @type {any[]} */ ...args) {
		const deferred = jQuery.Deferred();
		deferred.fail(() => {}); // a stopped animation is expected: not reported as unhandled
		let left = this.length;
		let stopped = false;
		const conclude = () => {
			if (stopped) deferred.rejectWith(this, [new DOMException("The animation was stopped", "AbortError")]);
			else deferred.resolveWith(this, [this]);
		};
		const over = () => {
			if (--left === 0) conclude();
		};
		const fail = () => {
			stopped = true;
			over();
		};
		/** Elements whose turn has come: if they are removed, the effect continues. */
		const begun = new Set();
		/** @this {any} */
		const begin = function () {
			begun.add(this);
		};
		/** @type {string | false} */
		let queue = "fx";
		if (name === "delay") {
			queue = args[1] || "fx";
			run.apply(this, args);
			this.queue(
				queue,
				/** @this {any} */ function (/** @type {() => void} */ next) {
					begun.add(this);
					over();
					next();
				},
			);
		} else if (/^(show|hide|toggle)$/.test(name) && (args[0] == null || typeof args[0] === "boolean")) {
			jQuery.fn[name].apply(this, args); // at once
			left = 0;
		} else {
			const options = optionsOf(name, args);
			queue = queueIn(options);
			const complete = before(options.complete, over);
			const start = before(options.start, begin);
			run.apply(
				this,
				withOptions(name, args, { ...options, start, complete, fail: before(options.fail, fail) }),
			);
		}
		if (left === 0) conclude();
		if (queue !== false) {
			// An element that was taken out of the queue runs no callback.
			this.promise(queue).done(() => {
				stopped = true;
				conclude();
			});
		}
		for (const element of left > 0 ? this : []) {
			const { removed } = dataOf(element);
			const tell = () => {
				if (!begun.has(element)) fail();
			};
			removed.add(tell);
			deferred.always(() => removed.delete(tell));
		}
		return deferred.promise();
	};
}
