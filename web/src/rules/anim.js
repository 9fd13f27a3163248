import { callGo } from "../runtime/bridge.js";

// The rules of animations are in Go (anim/bundle lists the questions). They are pure: a question always
// has the same answer. So each question is asked once, and all new ones in one call.

/** @type {Map<string, string[]>} */
const known = new Map();
const ENOUGH = 500;

/**
 * The answers to questions, each of them a list of fields.
 *
 * @param {string} rule
 * @param {string[]} questions
 * @param {string} [where] the page's function, for errors
 * @returns {string[][]}
 */
export function ask(rule, questions, where = "animate") {
	const missing = [...new Set(questions)].filter((question) => !known.has(rule + question));
	if (missing.length > 0) {
		if (known.size > ENOUGH) {
			known.clear();
			if (missing.length < questions.length) return ask(rule, questions, where);
		}
		const answers = callGo("anim", where, rule, missing.join("\n")).split("\n");
		missing.forEach((question, i) => {
			known.set(rule + question, answers[i].split("\t"));
		});
	}
	return questions.map((question) => /** @type {string[]} */ (known.get(rule + question)));
}

/**
 * One field of a question.
 *
 * @param {any} value
 */
export const field = (value) => String(value ?? "").replace(/[\t\n]/g, " ");
