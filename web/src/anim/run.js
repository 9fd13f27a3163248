import { displayBefore, hide, isHiddenBy, mustBeBox } from "../dom/display.js";
import { read, setStyle, stylesOf } from "../dom/style.js";
import { report, safely } from "../lib/errors.js";
import { DIRECTION_ENDS, DOES, directions, NEXT, SHOWS, STOPPED, TOGGLES, words } from "../runtime/table.js";
import { batch } from "./batch.js";
import { dataOf } from "./element.js";
import { queueOf, step, tellEmpty } from "./fxqueue.js";
import { midway } from "./midway.js";
import { takeSteps } from "./steps.js";
import { member, typeOf } from "../dom/member.js";

/**
 * One property of an animation, as parsed by Go. All elements of a call share it.
 *
 * @typedef {object} Goal
 * @property {string} name in the style object
 * @property {string} text the value
 * @property {string} easing as CSS writes it
 * @property {((fraction: number) => number) | undefined} [curve] an easing of the page's
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

/**
 * The animation of one element by one call: it waits in a queue, begins, starts with others in a batch, runs,
 * and is over.
 */
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
		/** Others are objects whose numbers are animated. */
		this.isElement = typeOf(element) === 1;
		/** Ends at once. */
		this.jump = false;

		// Set at its start.
		this.show = false;
		this.toggles = false;
		/** The element has to be measured as if it were shown. */
		this.gone = false;
		/** It must be an inline-block. */
		this.boxed = false;
		/** It moves something in each frame that the browser does not: a property that is not a style, or all for step. */
		this.moves = false;
		/** The words that have an effect. */
		this.words = noGoals;
		this.numbers = noGoals;
		/** @type {Tween[]} */
		this.tweens = none;
		/** What step gets, by tween. @type {Map<Tween, any> | null} */
		this.steps = null;
		/** It has come to its end. */
		this.ended = false;
		/** @type {any} the computed style */
		this.styles = null;
		/** The inline styles of words to put back at the end. @type {string[] | null} */
		this.before = null;
		/** The inline styles of a box to put back at the end. @type {Record<string, string> | null} */
		this.overflow = null;
		/** @type {Animation | import("./countdown.js").Countdown | null} */
		this.animation = null;
		/** @type {import("./flight.js").Flight | null} */
		this.flight = null;
		/** The inline display to keep in `left`. @type {string | undefined} */
		this.restore = undefined;
		/** The inline display to put back at the end. @type {string | undefined} */
		this.endDisplay = undefined;
		/** As computed. */
		this.display = "";
		/** Outside the queues: the one that counts it. @type {import("./fxqueue.js").Queue | null} */
		this.queue = null;
		/** @type {any} the argument of callbacks */
		this.own = undefined;
		together.members.add(this);
	}

	/** The argument of callbacks, the same object each time. */
	get handle() {
		this.own ??= {
			elem: this.element,
			duration: this.options.duration,
			stop: (/** @type {any} */ end) => (end ? this.finish(true) : this.stop(end)),
		};
		return this.own;
	}

	/** Its turn has come. */
	begin() {
		this.data.runs.push(this);
		// It runs outside the queue, but the queue's promise waits for it.
		if (!this.options.queue) {
			this.queue = queueOf(this.element, "fx");
			this.queue.beside++;
		}
		this.jump ||= this.data.finishing;
		batch.add(this);
	}

	// The steps of its start, in this order. Each only reads or only writes: see batch.js.

	/** Reads: finds out which words have an effect, and in which direction. */
	direct() {
		const { data, element } = this;
		const { left } = data;
		const goals = /** @type {Goals} */ (this.goals);
		this.numbers = goals.numbers;
		if (!this.isElement) {
			// They are never hidden (jQuery's rule).
			const hiding = goals.words.filter(({ text }) => text !== "show");
			this.numbers = [...hiding.map((goal) => ({ ...goal, text: "0", word: false })), ...goals.numbers];
			return;
		}
		this.styles = stylesOf(element);
		if (goals.words.length === 0) return;
		let showing = isHiddenBy(element, this.styles) ? 1 : 0;
		this.words = goals.words.filter(({ name, text }) => {
			const kept = left?.sizes.has(name) ? 1 : 0;
			const answer = directions[(showing * words.length + words.indexOf(text)) * 2 + kept];
			showing = answer & SHOWS ? 1 : 0;
			if (answer & TOGGLES) this.toggles = true;
			return answer & DOES;
		});
		if (this.words.length === 0) return;
		const was = left === null ? 0 : left.hidden === undefined ? 1 : left.hidden ? 2 : 3;
		this.show = (directions[DIRECTION_ENDS + was * 2 + showing] & SHOWS) !== 0;
		this.before = this.words.map(({ name }) => keptStyle(left, name) || member(element, "style")[name] || "");
	}

	/** Whether it changes the size of a box. As in jQuery, a word without effect counts if another goal has one. */
	resizes() {
		const { words: all } = /** @type {Goals} */ (this.goals);
		if (!this.isElement) return false;
		return this.words.length + this.numbers.length > 0 && (all.some(isSize) || this.numbers.some(isSize));
	}

	/** Reads the display. */
	readDisplay() {
		this.display = read(this.element, this.styles, "display");
		this.restore = this.data.left?.display ?? displayBefore(this.element);
	}

	/** Reads the rest. A hidden element shows meanwhile, if restore does not tell the display that it will have. */
	readShown() {
		const { element, restore, styles } = this;
		let { display } = this;
		if (display === "none") {
			this.gone = !this.show;
			display = restore || read(element, styles, "display");
			this.restore = restore || member(element, "style").display || restore;
		}
		this.boxed = mustBeBox(display, read(element, styles, "cssFloat"), this.restore);
	}

	/** Writes: hides the overflow, and makes an inline element an inline-block. */
	makeBox() {
		const style = member(this.element, "style");
		const { overflow, overflowX, overflowY } = style;
		this.overflow = { overflow, overflowX, overflowY };
		if (this.boxed) {
			if (this.numbers.length === 0) {
				this.restore ??= style.display === "none" ? "" : style.display;
				this.endDisplay = this.restore;
			}
			style.display = "inline-block";
			this.gone = false;
		}
		style.overflow = "hidden";
	}

	/** Notes on the element what the next show or hide needs if this one is stopped. */
	leaveState() {
		const { data } = this;
		data.left ??= { display: this.restore, hidden: undefined, sizes: new Map() };
		if (this.toggles) data.left.hidden = !this.show;
	}

	/** The rules have computed its tweens. @param {Tween[]} tweens */
	planned(tweens) {
		this.tweens = tweens;
		this.moves = this.options.step !== null || tweens.some(({ own }) => own);
		for (const { goal, keep } of tweens)
			if (goal.word && keep !== "") this.data.left?.sizes.set(goal.name, Number(keep));
	}

	/** The elapsed part of its duration, from 0 to 1. */
	fraction() {
		return this.animation?.effect?.getComputedTiming().progress ?? 0;
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
			else setStyle(member(this.element, "style"), goal.name, value + unit);
		} catch (error) {
			this.tweens = this.tweens.filter((other) => other !== tween);
			report(error);
		}
	}

	/** Ends the run, in time or by a jump, with jQuery's final styles. @param {boolean} [jumped] */
	finish(jumped) {
		if (this.goals === null) {
			this.jump = true; // it ends as soon as it can begin
			return;
		}
		if (!this.leave()) return;
		this.ended = true;
		const { element, before, options } = this;
		if (options.step) takeSteps(this, 1);
		else
			for (const tween of this.tweens)
				if (!tween.goal.word) this.write(tween, tween.goal.curve ? midway(tween, 1) : tween.to);
		this.unbox();
		if (this.endDisplay !== undefined) member(element, "style").display = this.endDisplay;
		if (before) {
			if (!this.show) hide([element]);
			this.data.left = null;
			before.forEach((value, i) => {
				setStyle(member(element, "style"), this.words[i].name, value);
			});
		}
		this.cancel();
		if (options.progress) this.notify(options.progress, 1, 0);
		this.call(options.done, jumped);
		if (options.complete) safely(options.complete, element, []);
		this.next(NEXT);
		this.settled(false, jumped);
	}

	/** Stops the run where it is. @param {boolean} [jumped] the page's argument */
	stop(jumped) {
		if (!this.leave()) return;
		this.freeze();
		this.unbox();
		this.cancel();
		this.call(this.options.fail, jumped);
		this.settled(true, jumped);
	}

	/** Writes: what makeBox has overwritten. */
	unbox() {
		if (this.overflow) Object.assign(member(this.element, "style"), this.overflow);
	}

	/** Writes the present values, once. With step, they are those of its last call. */
	freeze() {
		const fraction = this.fraction();
		if (!this.options.step) for (const tween of this.tweens) this.write(tween, midway(tween, fraction));
		this.tweens = none;
	}

	/** Its call is aborted: it is stopped, or never begins, and the next of its queue has its turn. */
	abort() {
		const { queue } = this.options;
		if (this.data.runs.includes(this)) {
			this.stop();
			this.next(STOPPED);
			return;
		}
		const items = (queue && this.data.queues.get(queue)?.items) || [];
		const i = items.findIndex((item) => item.run === this);
		if (i >= 0) items.splice(i, 1);
		this.dropped();
	}

	/** The next of its queue has its turn, unless it runs outside the queues. @param {number} event */
	next(event) {
		const { element, options, queue } = this;
		const name = options.queue;
		if (name && !queue) safely(() => step(element, name, event), element, []);
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

	// Call after the final style is written: otherwise the element would show its old style for a frame.
	cancel() {
		const { animation } = this;
		if (!animation) return;
		animation.onfinish = animation.oncancel = null;
		animation.cancel();
	}

	/** @param {boolean} stopped @param {boolean | undefined} jumped */
	settled(stopped, jumped) {
		const { element, options, queue } = this;
		this.call(options.always, jumped);
		if (queue) {
			queue.beside--;
			if (queue.items.length === 0) tellEmpty(element, "fx", queue);
		}
		this.together.over(this, stopped);
	}

	/** @param {import("./speed.js").Callback | null} fn @param {boolean} [jumped] */
	call(fn, jumped) {
		if (fn) safely(fn, this.element, jumped === undefined ? [this.handle] : [this.handle, jumped]);
	}

	/** @param {import("./speed.js").Callback} fn @param {number} fraction @param {number} remaining ms */
	notify(fn, fraction, remaining) {
		safely(fn, this.element, [this.handle, fraction, remaining]);
	}
}

/** @param {Goal} goal */
const isSize = ({ name }) => name === "width" || name === "height";

/**
 * A size that a stopped show or hide has measured becomes the inline style again, as in jQuery.
 *
 * @param {import("./element.js").Left | null} left
 * @param {string} name
 */
function keptStyle(left, name) {
	const size = left?.sizes.get(name);
	return size ? (name === "opacity" ? String(size) : `${size}px`) : "";
}
