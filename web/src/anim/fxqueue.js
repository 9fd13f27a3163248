import { report } from "../lib/errors.js";
import {
	ADDED,
	ADVANCE,
	EMPTY,
	FX,
	MARK,
	MORE,
	NEXT,
	QUEUE_EVENTS,
	queueAnswers,
	RUN,
	RUNNING,
	UNMARK,
} from "../runtime/table.js";
import { dataOf, knownOf } from "./element.js";

// An element's queues of functions. The Go rule (anim/internal/queue) decides what happens next: the
// build has made a table of its answers.

/** jQuery's first item of "fx" while one of its functions runs; pages look at it. */
export const MARKER = "inprogress";

/**
 * @typedef {((this: Element, next: () => void, hooks: Queue) => void) & {run?: {dropped: () => void}}} Entry
 */

export class Queue {
	constructor() {
		/** @type {any[]} */
		this.items = [];
		/** Stops a running entry without animation: a delay. @type {((end?: boolean) => void) | undefined} */
		this.stop = undefined;
		/** Number of animations that run outside the queue, but count for its promise. */
		this.beside = 0;
		/** Its element was removed: what still runs starts nothing. */
		this.gone = false;
		/** Called when the queue runs empty. @type {(() => void)[]} */
		this.waiting = [];
	}
}

/**
 * @param {any} element
 * @param {string} type
 */
export function queueOf(element, type) {
	const { queues } = dataOf(element);
	let queue = queues.get(type);
	if (!queue) {
		queue = new Queue();
		queues.set(type, queue);
	}
	return queue;
}

/**
 * Does what the rules say about an event.
 *
 * @param {any} element
 * @param {string} type
 * @param {number} event
 */
export function step(element, type, event) {
	const queue = dataOf(element).queues.get(type);
	if (!queue) return; // nothing is in it, and nothing waits for it
	const { items } = queue;
	const running = items[0] === MARKER;
	const state =
		(type === "fx" ? FX : 0) | (running ? RUNNING : 0) | (items.length > (running ? 1 : 0) ? MORE : 0);
	const answer = queueAnswers[state * QUEUE_EVENTS + event];
	if (answer & UNMARK) items.shift();
	if (answer & RUN) {
		const fn = items.shift();
		if (answer & MARK) items.unshift(MARKER);
		queue.stop = undefined;
		fn.call(
			element,
			() => {
				if (!queue.gone) step(element, type, NEXT);
			},
			queue,
		);
	}
	if (answer & EMPTY) tellEmpty(element, type, queue);
	if (answer & ADVANCE) step(element, type, NEXT);
}

/**
 * The queue has run empty: removes it, and calls the callbacks that wait for this.
 *
 * @param {any} element
 * @param {string} type
 * @param {Queue} queue of that name, now or before the element was removed
 */
export function tellEmpty(element, type, queue) {
	if (queue.beside > 0) return;
	if (!queue.gone) dataOf(element).queues.delete(type);
	for (const tell of queue.waiting.splice(0)) {
		try {
			tell();
		} catch (error) {
			report(error);
		}
	}
}

/**
 * Adds a function, and calls it if its turn has come.
 *
 * @param {any} element
 * @param {string} type
 * @param {Entry} fn
 */
export function enqueue(element, type, fn) {
	queueOf(element, type).items.push(fn);
	step(element, type, ADDED);
}

/**
 * Replaces all waiting functions. Returns the old ones.
 *
 * @param {any} element
 * @param {string} type
 * @param {any[]} items
 */
export function replace(element, type, items) {
	const queue = queueOf(element, type);
	const before = queue.items;
	queue.items = items;
	return before;
}

/**
 * Notifies entries that will never be called.
 *
 * @param {any[]} items
 */
export function drop(items) {
	for (const item of items) item.run?.dropped?.();
}

/**
 * The element was removed for good: what waits in its queues is dropped, and what is known of it is forgotten, as
 * by jQuery's cleanData. Running animations continue, and the promises of the queues wait for them. (In jQuery they
 * never resolve.)
 *
 * @param {any} element
 */
export function forget(element) {
	const data = knownOf(element);
	if (!data) return;
	data.left = null;
	for (const tell of data.removed) queueMicrotask(tell);
	data.removed.clear();
	for (const [type, queue] of data.queues) {
		data.queues.delete(type);
		queue.gone = true;
		const items = queue.items.splice(0);
		for (const run of data.runs) {
			if (run.queue || run.options.queue !== type) continue;
			run.queue = queue;
			queue.beside++;
		}
		// Later: the page is about to remove the element, and expects none of its callbacks meanwhile.
		queueMicrotask(() => {
			drop(items);
			tellEmpty(element, type, queue);
		});
	}
}
