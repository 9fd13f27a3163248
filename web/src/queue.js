import { SCHEDULE } from "./codes.js";
import { reportUnhandled } from "./unhandled.js";
import { report } from "./errors.js";
import { m, refused } from "./machine.js";

/** @typedef {{run(): void}} Job */

// The queue of asynchronous reactions: one microtask drains all of it, what is queued meanwhile
// included. (jQuery waits for a timer at each hop; a microtask for each job was measured to be
// several times slower than this.) The machine counts; the jobs themselves stand here, so that a
// settled deferred lives until its reactions have run.

/** @type {(Job | undefined)[]} */
const jobs = [];
let head = 0;
let tail = 0;

// As they were when the script was loaded: a test's fake clock must not stop all promises.
const microtask = globalThis.queueMicrotask;

/** @param {Job} job */
export function push(job) {
	jobs[tail++] = job;
}

/** @param {number} answer of the machine, which says when there is somebody to be woken */
export function wake(answer) {
	if (answer & SCHEDULE) microtask(drain);
}

/** Runs all that is queued. */
export function drain() {
	for (;;) {
		const ran = runAll();
		reportUnhandled();
		const left = m.drained(ran);
		if (left < 0) throw refused("drained", left);
		if (left === 0) return;
	}
}

function runAll() {
	let ran = 0;
	while (head < tail) {
		const job = /** @type {Job} */ (jobs[head]);
		jobs[head++] = undefined;
		// The array is used again from its start, not cut: cutting gives its memory back and each
		// hop of a chain would ask for it anew.
		if (head === tail) head = tail = 0;
		ran++;
		try {
			job.run();
		} catch (error) {
			report(error);
		}
	}
	return ran;
}
