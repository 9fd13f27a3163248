import { wrongArgument } from "../lib/errors.js";
import { invoke, member, typeOf } from "../dom/member.js";
import { parse } from "./parse.js";
import { isPseudo, positions, testOf } from "./pseudos.js";
import { unique } from "./unique.js";

// The browser matches selectors. Those that it does not understand are matched here: jQuery has some of its own.

/**
 * One compound selector: the combinator before it, its CSS for a query, and its tests.
 *
 * @typedef {{combinator: string, css: string, tests: ((one: any) => any)[]}} Compound
 */

/**
 * Tells for each member of a list whether it stays in it.
 *
 * @typedef {(list: any[]) => boolean[]} Mask
 */

/**
 * A selector, up to its first position (`:first`, `:eq(1)`): this picks from the elements found so far, and
 * the rest is searched for in those.
 *
 * @typedef {object} Complex
 * @property {Compound[]} head
 * @property {Mask[]} after the position, and the tests behind it
 * @property {Complex | undefined} tail
 */

/** The selectors that the browser does not understand. @type {Map<string, Complex[]>} */
const compiled = new Map();

/**
 * Asks the browser; if it does not understand the selector, asks ours.
 *
 * @template T
 * @param {string} selector
 * @param {() => T} native
 * @param {(list: Complex[]) => T} ours
 */
function ask(selector, native, ours) {
	let list = compiled.get(selector);
	if (!list) {
		try {
			return native();
		} catch {
			list = compile(selector);
		}
		if (compiled.size > 500) compiled.clear(); // a page may make selectors without end
		compiled.set(selector, list);
	}
	return ours(list);
}

/**
 * The elements inside root that match a selector, in document order. Unlike with querySelectorAll, the
 * whole selector must match inside root, and it may begin with a combinator.
 *
 * @param {any} root an element, a document or a fragment; for anything else the result is empty
 * @param {string} selector
 * @returns {ArrayLike<any>}
 */
export function query(root, selector) {
	const type = typeOf(root);
	if (!selector || (type !== 1 && type !== 9 && type !== 11)) return [];
	// Copied elements share an id: only the first in the document counts.
	const id = /^#([\w-]+)$/.exec(selector);
	const one = id && invoke(member(root, "ownerDocument") ?? root, "getElementById", id[1]);
	if (one && one !== root && invoke(root, "contains", one)) return [one];
	// In XML, a name is the whole name, with its prefix, as in jQuery: "media\\:title". CSS sees no prefix.
	const name = /^(?:[\w-]|\\:)+$/.test(selector) && member(root, "getElementsByTagName");
	if (name) return name.call(root, selector.replace(/\\/g, ""));
	return ask(
		selector,
		() => native(root, selector),
		(list) => search(list, [root]),
	);
}

/** @param {any} root @param {string} selector @returns {ArrayLike<any>} */
function native(root, selector) {
	if (typeOf(root) !== 1 || !/[\s>+~]/.test(selector) || selector.includes(":scope")) {
		return invoke(root, "querySelectorAll", selector);
	}
	const parts = split(selector);
	if (!parts.some((part) => /^\s*[+~]/.test(part))) {
		return invoke(root, "querySelectorAll", parts.map((part) => `:scope ${part}`).join());
	}
	// Siblings are not inside root: a query from above finds them by a mark on root.
	invoke(root, "setAttribute", MARK, "");
	try {
		const above = invoke(root, "getRootNode");
		return invoke(above, "querySelectorAll", parts.map((part) => `[${MARK}] ${part}`).join());
	} finally {
		invoke(root, "removeAttribute", MARK);
	}
}

const MARK = "data-godeferred-scope";

/** @param {any} one @param {string} selector @returns {boolean} */
export const matches = (one, selector) =>
	typeOf(one) === 1 &&
	ask(
		selector,
		() => invoke(one, "matches", selector),
		(list) => among(list, [one])[0],
	);

/**
 * The elements of a list that match a selector, or do not.
 *
 * @param {any} list
 * @param {string} selector
 * @param {boolean} not
 * @returns {any[]}
 */
export function sift(list, selector, not) {
	const elements = Array.prototype.filter.call(list, (one) => typeOf(one) === 1);
	const hits = maskOf(elements, selector);
	return elements.filter((_, i) => hits[i] !== not);
}

/** @param {any[]} elements @param {string} selector @returns {boolean[]} */
const maskOf = (elements, selector) =>
	ask(
		selector,
		() => elements.map((one) => invoke(one, "matches", selector)),
		(list) => among(list, elements),
	);

/** @param {string} selector @returns {Complex[]} */
function compile(selector) {
	const list = parse(
		selector,
		(name, argument) =>
			name.toLowerCase() in positions ||
			isPseudo(name) ||
			(/^(not|has)$/i.test(name) && !isNative(`:${name}(${argument})`)),
	);
	if (!list) throw refused(selector);
	return list.map((steps) => {
		/** @type {Complex} */
		const first = { head: [], after: [], tail: undefined };
		let complex = first;
		for (const { combinator, parts } of steps) {
			if (complex.after.length > 0) {
				complex.tail = { head: [], after: [], tail: undefined };
				complex = complex.tail;
			}
			/** @type {Compound} */
			const compound = { combinator, css: "", tests: [] };
			complex.head.push(compound);
			for (const part of parts) {
				const position = typeof part !== "string" && positionOf(part.name, part.argument);
				if (position) {
					complex.after.push(position);
					continue;
				}
				const test = typeof part === "string" ? byBrowser(part, selector) : ofOurs(part.name, part.argument);
				if (complex.after.length > 0) complex.after.push((found) => found.map((one) => Boolean(test(one))));
				else {
					compound.tests.push(test);
					if (typeof part === "string") compound.css ||= part;
				}
			}
		}
		return first;
	});
}

