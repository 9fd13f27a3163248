import { ownAll } from "../lib/own.js";

/**
 * A query string of an object, or of a list of {name, value} such as a form's fields. Nested
 * members are in brackets; traditional repeats the name instead, as old servers want it.
 *
 * ajax/param.go is the same for Go's values. One table of cases tests both, and jQuery.
 *
 * @param {any} values
 * @param {boolean} [traditional]
 */
export function param(values, traditional) {
	if (values == null) return "";
	/** @type {string[]} */
	const pairs = [];
	const add = (/** @type {string} */ name, /** @type {any} */ of) => {
		const value = typeof of === "function" ? of() : of;
		pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value ?? "")}`);
	};
	if (Array.isArray(values) || values.jquery) {
		for (const { name, value } of Array.from(values)) add(name, value);
	} else {
		for (const [name, value] of Object.entries(ownAll(values))) build(name, value, !!traditional, add);
	}
	return pairs.join("&");
}

/**
 * @param {string} name
 * @param {any} value
 * @param {boolean} traditional
 * @param {(name: string, value: any) => void} add
 */
function build(name, value, traditional, add) {
	if (Array.isArray(value)) {
		value.forEach((member, i) => {
			// A name that ends in [] already marks a list, so its members get no brackets.
			if (traditional || name.endsWith("[]")) add(name, member);
			else build(`${name}[${typeof member === "object" && member !== null ? i : ""}]`, member, false, add);
		});
	} else if (!traditional && isObject(value)) {
		for (const [key, member] of Object.entries(ownAll(value))) build(`${name}[${key}]`, member, false, add);
	} else {
		add(name, value);
	}
}

// A Date, for example, is a value, not an object with members.
const isObject = (/** @type {any} */ value) => Object.prototype.toString.call(value) === "[object Object]";
