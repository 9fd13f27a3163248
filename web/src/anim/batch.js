import { hide, show } from "../dom/display.js";
import { isUp } from "../runtime/bridge.js";
import { checkStack } from "../runtime/stack.js";
import { fly } from "./flight.js";
import { jumps } from "./fx.js";
import { takeSteps } from "./steps.js";
import { computeTweens } from "./tweens.js";
import { member } from "../dom/member.js";

/** @typedef {import("./run.js").Run} Run */

/**
 * Runs that have begun start in batches, those of other calls and elements, too. Reading a value that depends
 * on a style just written forces the browser to compute all styles, or the layout, again. So each step of a
 * start only reads, for all elements, or only writes.
 */
class Batch {
	constructor() {
		/** Runs that have begun, but not started. @type {Run[]} */
		this.waiting = [];
		/** A microtask is to start them. */
		this.soon = false;
	}

	/**
	 * Adds a run that has begun. It starts with the others of its call, or with those that begin in the same
	 * turn because others end; at the latest a microtask later, if a page's function in the queue has called
	 * next.
	 *
	 * @param {Run} run
	 */
	add(run) {
		this.waiting.push(run);
		if (run.jump) this.flush();
		else this.flushSoon();
	}

	/** Starts all runs that can, together. */
	flush() {
		for (;;) {
			const runs = this.waiting.filter((run) => run.goals !== null && !run.isOver);
			this.waiting = this.waiting.filter((run) => run.goals === null && !run.isOver);
			if (runs.length === 0) return;
			try {
				checkStack();
			} catch {
				// The page is in endless recursion: the runs start once that is over.
				this.waiting = [...runs, ...this.waiting];
				this.flushSoon();
				return;
			}
			try {
				start(runs);
			} catch (error) {
				// The runtime has ended, and could not be started again.
				for (const run of runs) if (!run.isOver) run.together.fail(error);
			}
		}
	}

	/** Flushes in a microtask: all animations of the present callbacks start together. */
	flushSoon() {
		if (this.soon) return;
		queueMicrotask(() => {
			this.soon = false;
			this.flush();
		});
		this.soon = true; // only now: the call throws if the stack is full
	}
}

/** The page's only one. */
export const batch = new Batch();

/** @param {Run[]} runs */
function start(runs) {
	const jump = jumps();
	for (const run of runs) {
		// The document of a detached iframe has no view: nothing moves there any more.
		run.jump ||=
			jump ||
			run.options.duration === 0 ||
			(run.isElement && !member(run.element, "ownerDocument").defaultView);
		run.direct();
	}
	prepareBoxes(runs.filter((run) => run.resizes()));
	prepareWords(runs.filter((run) => run.words.length > 0));
	// Words that jump to their end restore the old styles: there is nothing to measure, except for step.
	computeTweens(
		runs.filter(
			(run) =>
				run.numbers.length > 0 || (run.words.length > 0 && (!run.jump || (run.options.step && isUp()))),
		),
	);
	for (const run of runs) {
		const { duration, start: begun, step, progress } = run.options;
		run.call(begun);
		if (step && !run.jump) takeSteps(run, 0);
		if (progress && !run.jump) run.notify(progress, 0, duration);
	}
	fly(
		runs.filter((run) => run.tweens.length > 0 && !run.jump && !run.isOver),
		() => batch.flush(),
	);
	for (const run of runs)
		if (run.jump || run.tweens.length === 0) run.finish(run.data.finishing || undefined);
}

/** @param {Run[]} runs that change the size of a box */
function prepareBoxes(runs) {
	for (const run of runs) run.readDisplay();
	// The display of these can only be read while they show.
	const peeks = runs.filter((run) => run.display === "none" && !run.restore).map(({ element }) => element);
	show(peeks);
	for (const run of runs) run.readShown();
	hide(peeks);
	for (const run of runs) run.makeBox();
}

/** Shows the elements that are to appear, before they are measured. @param {Run[]} runs */
function prepareWords(runs) {
	for (const run of runs) run.leaveState();
	show(runs.filter((run) => run.show).map(({ element }) => element));
}