/** @param {string} selector */
const refused = (selector) =>
	wrongArgument("(selector)", "selector", "valid CSS, or one of jQuery's selectors", selector);

/** Whether the browser understands it. @param {string} css */
function isNative(css) {
	try {
		invoke(document, "createDocumentFragment").querySelector(css);
		return true;
	} catch {
		return false;
	}
}

/** @param {string} css @param {string} selector of which it is a part */
function byBrowser(css, selector) {
	if (!isNative(css)) throw refused(selector);
	return (/** @type {any} */ one) => invoke(one, "matches", css);
}

/** @param {string} name @param {string} argument @returns {(one: any) => any} */
function ofOurs(name, argument) {
	switch (name.toLowerCase()) {
		case "not":
			return (one) => !matches(one, argument);
		case "has":
			return (one) => query(one, argument).length > 0;
		default:
			return testOf(name, argument);
	}
}

/**
 * What a position leaves of a list; undefined for other pseudo-classes.
 *
 * @param {string} name
 * @param {string} argument
 * @returns {Mask | undefined}
 */
function positionOf(name, argument) {
	const key = name.toLowerCase();
	const position = positions[key];
	if (position) {
		const given = Number(argument);
		return (list) => list.map((_, i) => position(i, given < 0 ? given + list.length : given, list.length));
	}
	if (key !== "not" || !compile(argument).some(isPositional)) return undefined;
	return (list) => maskOf(list, argument).map((hit) => !hit);
}

/** @param {Complex} complex */
const isPositional = ({ after }) => after.length > 0;

/** The elements inside the roots that match. @param {Complex[]} list @param {any[]} roots @returns {any[]} */
function search(list, roots) {
	return unique(
		list.flatMap(({ head, after, tail }) => {
			let found = roots.flatMap((root) => within(root, head));
			for (const mask of after) found = masked(found, mask(found));
			return tail ? search([tail], found) : found;
		}),
	);
}

/** @param {any[]} list @param {boolean[]} mask */
const masked = (list, mask) => list.filter((_, i) => mask[i]);

/**
 * Whether the elements of a list match. As in jQuery, an element with a position counts among those that no
 * other selector of the list has matched; a bare position counts in the whole list.
 *
 * @param {Complex[]} list
 * @param {any[]} elements one may be there twice: methods filter before they remove duplicates
 * @returns {boolean[]}
 */
function among(list, elements) {
	const hits = elements.map(() => false);
	const order = [...list.filter((one) => !isPositional(one)), ...list.filter(isPositional).reverse()];
	for (const { head, after, tail } of order) {
		const isBare = after.length > 0 && head.length === 1 && head[0].tests.length === 0;
		let at = elements.map((_, i) => i);
		if (!isBare) at = at.filter((i) => !hits[i] && fits(elements[i], head, undefined));
		for (const mask of after) at = masked(at, mask(at.map((i) => elements[i])));
		const found = at.map((i) => elements[i]);
		if (tail) at = search([tail], found).map((/** @type {any} */ one) => elements.indexOf(one));
		for (const i of at) if (i >= 0) hits[i] = true;
	}
	return hits;
}

/** @param {any} root @param {Compound[]} head @returns {any[]} */
function within(root, head) {
	const { css } = head[head.length - 1];
	const from = /[+~]/.test(head[0].combinator) ? (member(root, "parentNode") ?? root) : root;
	return Array.from(invoke(from, "querySelectorAll", css || "*")).filter((one) => fits(one, head, root));
}

/**
 * Whether an element matches a row of compounds, the last one first. With a root, the row begins in it.
 *
 * @param {any} one
 * @param {Compound[]} head
 * @param {any} root
 * @param {number} [i] the index of its compound
 * @returns {boolean}
 */
function fits(one, head, root, i = head.length - 1) {
	const { combinator, tests } = head[i];
	if (!tests.every((test) => test(one))) return false;
	if (i > 0) {
		return along(one, combinator).some((next) => typeOf(next) === 1 && fits(next, head, root, i - 1));
	}
	if (!combinator && typeOf(root) !== 1) return true;
	return along(one, combinator || " ").includes(root ?? document);
}

/** The nodes that a combinator leads to, from its right side. @param {any} one @param {string} combinator */
function along(one, combinator) {
	const way = combinator === ">" || combinator === " " ? "parentNode" : "previousElementSibling";
	const found = [];
	for (let next = member(one, way); next; next = member(next, way)) {
		found.push(next);
		if (combinator === ">" || combinator === "+") break;
	}
	return found;
}

/** The selectors of a list, split at its outermost commas. @param {string} selector */
function split(selector) {
	if (!selector.includes(",")) return [selector];
	const parts = [];
	let from = 0;
	let depth = 0;
	for (const { 0: token, index } of selector.matchAll(/\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[()[\],]/gs)) {
		if (token === "(" || token === "[") depth++;
		else if (token === ")" || token === "]") depth--;
		else if (token === "," && depth === 0) {
			parts.push(selector.slice(from, index));
			from = index + 1;
		}
	}
	return [...parts, selector.slice(from)];
}
