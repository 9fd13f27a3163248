import { bare } from "../lib/own.js";

// The encoding of what the page asks a rule, and of its answer: internal/wire says how, and its tests run this
// file.

/** @param {string} text */
const pack = (text) => text.replace(/[\\\t\n]/g, (c) => (c === "\t" ? "\\t" : c === "\n" ? "\\n" : "\\\\"));

/** @param {string} text */
const unpack = (text) => text.replace(/\\(.)/g, (_, c) => (c === "t" ? "\t" : c === "n" ? "\n" : c));

/** A field, with the tab behind it. @param {string} name @param {any} value */
const field = (name, value) =>
	`${name}=${value === true ? 1 : pack(String(value || (value === 0 ? 0 : "")))}\t`;

/** The line of a record. What is empty or false is left out, but not from lists. @param {Record<string, any>} fields */
export function write(fields) {
	let line = "";
	for (const name of Object.keys(fields)) {
		const value = fields[name];
		if (Array.isArray(value)) for (const item of value) line += field(`${name}[]`, item);
		else if (value || value === 0) line += field(name, value);
	}
	return line;
}

/** The record of a line. @param {string} line */
export function read(line) {
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
