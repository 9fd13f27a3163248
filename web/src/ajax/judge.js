import { bare } from "../lib/own.js";
import { patterns } from "./datatype.js";
import { askOnce } from "../rules/wire.js";
import { runScript } from "../dom/trusted.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * What an answer means: `word` is success, nocontent, notmodified or error, `form` how to read the body,
 * `charset` that of a text that is not UTF-8, `types` what was asked for, "*" replaced by its meaning, with
 * the type of the body in front, and `chain` a type, then for each conversion the name of a converter and
 * the type it makes.
 *
 * @typedef {import("../rules/wire.js").Rules["judge"]["answers"]} Verdict
 */

/**
 * Asks the rules whether an answer is a success and how to convert its body.
 *
 * @param {Settings} s
 * @param {number} status
 * @param {string | string[]} form of the body, where it is already known; several: the rules choose
 * @param {string} contentType
 * @returns {Verdict}
 */
export function judge(s, status, form, contentType) {
	const contents = Object.keys(s.contents);
	const converters = Object.entries(named(s)).filter(([, converter]) => converter);
	const [verdict] = askOnce("ajax", "judge", {
		status,
		method: s.type,
		form: Array.isArray(form) ? "" : form,
		forms: Array.isArray(form) ? form : [],
		contentType,
		types: s.dataTypes,
		content: contents,
		says: contents.map((type) => says(type, s.contents[type], contentType)),
		converter: converters.map(([name]) => name),
		same: converters.map(([, converter]) => converter === true),
	});
	return verdict;
}

/**
 * What an entry of the contents says of a content type; nothing if it is jQuery's own.
 *
 * @param {string} type
 * @param {any} pattern
 * @param {string} contentType
 */
const says = (type, pattern, contentType) =>
	pattern === true || pattern === patterns[type]
		? ""
		: typeof pattern?.test === "function" && pattern.test(contentType)
			? "yes"
			: "no";

/** Lower-case names: a page may write "text JSON". Of equal names the later counts. @param {Settings} s */
function named({ converters }) {
	/** @type {Record<string, any>} */
	const all = bare();
	for (const name in converters) all[name.toLowerCase()] = converters[name];
	return all;
}

const noConverter = "!";

/**
 * Converts a body and sets the fields of the jqXHR that show it.
 *
 * @param {Settings} s
 * @param {Record<string, any>} jqXHR
 * @param {Verdict} verdict
 * @param {any} body
 * @returns {{data?: any, failed?: boolean, error?: any}}
 */
export function convert(s, jqXHR, { types, chain, word }, body) {
	s.dataTypes = [...types];
	let data = body;
	for (let i = 0; i < chain.length; i += 2) {
		const type = chain[i];
		const name = i > 0 ? chain[i - 1] : "";
		if (name === noConverter) return { failed: true, error: `No conversion from ${chain[i - 2]} to ${type}` };
		if (name) {
			try {
				const converter = named(s)[name];
				data = converter === runScript ? runScript(data, s) : converter(data);
			} catch (error) {
				if (s.throws) throw error;
				return { failed: true, error };
			}
		}
		const field = s.responseFields[type];
		if (field) jqXHR[field] = data;
		if (i === 0 && word !== "error" && s.dataFilter) data = s.dataFilter(data, s.dataType);
	}
	return { data };
}
