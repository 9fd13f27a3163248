import { wrongArgument } from "../lib/errors.js";
import { find, findMovable, findOwners } from "../dom/targets.js";
import { hide as hideNow, isHidden, show as showNow } from "../dom/display.js";
import { batch } from "./batch.js";
import { Call } from "./call.js";
import { enqueue } from "./fxqueue.js";
import { Run } from "./run.js";
import { speed } from "./speed.js";
import { Together } from "./together.js";
import { member, typeOf } from "../dom/member.js";

/**
 * @param {string} where
 * @param {any} target
 * @param {(where: string, target: any) => any[]} [finder]
 */
export function findStyled(where, target, finder = find) {
	const found = finder(where, target);
	for (const element of found) {
		if (typeOf(element) && !member(element, "style"))
			throw wrongArgument(where, "target", "elements that have a style", element);
	}
	batch.flush();
	return found;
}

/** Like findStyled, for queues, which need no style. @param {string} where @param {any} target */
export function findQueued(where, target) {
	const found = findOwners(where, target);
	batch.flush();
	return found;
}

/** @param {string} word @param {boolean} all width and opacity, too */
function slide(word, all) {
	/** @type {Record<string, string>} */
	const properties = { height: word };
	for (const side of all ? ["Top", "Right", "Bottom", "Left"] : ["Top", "Bottom"])
		properties[`margin${side}`] = properties[`padding${side}`] = word;
	return all ? { ...properties, width: word, opacity: word } : properties; // in jQuery's order, which matters
}

/**
 * Animates properties of all elements that target means, with jQuery's arguments. The promise
 * resolves once, when the last is done, with the target as context and value; one that is stopped
 * rejects it.
 *
 * @param {any} target
 * @param {any} properties
 * @param {...any} rest duration or options, easing, complete
 */
export function animate(target, properties, ...rest) {
	if (properties === null || typeof properties !== "object" || Array.isArray(properties)) {
		throw wrongArgument("animate", "properties", "an object", properties);
	}
	return move("animate", target, properties, rest);
}

/**
 * @param {string} where
 * @param {any} target
 * @param {Record<string, any>} properties
 * @param {any[]} rest
 * @param {(found: any[]) => void} [prepare]
 */
function move(where, target, properties, rest, prepare) {
	const found = findStyled(where, target, prepare ? find : findMovable);
	const options = speed(where, rest);
	const call = new Call(where, properties, options);
	const goals = call.goalsNow();
	const together = new Together("animation", target, found, options.signal);
	const runs = found.map((element) => new Run(element, goals, options, together));
	if (options.signal?.aborted) return together.promise();
	prepare?.(found);
	for (const run of runs) {
		run.jump = call.empty;
		if (options.queue === false || call.empty) run.begin();
		else enqueue(run.element, options.queue, turnOf(run));
	}
	if (goals === null) call.postpone(runs, together);
	batch.flush();
	return together.promise();
}

/**
 * The queue entry that begins a run.
 *
 * @param {Run} run
 */
function turnOf(run) {
	const turn = () => run.begin();
	turn.run = run;
	return turn;
}

/** The properties that an effect animates. @type {Record<string, Record<string, string>>} */
export const propertiesOf = {
	slideDown: slide("show", false),
	slideUp: slide("hide", false),
	slideToggle: slide("toggle", false),
	fadeIn: { opacity: "show" },
	fadeOut: { opacity: "hide" },
	fadeToggle: { opacity: "toggle" },
	show: slide("show", true),
	hide: slide("hide", true),
	toggle: slide("toggle", true),
};

/** @param {string} where */
const effect =
	(where) =>
	(/** @type {any} */ target, /** @type {any[]} */ ...rest) =>
		move(where, target, propertiesOf[where], rest);

export const slideDown = effect("slideDown");
export const slideUp = effect("slideUp");
export const slideToggle = effect("slideToggle");
export const fadeIn = effect("fadeIn");
export const fadeOut = effect("fadeOut");
export const fadeToggle = effect("fadeToggle");

/**
 * `fadeTo(target, duration, opacity[, easing][, callback])`: shows hidden elements, from opacity 0.
 *
 * @param {any} target
 * @param {any} duration
 * @param {any} opacity
 * @param {...any} rest
 */
export function fadeTo(target, duration, opacity, ...rest) {
	return move("fadeTo", target, { opacity }, [duration, ...rest], (found) => {
		const hidden = found.filter(isHidden);
		for (const element of hidden) member(element, "style").opacity = "0";
		showNow(hidden);
	});
}

/**
 * show, hide and toggle: at once without a duration, else with size and opacity.
 *
 * @param {"show" | "hide" | "toggle"} where
 * @param {(found: any[], how: any) => void} now
 */
function appear(where, now) {
	return (/** @type {any} */ target, /** @type {any[]} */ ...rest) => {
		if (rest[0] != null && typeof rest[0] !== "boolean")
			return move(where, target, propertiesOf[where], rest);
		const found = findStyled(where, target, findMovable);
		const shown = found.filter(typeOf); // other objects do not show
		now(shown, rest[0]);
		const together = new Together("animation", target, found);
		together.total = 0;
		return together.promise();
	};
}

export const show = appear("show", showNow);
export const hide = appear("hide", hideNow);
export const toggle = appear("toggle", (found, how) => {
	if (typeof how === "boolean") {
		(how ? showNow : hideNow)(found);
		return;
	}
	const hidden = found.filter(isHidden);
	hideNow(found.filter((element) => !hidden.includes(element)));
	showNow(hidden);
});
