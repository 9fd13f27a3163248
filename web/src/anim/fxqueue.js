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
import { dataOf } from "./element.js";

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
		fn.call(element, () => step(element, type, NEXT), queue);
	}
	if (answer & EMPTY) tellEmpty(element, type);
	if (answer & ADVANCE) step(element, type, NEXT);
}

/**
 * The queue has run empty: removes it, and calls the callbacks that wait for this.
 *
 * @param {any} element
 * @param {string} type
 */
export function tellEmpty(element, type) {
	const { queues } = dataOf(element);
	const queue = queues.get(type);
	if (!queue || queue.beside > 0) return;
	queues.delete(type);
	for (const tell of queue.waiting) {
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
