import { report } from "../lib/errors.js";

/** @typedef {{run(): void, next: Job | null}} Job is in the queue at most once */

// The queue of asynchronous reactions. One microtask drains all of it, including jobs queued meanwhile.
// (jQuery waits for a timer at each hop. A microtask for each job was measured to be several times
// slower than this.)

/**
 * The last job. Its `next` is the first. With jobs in an array, a hop of a chain was measured to take 5 %
 * longer, and an array that many jobs had enlarged stayed large.
 *
 * @type {Job | null}
 */
let last = null;
let scheduled = false;

/** Called at the end of the queue. */
let drained = () => {};

/** @param {() => void} act called each time the queue has been drained */
export function onDrained(act) {
	drained = act;
}

// A native promise's reaction is the cheapest microtask. queueMicrotask was measured at ten times its
// time in Chromium, where it leaves the engine. Both are read when the script is loaded: a page may
// replace Promise, and a test's fake clock must not stop our deferreds.
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

/** Schedules a drain. Even for an empty queue: its end checks for unhandled rejections. */
export function schedule() {
	if (scheduled) return;
	then.call(settled, drain);
	scheduled = true; // not earlier: with a full stack, the call throws
}

/** Runs all that is queued. */
function drain() {
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
