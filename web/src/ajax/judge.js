import { bare } from "../lib/own.js";
import { askOnce } from "../rules/ajax.js";
import { runScript } from "../dom/trusted.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * @typedef {object} Verdict
 * @property {string} word success, nocontent, notmodified or error
 * @property {string} form how to read the body
 * @property {string} charset of a text that is not UTF-8
 * @property {string} types asked for, "*" replaced by its meaning, with the type of the body in front
 * @property {string[]} chain a type, then for each conversion the name of a converter and the type it makes
 */

/**
 * Asks the rules whether an answer is a success and how to convert its body.
 *
 * @param {Settings} s
 * @param {number} status
 * @param {string} form of the body, where it is already known
 * @param {string} contentType
 * @returns {Verdict}
 */
export function judge(s, status, form, contentType) {
	const [word, read, charset, types, ...chain] = askOnce(
		"ajax",
		"judge",
		status,
		s.type,
		form,
		contentType,
		s.dataTypes.join(" "),
		contentsOf(s, contentType),
		convertersOf(s),
	);
	return { word, form: read, charset, types, chain };
}

/**
 * @param {Settings} s
 * @param {string} contentType
 */
function contentsOf(s, contentType) {
	let list = "";
	for (const type in s.contents) {
		const pattern = s.contents[type];
		const matches = typeof pattern === "object" && pattern?.test(contentType);
		list += `\t${pattern === true ? "=" : matches ? "+" : "-"}${type}`;
	}
	return list.slice(1);
}

/** Lower-case names: a page may write "text JSON". Of equal names the later counts. @param {Settings} s */
function named({ converters }) {
	/** @type {Record<string, any>} */
	const all = bare();
	for (const name in converters) all[name.toLowerCase()] = converters[name];
	return all;
}

/** @param {Settings} s */
function convertersOf(s) {
	let list = "";
	for (const [name, converter] of Object.entries(named(s))) {
		if (converter) list += `\t${converter === true ? "=" : ""}${name}`;
	}
	return list.slice(1);
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
	s.dataTypes = types.split(" ");
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
