import { callGo } from "../runtime/bridge.js";
import { read, write } from "./record.js";

// How the page asks a rule in Go: the rule's name, and records (see record.js), a line each. Rules are pure: a
// question always has the same answer. So what is asked again and again is asked once, and remembered.
//
// The names of rules and fields are Go's: questions.d.ts is generated.

/** @typedef {import("./questions.js").Rules} Rules */

/** The answers to questions that may come again. Whoever gets one must not change it. @type {Map<string, any>} */
const known = new Map();
const ENOUGH = 500;

/**
 * Asks a rule about a record. For questions that hardly ever come again.
 *
 * @template {keyof Rules} Name
 * @param {string} where the page's function, for errors
 * @param {Name} rule
 * @param {Rules[Name]["asks"]} fields those that are empty or false are left out
 * @returns {Rules[Name]["answers"]}
 */
export const ask = (where, rule, fields) => read(callGo("ask", where, `${rule}\n${write(fields)}`));

/**
 * Like ask, about each of many records in one call. The answers are remembered: equal records have the same
 * object as their answer.
 *
 * @template {keyof Rules} Name
 * @param {string} where
 * @param {Name} rule
 * @param {Rules[Name]["asks"][]} records
 * @returns {Rules[Name]["answers"][]}
 */
export function askOnce(where, rule, ...records) {
	const questions = records.map((fields) => `${rule}\n${write(fields)}`);
	let missing = [...new Set(questions)].filter((one) => !known.has(one));
	if (missing.length > 0) {
		if (known.size > ENOUGH) {
			known.clear();
			missing = [...new Set(questions)];
		}
		const lines = missing.map((one) => one.slice(rule.length));
		const answers = callGo("ask", where, rule + lines.join("")).split("\n");
		missing.forEach((one, i) => {
			known.set(one, Object.freeze(read(answers[i])));
		});
	}
	return questions.map((one) => known.get(one));
}
