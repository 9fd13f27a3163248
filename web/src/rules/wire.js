import { bare } from "../lib/own.js";
import { callGo } from "../runtime/bridge.js";

// How the page asks a rule in Go: see internal/wire, the other half, for the encoding. Rules are pure: a
// question always has the same answer. So what is asked again and again is asked once, and remembered.
//
// The names of rules and fields are Go's: questions.d.ts is generated.

/** @typedef {import("./questions.js").Rules} Rules */

/** The answers to questions that may come again, never to be changed. @type {Map<string, any>} */
const known = new Map();
const ENOUGH = 500;

/** @param {string} text */
const pack = (text) => text.replace(/[\\\t\n]/g, (c) => (c === "\t" ? "\\t" : c === "\n" ? "\\n" : "\\\\"));

/** @param {string} text */
const unpack = (text) => text.replace(/\\(.)/g, (_, c) => (c === "t" ? "\t" : c === "n" ? "\n" : c));

/** A field of a record, with the tab behind it. @param {string} name @param {any} value */
const write = (name, value) =>
	`${name}=${value === true ? 1 : pack(String(value || (value === 0 ? 0 : "")))}\t`;

/** A question about one record. @param {string} rule @param {Record<string, any>} fields */
function question(rule, fields) {
	let line = "";
	for (const name of Object.keys(fields)) {
		const value = fields[name];
		if (Array.isArray(value)) for (const item of value) line += write(`${name}[]`, item);
		else if (value || value === 0) line += write(name, value);
	}
	return `${rule}\n${line}`;
}

/** The record of a line. @param {string} line */
function read(line) {
	/** @type {Record<string, any>} */
	const fields = bare();
	for (const field of line.split("\t")) {
		const end = field.indexOf("=");
		const name = field.slice(0, end);
		const value = unpack(field.slice(end + 1));
		if (name.endsWith("[]")) (fields[name.slice(0, -2)] ??= []).push(value);
		else fields[name] = value;
	}
	return fields;
}

/**
 * Asks a rule about a record. For questions that hardly ever come again.
 *
 * @template {keyof Rules} Name
 * @param {string} where the page's function, for errors
 * @param {Name} rule
 * @param {Rules[Name]["asks"]} fields those that are empty or false are left out
 * @returns {Rules[Name]["answers"]}
 */
export const ask = (where, rule, fields) => read(callGo("ask", where, question(rule, fields)));

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
	const questions = records.map((fields) => question(rule, fields));
	let missing = [...new Set(questions)].filter((one) => !known.has(one));
	if (missing.length > 0) {
		if (known.size > ENOUGH) {
			known.clear();
			missing = [...new Set(questions)];
		}
		const lines = missing.map((one) => one.slice(rule.length));
		const answers = callGo("ask", where, rule + lines.join("")).split("\n");
		missing.forEach((one, i) => {
			known.set(one, read(answers[i]));
		});
	}
	return questions.map((one) => known.get(one));
}
