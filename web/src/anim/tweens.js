import { isOwn, present, scales, uncover } from "./measure.js";
import { askOnce } from "../rules/wire.js";

/**
 * @typedef {import("./run.js").Goal} Goal
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Tween} Tween
 */

/** All goals of a run, words first. @param {Run} run */
const goalsOf = ({ words, numbers }) => (numbers.length === 0 ? words : [...words, ...numbers]);

/** Measures all runs, and asks the rules for their tweens. @param {Run[]} runs */
export function computeTweens(runs) {
	if (runs.length === 0) return;
	const goals = runs.map(goalsOf);
	const { values, scaled } = measure(runs, goals);
	const answers = askOnce(
		"animate",
		"tweens",
		...runs.map(({ data, show: shows }, i) => ({
			show: shows,
			// A number of the element itself has no unit, and may be negative, whatever its name.
			name: goals[i].map(({ name }) => (isOwn(runs[i].element, name) ? "" : name)),
			text: goals[i].map(({ text }) => text),
			computed: values[i],
			kept: goals[i].map(({ name }) => data.left?.sizes.get(name)),
			scale: goals[i].map((_, j) => scaled.get(`${i} ${j}`)),
		})),
	);
	/** Equal elements share their tweens, and so their keyframes. @type {Map<any, Tween[]>} */
	const made = new Map();
	runs.forEach((run, i) => {
		const answer = answers[i];
		let tweens = made.get(answer);
		if (!tweens || tweens.some(({ goal }, j) => goal !== goals[i][j])) {
			const { from, to, unit, keep } = answer;
			const number = (/** @type {string} */ text) => (text === "" ? NaN : Number(text));
			tweens = goals[i].map((goal, j) => ({
				goal,
				from: number(from[j]),
				to: number(to[j]),
				unit: unit[j],
				keep: keep[j],
				own: isOwn(run.element, goal.name),
			}));
			made.set(answer, tweens);
		}
		run.planned(tweens);
	});
}

/**
 * The present value of each goal of each run, and the px per unit where the rules need them, by `run goal`.
 *
 * @param {Run[]} runs
 * @param {Goal[][]} goals
 */
function measure(runs, goals) {
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
	return { values, scaled };
}
