import { RESOLVE } from "../deferred/codes.js";
import { Core, Values } from "../deferred/core.js";
import { settle } from "../deferred/settle.js";
import { safely, wrongArgument } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";
import { signalOf } from "../lib/options.js";
import { resultOf } from "../dom/targets.js";
import { later } from "../combine/timer.js";
import { batch } from "./batch.js";
import { dataOf } from "./element.js";
import { findQueued } from "./effects.js";
import { fx } from "./fx.js";
import { drop, enqueue, MARKER, queueOf, replace, step, tellEmpty } from "./fxqueue.js";
import { ADDED, ENDED, NEXT, STOPPED } from "../runtime/table.js";
import { Run } from "./run.js";
import { Together } from "./together.js";

/**
 * Resolves when all queues of that name (`"fx"`) are empty, and the animations outside them are over.
 *
 * @param {any} target
 * @param {string} [type]
 */
export function promise(target, type) {
	return emptied(target, findQueued("promise", target), type || "fx");
}

/**
 * @param {any} target
 * @param {any[]} found
 * @param {string} type
 */
function emptied(target, found, type) {
	const core = new Core(kinds.indexOf("animation"));
	const result = resultOf(target, found);
	let count = 1;
	const told = () => {
		if (--count === 0) settle(core, RESOLVE, result, new Values(result, [result]));
	};
	for (const element of found) {
		const queue = dataOf(element).queues.get(type);
		if (!queue) continue;
		count++;
		queue.waiting.push(told);
	}
	told();
	return promiseOf(core);
}

/**
 * Makes a queue wait. The promise resolves when the wait is over.
 *
 * @param {any} target
 * @param {number | string} time in ms, or a word
 * @param {any} [type] the queue's name
 * @param {{signal?: AbortSignal}} [options]
 */
export function delay(target, time, type, options) {
	const found = findQueued("delay", target);
	const ms = Object.hasOwn(fx.speeds, time) ? fx.speeds[time] : Number(time);
	if (typeof type === "object" && type !== null) [type, options] = ["fx", type];
	const name = type || "fx";
	const together = new Together("timer", target, found, signalOf("delay", options));
	for (const element of found) wait(element, name, ms, together);
	return together.promise();
}

/**
 * @param {any} element
 * @param {string} type
 * @param {number} ms
 * @param {Together} together
 */
function wait(element, type, ms, together) {
	let timer = 0;
	/** @type {import("./fxqueue.js").Queue | undefined} */
	let running;
	const turn = /** @type {any} */ (
		function (/** @type {() => void} */ next, /** @type {any} */ hooks) {
			running = hooks;
			timer = /** @type {any} */ (
				later(() => {
					try {
						next();
					} finally {
						together.over(member, false);
						batch.flush();
					}
				}, ms)
			);
			hooks.stop = (/** @type {any} */ toEnd) => {
				clearTimeout(timer);
				together.over(member, !toEnd);
			};
		}
	);
	const member = {
		fraction: () => 0,
		dropped: () => together.over(member, true),
		abort() {
			const { items } = queueOf(element, type);
			const i = items.indexOf(turn);
			if (i >= 0) items.splice(i, 1);
			clearTimeout(timer);
			together.over(member, true);
			if (i < 0 && !running?.gone) step(element, type, STOPPED);
		},
	};
	turn.run = member;
	together.members.add(member);
	enqueue(element, type, turn);
}

/**
 * What the functions of queues do. Each returns the queue's name, or the list that queue was asked for.
 *
 * @type {Record<string, (found: any[], ...rest: any[]) => any>}
 */
