import { displayBefore, hide, isHiddenBy, show } from "../dom/display.js";
import { read, stylesOf } from "../dom/style.js";
import { jumps } from "./fx.js";
import { fly } from "./flight.js";
import { isOwn, present, scales, uncover } from "./measure.js";
import { checkStack } from "../runtime/bridge.js";
import { DIRECTION_ENDS, DOES, directions, SHOWS, TOGGLES, words } from "../runtime/table.js";
import { ask, field } from "../rules/anim.js";
import { safely } from "./run.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Tween} Tween
 * @typedef {Run & {goals: import("./run.js").Goals}} Ready with goals parsed by the rules
 */

/** Runs that have begun, but not started. @type {Run[]} */
let waiting = [];

/** Starts all runs that have begun, together. */
export function flush() {
	for (;;) {
		const runs = /** @type {Ready[]} */ (waiting.filter((run) => run.goals !== null && !run.isOver));
		waiting = waiting.filter((run) => run.goals === null && !run.isOver);
		if (runs.length === 0) return;
		try {
			checkStack();
		} catch {
			// The page is in endless recursion: the runs start once that is over.
			waiting = [...runs, ...waiting];
			flushSoon();
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

let soon = false;

/** Flushes in a microtask: all animations of the present callbacks start together. */
export function flushSoon() {
	if (soon) return;
	queueMicrotask(() => {
		soon = false;
		flush();
	});
	soon = true; // only now: the call throws if the stack is full
}

/**
 * The turn of a run has come. It starts with the others of its call, or with those that begin in the
 * same turn because others end; at the latest a microtask later, if a page's function in the queue has
 * called next.
 *
 * @param {Run} run
 */
export function begin(run) {
	run.data.runs.push(run);
	if (!run.options.queue) run.besides();
	run.jump ||= run.data.finishing;
	waiting.push(run);
	if (run.jump) flush();
	else flushSoon();
}

/**
 * Reading a value that depends on a style just written forces the browser to compute all styles, or the
 * layout, again. So each of these steps only reads, for all elements, or only writes.
 *
 * @param {Ready[]} runs
 */
function start(runs) {
	const jump = jumps();
	for (const run of runs) {
		// The document of a detached iframe has no view: nothing moves there any more.
		run.jump ||= jump || run.options.duration === 0 || !run.element.ownerDocument.defaultView;
	}
	direct(runs);
	// As in jQuery, a word without effect counts, too, if another property has one.
	prepareBoxes(
		runs.filter(
			({ words, goals }) =>
				words.length + goals.numbers.length > 0 && (goals.words.some(isBox) || goals.numbers.some(isBox)),
		),
	);
	prepareWords(runs.filter((run) => run.words.length > 0));
	// Words that jump to their end restore the old styles: there is nothing to measure.
	work(runs.filter((run) => run.goals.numbers.length > 0 || (run.words.length > 0 && !run.jump)));
	for (const run of runs) {
		const { element, options } = run;
		if (options.start) safely(options.start, element, [run.handle]);
		if (options.progress && !run.jump) run.tell(options.progress, 0, options.duration);
	}
	fly(
		runs.filter((run) => run.tweens.length > 0 && !run.jump && !run.isOver),
		flush,
	);
	for (const run of runs) if (run.jump || run.tweens.length === 0) run.end(run.data.finishing || undefined);
}

/** @param {import("./run.js").Goal} goal */
const isBox = ({ name }) => name === "width" || name === "height";

/** Finds out which words have an effect, and in which direction. @param {Ready[]} runs */
function direct(runs) {
	// All reads come first: an element is hidden if its display is none.
	const hidden = runs.map((run) => {
		run.styles = stylesOf(run.element);
		return run.words.length > 0 && isHiddenBy(run.element, run.styles);
	});
	runs.forEach((run, i) => {
		if (run.words.length === 0) return;
		const { left } = run.data;
		let showing = hidden[i] ? 1 : 0;
		run.words = run.words.filter(({ name, text }) => {
			const kept = left?.sizes.has(name) ? 1 : 0;
			const answer = directions[(showing * words.length + words.indexOf(text)) * 2 + kept];
			showing = answer & SHOWS ? 1 : 0;
			if (answer & TOGGLES) run.toggles = true;
			return answer & DOES;
		});
		if (run.words.length === 0) return;
		const was = left === null ? 0 : left.hidden === undefined ? 1 : left.hidden ? 2 : 3;
		run.show = (directions[DIRECTION_ENDS + was * 2 + showing] & SHOWS) !== 0;
		const { style } = run.element;
		run.before = run.words.map(({ name }) => keptStyle(left, name) || style[name] || "");
	});
}

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

/**
 * A run that changes the size of a box hides the overflow, and makes an inline element an inline-block:
 * otherwise its size would have no effect. (The middle of jQuery's defaultPrefilter.)
 *
 * @param {Ready[]} runs
 */
function prepareBoxes(runs) {
	const displays = runs.map(({ element, styles }) => read(element, styles, "display"));
	const restores = runs.map(({ data, element }) => data.left?.display ?? displayBefore(element));
	const peeks = runs.filter((_, i) => displays[i] === "none" && !restores[i]);
	if (peeks.length > 0) show(peeks.map(({ element }) => element));
	runs.forEach((run, i) => {
		if (displays[i] !== "none") return;
		run.gone = !run.show;
		if (restores[i]) {
			displays[i] = /** @type {string} */ (restores[i]);
		} else {
			restores[i] = run.element.style.display || restores[i];
			displays[i] = read(run.element, run.styles, "display");
		}
	});
	const floats = runs.map(({ element, styles }) => read(element, styles, "cssFloat"));
	hide(peeks.map(({ element }) => element));
	runs.forEach((run, i) => {
		const { style } = run.element;
		run.overflow = [style.overflow, style.overflowX, style.overflowY];
		const inline = displays[i] === "inline" || (displays[i] === "inline-block" && restores[i] != null);
		if (inline && floats[i] === "none") {
			if (run.goals.numbers.length === 0) {
				restores[i] ??= style.display === "none" ? "" : style.display;
				run.endDisplay = restores[i];
			}
			style.display = "inline-block";
			run.gone = false;
		}
		run.restore = restores[i];
		style.overflow = "hidden";
	});
}

/** Shows the elements that are to appear, before they are measured. @param {Ready[]} runs */
function prepareWords(runs) {
	for (const { data, restore, toggles, show: shows } of runs) {
		data.left ??= { display: restore, hidden: undefined, sizes: new Map() };
		if (toggles) data.left.hidden = !shows;
	}
	show(runs.filter((run) => run.show).map(({ element }) => element));
}

/** All goals of a run, words first. @param {Ready} run */
const goalsOf = ({ words, goals: { numbers } }) => (numbers.length === 0 ? words : [...words, ...numbers]);

/** Computes the tweens of all runs. @param {Ready[]} runs */
function work(runs) {
	if (runs.length === 0) return;
	const goals = runs.map(goalsOf);
	/** @type {string[][]} */
	let values = [];
	/** @type {Map<string, number>} */
	const scaled = new Map();
	uncover(runs, () => {
		values = runs.map((run, i) => goals[i].map(({ name }) => present(run, name)));
		const asked = runs.flatMap((run, i) =>
			goals[i].flatMap(({ foreign, name, text }, j) =>
				foreign && parseFloat(values[i][j]) && !isOwn(run.element, name)
					? [{ run, name, text, value: values[i][j], i, j }]
					: [],
			),
		);
		if (asked.length === 0) return;
		const found = scales(asked);
		asked.forEach(({ i, j }, n) => {
			scaled.set(`${i} ${j}`, found[n]);
		});
	});
	const questions = runs.map(({ data, show: shows }, i) => {
		let question = shows ? "1" : "0";
		goals[i].forEach(({ name, text }, j) => {
			const kept = data.left?.sizes.get(name) ?? "";
			question += `\t${name}\t${text}\t${field(values[i][j])}\t${kept}\t${scaled.get(`${i} ${j}`) ?? ""}`;
		});
		return question;
	});
	const answers = ask("tweens", questions);
	/** Equal elements share their tweens, and so their keyframes. @type {Map<string[], Tween[]>} */
	const made = new Map();
	runs.forEach((run, i) => {
		const answer = answers[i];
		let tweens = made.get(answer);
		if (!tweens || tweens.some(({ goal }, j) => goal !== goals[i][j])) {
			tweens = goals[i].map((goal, j) => {
				const [from, to, unit, keep] = answer.slice(j * 4, j * 4 + 4);
				const number = (/** @type {string} */ text) => (text === "" ? NaN : Number(text));
				return { goal, from: number(from), to: number(to), unit, keep, own: isOwn(run.element, goal.name) };
			});
			made.set(answer, tweens);
		}
		run.tweens = tweens;
		run.moves = tweens.some(({ own }) => own);
		for (const { goal, keep } of tweens)
			if (goal.word && keep !== "") run.data.left?.sizes.set(goal.name, Number(keep));
	});
}
