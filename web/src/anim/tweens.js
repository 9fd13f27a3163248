import { ask, field } from "../rules/anim.js";
import { isOwn, present, scales, uncover } from "./measure.js";

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
