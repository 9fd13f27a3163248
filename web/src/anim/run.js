import { report } from "../lib/errors.js";
import { dataOf } from "./element.js";
import { hide } from "../dom/display.js";
import { setStyle } from "../dom/style.js";
import { NEXT, STOPPED } from "../runtime/table.js";
import { queueOf, step, tellEmpty } from "./fxqueue.js";

/**
 * One property of an animation, as parsed by Go. All elements of a call share it.
 *
 * @typedef {object} Goal
 * @property {string} name in the style object
 * @property {string} text the value
 * @property {string} easing as CSS writes it
 * @property {boolean} foreign its unit has to be measured
 * @property {boolean} word show, hide or toggle
 *
 * @typedef {{words: Goal[], numbers: Goal[]}} Goals
 *
 * @typedef {{goal: Goal, from: number, to: number, unit: string, keep: string, own: boolean}} Tween
 */

/** @type {Tween[]} */
const none = [];
/** @type {Goal[]} */
const noGoals = [];

/** The animation of one element by one call: it waits in a queue, runs, and is over. */
export class Run {
	/**
	 * @param {any} element
	 * @param {Goals | null} goals null until the runtime is up
	 * @param {import("./speed.js").Options} options
	 * @param {import("./together.js").Together} together
	 */
	constructor(element, goals, options, together) {
		this.element = element;
		this.goals = goals;
		this.options = options;
		this.together = together;
		this.data = dataOf(element);
		this.isOver = false;
		/** Ends at once. */
		this.jump = false;

		// Set at its start.
		/** @type {any} the computed style */
		this.styles = null;
		/** The words that have an effect. */
		this.words = goals?.words ?? noGoals;
		this.show = false;
		this.gone = false;
		/** The inline styles of words to put back at the end. @type {string[] | null} */
		this.before = null;
		/** @type {string[] | null} */
		this.overflow = null;
		/** The inline display to put back at the end. @type {string | undefined} */
		this.endDisplay = undefined;
		/** The display to keep in `left`. @type {string | undefined} */
		this.restore = undefined;
		this.toggles = false;
		/** @type {Tween[]} */
		this.tweens = none;
		/** @type {any} */
		this.own = undefined;
		/** A property that is not a style moves. */
		this.moves = false;
		/** @type {Animation | null} */
		this.animation = null;
		/** @type {import("./flight.js").Flight | null} */
		this.flight = null;
		together.members.add(this);
	}

	/** The argument of callbacks, the same object each time. */
	get handle() {
		this.own ??= {
			elem: this.element,
			duration: this.options.duration,
			stop: (/** @type {any} */ end) => (end ? this.end(true) : this.stop(end)),
		};
		return this.own;
	}

	/** The rules have parsed its goals. @param {Goals} goals */
	understood(goals) {
		this.goals = goals;
		this.words = goals.words;
	}

	/** It runs outside the queue, but the queue's promise waits for it. */
	besides() {
		queueOf(this.element, "fx").beside++;
	}

	/** The elapsed part of its duration, from 0 to 1. */
	fraction() {
		return this.animation?.effect?.getComputedTiming().progress ?? 0;
	}

	/** The value of a tween at a fraction of the duration. @param {Tween} tween @param {number} fraction */
	at({ goal, from, to }, fraction) {
		const eased = goal.easing === "linear" ? fraction : 0.5 - Math.cos(fraction * Math.PI) / 2;
		return (to - from) * eased + from;
	}

	/**
	 * A property that cannot be written (offsetTop, which is read-only) is reported and dropped: the rest,
	 * the queue and the promise continue.
	 *
	 * @param {Tween} tween
	 * @param {number} value
	 */
	write(tween, value) {
		const { goal, unit, own } = tween;
		if (Number.isNaN(value)) return;
		try {
			if (own) this.element[goal.name] = value;
			else setStyle(this.element.style, goal.name, value + unit);
		} catch (error) {
			this.tweens = this.tweens.filter((other) => other !== tween);
			report(error);
		}
	}