const acts = {
	/**
	 * `queue(target[, type])` returns the first element's waiting functions; `queue(target[, type], fn or
	 * array)` adds one, or replaces all with the array.
	 */
	queue(found, ...rest) {
		const type = typeof rest[0] === "string" ? rest.shift() : "fx";
		const [data] = rest;
		if (data === undefined) return found.length > 0 ? (dataOf(found[0]).queues.get(type)?.items ?? []) : [];
		// A list that was read from a queue may be put back, with its marker.
		if (![data].flat().every((one) => typeof one === "function" || one === MARKER)) {
			throw wrongArgument("queue", "what is added", "a function or an array of them", data);
		}
		for (const element of found) {
			if (typeof data === "function") {
				enqueue(element, type, data);
			} else {
				if (data.length === 0 && !dataOf(element).queues.has(type)) continue;
				const before = replace(element, type, [...data]);
				step(element, type, ADDED);
				drop(before);
			}
		}
		return type;
	},

	/** Calls the next function of a queue. */
	dequeue(found, type = "fx") {
		for (const element of found) step(element, type, NEXT);
		return type;
	},

	/** Removes all waiting functions from a queue. */
	clearQueue: (found, type) => acts.queue(found, type || "fx", []),

	/**
	 * `stop(target[, queue][, clearQueue][, jumpToEnd])`: running animations stop where they are, or at
	 * their end; the next entry of the queue has its turn.
	 */
	stop(found, ...rest) {
		const type = typeof rest[0] === "string" ? rest.shift() : undefined;
		const [clear, toEnd] = rest;
		// Read first: an empty queue is removed, and with it the function that stops a delay.
		const queues = found.map((element) => [...dataOf(element).queues]);
		/** @type {any[]} */
		const dropped = [];
		if (clear) {
			for (const element of found) {
				dropped.push(...replace(element, type || "fx", []));
				step(element, type || "fx", ADDED);
			}
		}
		found.forEach((element, i) => {
			const { runs } = dataOf(element);
			for (const [name, hooks] of queues[i]) {
				if (type !== undefined && name !== type) continue;
				const end = hooks.stop;
				hooks.stop = undefined;
				if (end) safely(end, element, [toEnd]);
			}
			let event = STOPPED;
			const which = runs.filter((one) => type === undefined || one.options.queue === type);
			// If two move the same property, the later one shows, and its value must stay.
			if (!toEnd) for (const run of which) run.freeze();
			for (const run of which.reverse()) {
				if (toEnd) run.finish(true);
				else run.stop(toEnd);
				if (toEnd) event = ENDED;
			}
			step(element, type || "fx", event);
		});
		drop(dropped);
		return type;
	},

	/**
	 * `finish(target[, queue])`: running and waiting animations jump to their end, one after the other.
	 */
	finish(found, type) {
		const name = type === false ? false : type || "fx";
		for (const element of found) {
			const data = dataOf(element);
			const hooks = data.queues.get(String(name));
			data.finishing = true;
			const waiting = hooks ? replace(element, String(name), []) : [];
			if (hooks?.stop) safely(hooks.stop, element, [true]);
			for (const run of data.runs.filter((one) => one.options.queue === name).reverse()) run.finish(true);
			for (const turn of waiting) {
				if (turn.run instanceof Run) turn();
				else turn.run?.dropped();
				if (turn.finish) safely(turn.finish, element, []); // set by the page, as in jQuery
			}
			data.finishing = false;
			// jQuery does not report the empty queue if it had no animation; godeferred does.
			const left = data.queues.get(String(name));
			if (left?.items.length === 0) tellEmpty(element, String(name), left);
		}
		return String(name);
	},
};

/**
 * Calls one of them, and returns the elements and its answer. The collection's methods need no promise, and a queue
 * that never runs empty would keep those of all calls.
 *
 * @param {string} name
 * @param {any} target
 * @param {any[]} rest
 */
export function act(name, target, rest) {
	const found = findQueued(name, target);
	const answer = acts[name](found, ...rest);
	batch.flush();
	return [found, answer];
}

/** The same for pages, with the promise that all is empty. @param {string} name */
const promising =
	(name) =>
	(/** @type {any} */ target, /** @type {any[]} */ ...rest) => {
		const [found, answer] = act(name, target, rest);
		return Array.isArray(answer) ? answer : emptied(target, found, answer || "fx");
	};

export const [queue, dequeue, clearQueue, stop, finish] = Object.keys(acts).map(promising);
