import { callGo } from "../runtime/bridge.js";

// A question to the rules is one string, and so is the answer. Each line is a field (see ajax/bundle, the
// other half). Questions that depend on little more than the kind of request are asked once and cached.

/** @type {Map<string, string[]>} */
let known = new Map();

const enough = 500;

/**
 * @param {string} where the page's function, for errors
 * @param {string} name
 * @param {...(string | number)} fields
 */
export function ask(where, name, ...fields) {
	return answer(where, join(name, fields));
}

/**
 * Like ask, for repeated questions: the answer is cached.
 *
 * @param {string} where
 * @param {string} name
 * @param {...(string | number)} fields
 */
export function askOnce(where, name, ...fields) {
	const question = join(name, fields);
	let fieldsOf = known.get(question);
	if (!fieldsOf) {
		fieldsOf = answer(where, question);
		if (known.size >= enough) known = new Map();
		known.set(question, fieldsOf);
	}
	return fieldsOf;
}

/**
 * @param {string} where
 * @param {string} question
 * @returns {string[]}
 */
function answer(where, question) {
	const fields = callGo("ask", where, question).split("\n");
	return fields.map((/** @type {string} */ field) => (field.includes("\\") ? unpack(field) : field));
}

/**
 * @param {string} name
 * @param {(string | number)[]} fields
 */
function join(name, fields) {
	let text = name;
	for (const field of fields) {
		const one = String(field);
		text += `\n${/[\\\n]/.test(one) ? pack(one) : one}`;
	}
	return text;
}

const pack = (/** @type {string} */ field) => field.replace(/\\/g, "\\\\").replace(/\n/g, "\\n");

const unpack = (/** @type {string} */ field) => field.replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
