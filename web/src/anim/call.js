import { GodeferredError, report } from "../lib/errors.js";
import { isUp, waitNoLonger, whenUp } from "../runtime/bridge.js";
import { jumps } from "./fx.js";
import { batch } from "./batch.js";
import { askOnce } from "../rules/wire.js";
import { words } from "../runtime/table.js";

/**
 * @typedef {import("./run.js").Goals} Goals
 * @typedef {import("./run.js").Run} Run
 */

/** The animation that one call asks for. The rules must first parse it into goals. */
export class Call {
	/**
	 * @param {string} where the page's function
	 * @param {Record<string, any>} properties as they are now: the page may change them later
	 * @param {import("./speed.js").Options} options
	 */
	constructor(where, properties, options) {
		this.where = where;
		this.options = options;
		/** @type {[name: string, text: string, easing: any][]} */
		this.wanted = [];
		for (const name of Object.keys(properties)) {
			const value = properties[name];
			if (value === undefined) continue; // as in jQuery
			const [text, own] = Array.isArray(value) ? value : [value, specialEasing(options, name)];
			this.wanted.push([name, String(text ?? ""), own ? options.curves.name(own) : ""]);
		}
		this.empty = this.wanted.length === 0;
	}

	/**
	 * The goals as parsed by the rules; null if that must wait for the runtime. An effect that only
	 * jumps to its end does not wait.
	 *
	 * @returns {Goals | null}
	 */
	goalsNow() {
		if (isUp()) return this.understand();
		const { duration, easing, step } = this.options;
		return this.empty || (this.isEffect() && easing === "" && !step && (duration === 0 || jumps()))
			? this.wordGoals()
			: null;
	}

	/**
	 * Gives the runs their goals once the runtime is up; they start if their turn has come.
	 *
	 * @param {Run[]} runs
	 * @param {import("./together.js").Together} together
	 */
	postpone(runs, together) {
		const waiting = {
			/** @type {"animation"} */
			kind: "animation",
			begin: () => this.give(runs, together, () => this.understand()),
			fail: (/** @type {any} */ error) => this.give(runs, together, () => this.endAtOnce(runs, error)),
		};
		together.waitNoLonger = () => waitNoLonger(waiting);
		whenUp(waiting);
	}

	/**
	 * @param {Run[]} runs
	 * @param {import("./together.js").Together} together
	 * @param {() => Goals} goalsOf
	 */
	give(runs, together, goalsOf) {
		try {
			const goals = goalsOf();
			for (const run of runs) run.goals = goals;
		} catch (error) {
			together.fail(error);
			// Wrong arguments are reported here: a rejected animation counts as handled, as stopping is expected.
			if (!(error instanceof GodeferredError)) report(error);
		}
		batch.flushSoon();
	}

	/** @returns {Goals} */
	understand() {
		const [answer] = askOnce(this.where, "goals", {
			easing: this.options.easing,
			name: this.wanted.map(([name]) => name),
			text: this.wanted.map(([, text]) => text),
			own: this.wanted.map(([, , easing]) => easing),
		});
		/** @type {Goals} */
		const goals = { words: [], numbers: [] };
		answer.name?.forEach((name, i) => {
			const text = answer.text[i];
			const word = words.includes(text);
			const easing = answer.easing[i];
			const curve = this.options.curves.all.get(easing);
			const goal = { name, text, easing, curve, foreign: answer.foreign[i] !== "", word };
			goals[word ? "words" : "numbers"].push(goal);
		});
		return goals;
	}

	/** Whether all its values are words: show, hide, slides and fades. */
	isEffect() {
		return this.where !== "animate" && this.where !== "fadeTo";
	}

	/** The goals of an effect that jumps: names as in the style object, easing unused. */
	wordGoals() {
		/** @type {Goals} */
		const goals = { words: [], numbers: [] };
		for (const [name, text] of this.wanted)
			goals.words.push({ name, text, easing: "linear", foreign: false, word: true });
		return goals;
	}

	/**
	 * The rules are not available: the runs of effects jump to their end. animate throws, because only the
	 * rules can parse its values.
	 *
	 * @param {Run[]} runs
	 * @param {unknown} error why the runtime could not start
	 * @returns {Goals}
	 */
	endAtOnce(runs, error) {
		const [[name, text]] = this.wanted;
		const to = Number(text);
		const fades = this.where === "fadeTo" && text !== "" && !Number.isNaN(to);
		if (!fades && !this.isEffect()) throw error;
		for (const run of runs) run.jump = true;
		if (!fades) return this.wordGoals();
		const goal = { name, text, easing: "linear", foreign: false, word: false };
		for (const run of runs) run.tweens = [{ goal, from: to, to, unit: "", keep: "", own: false }];
		return { words: [], numbers: [] };
	}
}

/**
 * The easing that the option specialEasing has for a property.
 *
 * @param {import("./speed.js").Options} options
 * @param {string} name
 */
const specialEasing = ({ specialEasing: all }, name) => (Object.hasOwn(all, name) ? all[name] : undefined);