	/** Ends the run, in time or by a jump, with jQuery's final styles. @param {boolean} [jumped] */
	end(jumped) {
		if (this.goals === null) {
			this.jump = true; // it ends as soon as it can begin
			return;
		}
		if (!this.leave()) return;
		const { element, before, options } = this;
		for (const tween of this.tweens) if (!tween.goal.word) this.write(tween, tween.to);
		this.restoreOverflow();
		if (this.endDisplay !== undefined) element.style.display = this.endDisplay;
		if (before) {
			if (!this.show) hide([element]);
			this.data.left = null;
			before.forEach((value, i) => {
				setStyle(element.style, this.words[i].name, value);
			});
		}
		this.cancel();
		if (options.progress) this.tell(options.progress, 1, 0);
		this.call(options.done, jumped);
		if (options.complete) safely(options.complete, element, []);
		if (options.queue) step(element, options.queue, NEXT);
		this.settled(false, jumped);
	}

	/** Stops the run where it is. @param {boolean} [jumped] the page's argument */
	stop(jumped) {
		if (!this.leave()) return;
		this.freeze();
		this.restoreOverflow();
		this.cancel();
		this.call(this.options.fail, jumped);
		this.settled(true, jumped);
	}

	/** Writes the present values, once. */
	freeze() {
		const fraction = this.fraction();
		for (const tween of this.tweens) this.write(tween, this.at(tween, fraction));
		this.tweens = none;
	}

	/** Its call is aborted: it is stopped, or never begins, and the next of its queue has its turn. */
	abort() {
		const { queue } = this.options;
		if (this.data.runs.includes(this)) {
			this.stop();
			if (queue) step(this.element, queue, STOPPED);
			return;
		}
		const items = (queue && this.data.queues.get(queue)?.items) || [];
		const i = items.findIndex((item) => item.run === this);
		if (i >= 0) items.splice(i, 1);
		this.dropped();
	}

	/** It never begins: its queue was cleared. */
	dropped() {
		if (this.isOver) return;
		this.isOver = true;
		this.together.over(this, true);
	}

	leave() {
		if (this.isOver) return false;
		this.isOver = true;
		const i = this.data.runs.indexOf(this);
		if (i >= 0) this.data.runs.splice(i, 1);
		this.flight?.land();
		return true;
	}

	restoreOverflow() {
		if (!this.overflow) return;
		const [overflow, overflowX, overflowY] = this.overflow;
		Object.assign(this.element.style, { overflow, overflowX, overflowY });
	}

	// Call after the final style is written: otherwise the element would show its old style for a frame.
	cancel() {
		const { animation } = this;
		if (!animation) return;
		animation.onfinish = animation.oncancel = null;
		animation.cancel();
	}

	/** @param {boolean} stopped @param {boolean | undefined} jumped */
	settled(stopped, jumped) {
		const { element, options } = this;
		this.call(options.always, jumped);
		if (!options.queue) {
			const queue = queueOf(element, "fx");
			queue.beside--;
			if (queue.items.length === 0) tellEmpty(element, "fx");
		}
		this.together.over(this, stopped);
	}

	/** @param {import("./speed.js").Callback | null} fn @param {boolean | undefined} jumped */
	call(fn, jumped) {
		if (fn) safely(fn, this.element, jumped === undefined ? [this.handle] : [this.handle, jumped]);
	}

	/** @param {import("./speed.js").Callback} fn @param {number} fraction @param {number} remaining ms */
	tell(fn, fraction, remaining) {
		safely(fn, this.element, [this.handle, fraction, remaining]);
	}
}

/**
 * Calls fn and reports its error: one element's callback must not keep the others from ending.
 *
 * @param {Function} fn
 * @param {any} element
 * @param {any[]} args
 */
export function safely(fn, element, args) {
	try {
		fn.apply(element, args);
	} catch (error) {
		report(error);
	}
}
