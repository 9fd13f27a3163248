// What stands in a request's settings, as far as a program's text shows it.

import { memberName } from "./checker-uses.js";

/**
 * @typedef {import("./checker-uses.js").Use} Use
 * @typedef {import("./checker-uses.js").Node} Node
 * @typedef {import("./checker-rules.js").Tools} Tools
 */

const requests = ["ajax", "get", "post", "getJSON", "getScript", "ajaxSetup"];

/** The settings of a request. @param {Use} use @param {Tools} tools */
function settingsOf(use, tools) {
	if (use.of !== "$" || !requests.includes(use.name) || !use.args) return undefined;
	return use.args
		.slice(0, 2)
		.map(tools.resolve)
		.find((one) => one.type === "ObjectExpression");
}

/** @param {Use} use @param {string} name @param {Tools} tools */
export const setting = (use, name, tools) => field(settingsOf(use, tools), name, tools);

/** @param {Use} use @param {Tools} tools */
export function url(use, tools) {
	if (use.of !== "$" || !requests.includes(use.name) || !use.args?.[0]) return undefined;
	const first = tools.resolve(use.args[0]);
	return first.type === "ObjectExpression" ? field(first, "url", tools) : first;
}

/** The value of an object's field. @param {Node} object @param {string} name @param {Tools} tools */
export function field(object, name, tools) {
	const literal = object && tools.resolve(object);
	if (literal?.type !== "ObjectExpression") return undefined;
	const found = literal.properties.find((/** @type {Node} */ one) => keyOf(one) === name);
	return found && tools.resolve(found.value);
}

/** @param {Node} object @param {Tools} tools @returns {string[]} */
export function fields(object, tools) {
	const literal = object && tools.resolve(object);
	return literal?.type === "ObjectExpression" ? literal.properties.map(keyOf).filter(Boolean) : [];
}

/** @param {Node} property */
const keyOf = (property) =>
	property.key && !property.computed && String(property.key.name ?? property.key.value);

/** @param {Node} node */
export const isFalse = (node) =>
	node?.value === false ||
	(node?.type === "UnaryExpression" && node.operator === "!" && node.argument.value === 1);

/** The text of a literal; of a template or a sum, its beginning. @param {Node} node @returns {string | undefined} */
export function text(node) {
	if (node?.type === "BinaryExpression") return text(node.left);
	if (node?.type === "TemplateLiteral") return node.quasis[0].value.raw;
	return typeof node?.value === "string" ? node.value : undefined;
}

/** Whether a part of an expression has such a text. @param {Node} node @param {RegExp} pattern @returns {boolean} */
export function contains(node, pattern) {
	if (node?.type === "BinaryExpression") return contains(node.left, pattern) || contains(node.right, pattern);
	if (node?.type === "TemplateLiteral")
		return node.quasis.some((/** @type {Node} */ one) => pattern.test(one.value.raw));
	return typeof node?.value === "string" && pattern.test(node.value);
}

/**
 * Whether a statement is a chain that begins with a request, and nothing in it hears of a failure.
 * @param {Node} node @param {Tools} tools
 */
export function failsUnheard(node, tools) {
	let passedOn = false; // behind this member, the chain is another promise, whose failure counts
	let one = node;
	while (one?.type === "CallExpression" && one.callee.type === "MemberExpression") {
		const name = memberName(one.callee) ?? "";
		if (requests.slice(0, 5).includes(name) && isRoot(one.callee.object)) {
			const use = /** @type {any} */ ({ of: "$", name, args: one.arguments });
			if (!settingsAreSeen(use, tools)) return false;
			return passedOn || ["error", "statusCode"].every((key) => setting(use, key, tools) === undefined);
		}
		if (/^(fail|always|catch)$/.test(name) && !passedOn) return false;
		if ((name === "then" || name === "pipe") && !passedOn) {
			if (one.arguments.length > 1) return false;
			passedOn = true;
		}
		if (name === "finally") passedOn = true;
		if (!/^(done|fail|always|progress|then|catch|finally|pipe|promise)$/.test(name)) return false;
		one = one.callee.object;
	}
	return false;
}

/** Whether the settings stand in the text. @param {Use} use @param {Tools} tools */
function settingsAreSeen({ name, args }, tools) {
	const settings = args?.[name === "ajax" && args.length > 1 ? 1 : 0];
	if (!settings) return true;
	const one = tools.resolve(settings);
	if (one.type === "ObjectExpression")
		return one.properties.every((/** @type {Node} */ part) => part.type === "Property");
	// A shorthand begins with its URL, whatever makes it.
	return name !== "ajax" || text(one) !== undefined;
}

/** @param {Node} node */
const isRoot = (node) => /^(\$|jQuery|godeferred)$/.test(node.name ?? memberName(node) ?? "");
