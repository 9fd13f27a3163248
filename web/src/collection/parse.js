// Reads a selector that the browser does not understand, because it has selectors of jQuery's own. What is CSS
// stays text, for the browser.

/**
 * Text for the browser, or a pseudo-class that `isOurs` claims.
 *
 * @typedef {string | {name: string, argument: string}} Part
 */

/**
 * One compound selector, with the combinator before it: `""` at the start of a selector.
 *
 * @typedef {{combinator: string, parts: Part[]}} Step
 */

const name = String.raw`(?:\\[\da-f]{1,6}\s?|\\[^\r\n\f]|[\w-]|[^\0-\x7f])+`;
const quoted = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'`;

/** An argument may have parentheses in parentheses: a regular expression needs one rule for each depth. */
let argument = String.raw`(?:[^()"'\\]|\\.|${quoted})*`;
for (let depth = 0; depth < 8; depth++) {
	argument = String.raw`(?:[^()"'\\]|\\.|${quoted}|\(${argument}\))*`;
}

const TOKEN = new RegExp(
	[
		String.raw`\s*([,>+~]|\s)\s*`,
		String.raw`([#.]?${name}|\*)`,
		String.raw`\[\s*(${name})\s*(?:([*^$|!~]?=)\s*(${quoted}|${name})\s*([is]?)\s*)?\]`,
		String.raw`(::?)(${name})(?:\((${argument})\))?`,
	].join("|"),
	"giys",
);

/**
 * The steps of each selector in a list; undefined if it is not one.
 *
 * @param {string} selector
 * @param {(name: string, argument: string) => boolean} isOurs
 * @returns {Step[][] | undefined}
 */
export function parse(selector, isOurs) {
	const text = selector.trim();
	/** @type {Step[][]} */
	const list = [[]];
	let read = 0;
	let combinator = "";
	/** @type {Part[] | undefined} of the step that is being read */
	let parts;
	for (const match of text.matchAll(TOKEN)) {
		const [all, between, simple, attribute, operator, value = "", flag, colons, pseudo, argument = ""] =
			match;
		const first = read === 0;
		read += all.length;
		if (between) {
			// A combinator may begin a selector; nothing but a selector may follow one.
			if (!parts && (combinator || between === "," || !(first || list.at(-1)?.length === 0)))
				return undefined;
			parts = undefined;
			combinator = between.replace(/\s/, " ");
			if (between === ",") {
				list.push([]);
				combinator = "";
			}
			continue;
		}
		if (!parts) {
			parts = [];
			list.at(-1)?.push({ combinator, parts });
			combinator = "";
		}
		if (pseudo && colons === ":" && isOurs(pseudo, argument)) {
			const text = new RegExp(`^(?:${quoted})$`, "s").test(argument) ? argument.slice(1, -1) : argument;
			parts.push({ name: pseudo, argument: text });
			continue;
		}
		const css = attribute ? inBrackets(attribute, operator, value, flag) : simple ? escaped(simple) : all;
		if (typeof parts.at(-1) === "string") parts[parts.length - 1] += css;
		else parts.push(css);
	}
	return read === text.length && parts ? list : undefined;
}

/** jQuery takes values without quotes that begin with a digit, and has `!=`. @param {(string | undefined)[]} parts */
function inBrackets(...[attribute, operator, value, flag]) {
	if (!operator) return `[${attribute}]`;
	const text = /^["']/.test(value ?? "") ? value : `"${value}"`;
	return operator === "!="
		? `:not([${attribute}=${text}${flag}])`
		: `[${attribute}${operator}${text}${flag}]`;
}

/** jQuery takes names, ids and classes that begin with a digit. @param {string} simple */
const escaped = (simple) => simple.replace(/^([#.]?)(-?\d.*)/s, (_, mark, name) => mark + CSS.escape(name));
