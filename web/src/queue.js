import { report } from "./errors.js";
import { reportUnhandled } from "./unhandled.js";

/** @typedef {{run(): void}} Job */

// The queue of asynchronous reactions: one microtask drains all of it, what is queued meanwhile
// included. (jQuery waits for a timer at each hop; a microtask for each job was measured to be
// several times slower than this.)

/** @type {(Job | undefined)[]} */
const jobs = [];
let head = 0;
let tail = 0;
let scheduled = false;

// A native promise's reaction is the cheapest microtask: queueMicrotask was measured at ten times
// its time in Chromium, where it leaves the engine. Both as they were when the script was loaded: a
// page may replace Promise, and a test's fake clock must not stop all of ours.
const settled = Promise.resolve();
const { then } = Promise.prototype;

/** @param {Job} job */
export function push(job) {
	jobs[tail++] = job;
	if (!scheduled) schedule();
}

/** Has the queue drained, if only for its end, where unhandled rejections are looked at. */
export function schedule() {
	if (scheduled) return;
	scheduled = true;
	then.call(settled, drain);
}

/** Runs all that is queued. */
export function drain() {
	while (head < tail) {
		const job = /** @type {Job} */ (jobs[head]);
		jobs[head++] = undefined;
		// The array is used again from its start, not cut: cutting gives its memory back and each
		// hop of a chain would ask for it anew.
		if (head === tail) head = tail = 0;
		try {
			job.run();
		} catch (error) {
			report(error);
		}
	}
	scheduled = false;
	reportUnhandled();
}
