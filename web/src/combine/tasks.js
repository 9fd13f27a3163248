import { abortOn } from "../deferred/signal.js";
import { REJECT, RESOLVE } from "../deferred/codes.js";
import { checkFunction, wrongArgument } from "../lib/errors.js";
import { settleChild } from "../deferred/settle.js";
import { Join } from "./join.js";
import { promiseOf } from "../deferred/promise.js";
import { signalOf } from "../lib/options.js";
import { own } from "../lib/own.js";

/**
 * Runs fn on each item, at most concurrency at a time, and resolves with the results in the order of
 * the items. The first failure rejects it. No further item is started then, and pending work is aborted
 * if nothing else waits for it.
 *
 * @param {Iterable<any>} list
 * @param {(item: any, index: number) => any} fn called in order; may return a promise
 * @param {{concurrency?: number, signal?: AbortSignal}} [options] no limit when left out
 */
export function mapAsync(list, fn, options) {
	checkFunction("mapAsync", "fn", fn);
	const limit = own(options, "concurrency") ?? Number.POSITIVE_INFINITY;
	if (typeof limit !== "number" || !(limit >= 1)) {
		throw wrongArgument("mapAsync", "concurrency", "a number, 1 or more", limit);
	}
	const items = itemsOf("mapAsync", "list", list);
	/** @type {any[]} */
	const results = new Array(items.length);
	return run(limit, signalOf("mapAsync", options), {
		/** @param {number} i */
		next: (i) => (i < items.length ? () => fn(items[i], i) : null),
		took(value, i) {
			results[i] = value;
		},
		result: () => results,
	});
}

/**
 * Runs functions one after the other. Each gets the value that the one before resolved with. Resolves
 * with the value of the last.
 *
 * @param {Iterable<(before: any) => any>} tasks
 * @param {{signal?: AbortSignal}} [options]
 */
export function series(tasks, options) {
	const all = itemsOf("series", "tasks", tasks);
	all.forEach((task, i) => {
		checkFunction("series", `tasks[${i}]`, task);
	});
	/** @type {any} */
	let before;
	return run(1, signalOf("series", options), {
		next: (i) => (i < all.length ? () => all[i](before) : null),
		took(value) {
			before = value;
		},
		result: () => before,
	});
}

/**
 * @typedef {object} Plan
 * @property {(i: number) => (() => any) | null} next the i-th task to start; null after the last
 * @property {(value: any, i: number) => void} took stores the value that the i-th resolved with
 * @property {() => any} result the value to resolve with
 */

/**
 * Runs the tasks of a plan, at most limit at a time.
 *
 * @param {number} limit
 * @param {AbortSignal | undefined} signal
 * @param {Plan} plan
 */
function run(limit, signal, plan) {
	const join = new Join();
	const { core } = join;
	abortOn(core, signal);
	let started = 0;
	let under = 0;
	let filling = false;
	const fail = (/** @type {any} */ reason) => {
		if (limit < 0) return;
		limit = Number.NEGATIVE_INFINITY; // callbacks of members that are left may still come: see withdraw
		join.leave(reason); // before it settles: release() would forget the pending members
		settleChild(core, REJECT, reason, null);
	};
	const fill = () => {
		// A task that settles at once calls fill again: the running loop continues instead.
		if (filling) return;
		filling = true;
		while (join.pending && under < limit) {
			const i = started;
			const start = plan.next(i);
			if (start === null) {
				if (under === 0) settleChild(core, RESOLVE, plan.result(), null);
				break;
			}
			started++;
			under++;
			if (join.members.length > 32 + 2 * under) join.sweep();
			try {
				join.listenTo(
					start(),
					(value) => {
						under--;
						plan.took(value, i);
						fill();
					},
					fail,
				);
			} catch (error) {
				fail(error);
			}
		}
		filling = false;
	};
	fill();
	return promiseOf(core);
}

/**
 * @param {string} where
 * @param {string} argument its name
 * @param {any} list
 * @returns {any[]}
 */
export function itemsOf(where, argument, list) {
	if (typeof list?.[Symbol.iterator] !== "function")
		throw wrongArgument(where, argument, "an iterable", list);
	return [...list];
}
