import { wrongArgument } from "../lib/errors.js";

/**
 * The elements inside root that match a selector, in document order. Unlike with querySelectorAll, the
 * whole selector must match inside root, and it may begin with a combinator.
 *
 * @param {any} root an element, a document or a fragment; for anything else the result is empty
 * @param {string} selector
 * @returns {ArrayLike<any>}
 */
export function query(root, selector) {
	const type = root?.nodeType;
	if (!selector || (type !== 1 && type !== 9 && type !== 11)) return [];
	// Copied elements share an id: only the first in the document counts.
	const id = /^#([\w-]+)$/.exec(selector);
	const one = id && (root.ownerDocument ?? root).getElementById(id[1]);
	if (one && one !== root && root.contains(one)) return [one];
	return valid(selector, () => {
		if (type !== 1 || !/[\s>+~]/.test(selector) || selector.includes(":scope")) {
			return root.querySelectorAll(selector);
		}
		const parts = split(selector);
		if (!parts.some((part) => /^\s*[+~]/.test(part))) {
			return root.querySelectorAll(parts.map((part) => `:scope ${part}`).join());
		}
		// Siblings are not inside root: a query from above finds them by a mark on root.
		root.setAttribute(MARK, "");
		try {
			return root.getRootNode().querySelectorAll(parts.map((part) => `[${MARK}] ${part}`).join());
		} finally {
			root.removeAttribute(MARK);
		}
	});
}

const MARK = "data-godeferred-scope";

/** @param {any} one @param {string} selector @returns {boolean} */
export const matches = (one, selector) => one.nodeType === 1 && valid(selector, () => one.matches(selector));

/** @template T @param {string} selector @param {() => T} fn @returns {T} */
function valid(selector, fn) {
	try {
		return fn();
	} catch {
		throw wrongArgument(
			"(selector)",
			"selector",
			"valid CSS (jQuery's own selectors, such as :first and :visible, are not)",
			selector,
		);
	}
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

/**
 * Each member once, in document order. Detached nodes come after those in a document, objects that are
 * not nodes come last (jQuery.uniqueSort).
 *
 * @param {Iterable<any>} list
 */
export const unique = (list) => [...new Set(list)].sort(order);

/** @param {any} a @param {any} b */
function order(a, b) {
	const strangers = Number(!a.compareDocumentPosition) - Number(!b.compareDocumentPosition);
	if (strangers || !a.compareDocumentPosition) return strangers;
	const bits = a.compareDocumentPosition(b);
	// The node's own constants: a page's class Node hides the platform's.
	if (bits & a.DOCUMENT_POSITION_DISCONNECTED) return b.isConnected - a.isConnected;
	return bits & a.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
