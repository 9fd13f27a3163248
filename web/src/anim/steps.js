import { safely } from "../lib/errors.js";
import { eased } from "./midway.js";

/**
 * Calls the option step for each property of a frame, and then writes the value: step may change it, or where the
 * property goes. What step gets is jQuery's Tween, as far as that describes the property.
 *
 * @param {import("./run.js").Run} run
 * @param {number} fraction of its duration
 */
export function takeSteps(run, fraction) {
	const { element, options } = run;
	run.steps ??= new Map();
	for (const tween of run.tweens) {
		const { goal, from, to, unit } = tween;
		let one = run.steps.get(tween);
		if (!one) {
			one = { elem: element, prop: goal.name, options, start: from, end: to, unit };
			run.steps.set(tween, one);
		}
		one.pos = options.duration ? eased(goal, fraction) : fraction;
		one.now = (one.end - one.start) * one.pos + one.start;
		safely(/** @type {any} */ (options.step), element, [one.now, one]);
		if (run.ended && fraction < 1) return; // by step itself
		run.write(tween, one.now);
	}
}
