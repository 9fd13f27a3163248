import { report } from "../lib/errors.js";

/** @typedef {{run(): void, next: Job | null}} Job what is queued stands in the queue once */

// The queue of asynchronous reactions: one microtask drains all of it, what is queued meanwhile
// included. (jQuery waits for a timer at each hop; a microtask for each job was measured to be
// several times slower than this.)

/**
 * The last job, whose `next` is the first. Jobs in an array were measured to take 5 % more of a hop of a
 * chain, and what so many at once had made of the array stayed.
 *
 * @type {Job | null}
 */
let last = null;
let scheduled = false;

/** Called at the end of the queue. */
let drained = () => {};

/** @param {() => void} act what is done each time the queue has been drained */
export function onDrained(act) {
	drained = act;
}

// A native promise's reaction is the cheapest microtask: queueMicrotask was measured at ten times
// its time in Chromium, where it leaves the engine. Both as they were when the script was loaded: a
// page may replace Promise, and a test's fake clock must not stop all of ours.
const settled = Promise.resolve();
const { then } = Promise.prototype;

/** @param {Job} job */
export function push(job) {
	if (last === null) {
		job.next = job;
	} else {
		job.next = last.next;
		last.next = job;
	}
	last = job;
	if (!scheduled) schedule();
}

/** Has the queue drained, if only for its end, where unhandled rejections are looked at. */
export function schedule() {
	if (scheduled) return;
	then.call(settled, drain);
	scheduled = true; // not before: where the stack is full, the call throws
}

/** Runs all that is queued. */
export function drain() {
	while (last !== null) {
		const job = /** @type {Job} */ (last.next);
		if (job === last) last = null;
		else last.next = job.next;
		job.next = null;
		try {
			job.run();
		} catch (error) {
			report(error);
		}
	}
	scheduled = false;
	drained();
}
