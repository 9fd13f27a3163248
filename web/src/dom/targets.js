import { invoke, member, typeOf } from "./member.js";
import { Collection } from "./list.js";
import { wrongArgument } from "../lib/errors.js";

// A target is one member, a list or any array-like of them (a NodeList, a jQuery
// collection), or a selector.

export const elements = {
	is: (/** @type {any} */ value) => typeOf(value) === 1,
	one: "an element",
	many: "an element, a list of elements or a selector",
};

export const listeners = {
	is: (/** @type {any} */ value) => typeof member(value, "addEventListener") === "function",
	one: "an element, the document or the window",
	many: "an element, the document, the window, a list of those or a selector",
};

/**
 * The elements that target means, in its order and each once. A list may be empty, and a selector
 * may find nothing; anything else is a TypeError.
 *
 * @param {string} where the function, as the page calls it
 * @param {any} target
 * @returns {any[]}
 */
export const find = (where, target) => findAll(where, target, elements);

/** A collection of godeferred or jQuery. @param {any} target */
const isCollection = (target) => target instanceof Collection || typeof target?.jquery === "string";

/**
 * Like find, for queues: the members of a collection, which may be objects of any kind.
 *
 * @param {string} where
 * @param {any} target
 * @returns {any[]}
 */
export const findOwners = (where, target) => (isCollection(target) ? target.get() : find(where, target));

/**
 * Like find, for animations: a collection may also hold objects that are no nodes, whose numbers are animated. Its
 * texts and comments are skipped.
 *
 * @param {string} where
 * @param {any} target
 * @returns {any[]}
 */
export function findMovable(where, target) {
	if (!isCollection(target)) return find(where, target);
	const found = [...new Set(Array.from(target))].filter((one) => ![3, 8].includes(typeOf(one) ?? 1));
	for (const one of found)
		if (one === null || typeof one !== "object" || (typeOf(one) ?? 1) !== 1)
			throw wrongArgument(where, "each item of target", "an element or an object", one);
	return found;
}

/**
 * Like find, for promises of events. Finding nothing is a TypeError, too: the promise would wait for
 * ever, without a visible reason.
 *
 * @param {string} where
 * @param {any} target
 * @param {typeof elements} kind
 * @returns {any[]}
 */
export function findSome(where, target, kind) {
	const found = findAll(where, target, kind);
	if (found.length > 0) return found;
	throw new TypeError(`godeferred.${where}: target must match at least one element, and matches none`);
}

/**
 * @param {string} where
 * @param {any} target
 * @param {typeof elements} kind
 * @returns {any[]}
 */
function findAll(where, target, kind) {
	// A single target is checked first: forms and selects have a length property.
	if (kind.is(target)) return [target];
	let list = target;
	if (typeof target === "string") {
		const page = document; // outside the try: a missing document is not the selector's fault
		try {
			list = invoke(page, "querySelectorAll", target);
		} catch {
			throw wrongArgument(where, "target", "a valid selector", target);
		}
	} else if (target === null || typeof target !== "object" || listeners.is(target)) {
		throw wrongArgument(where, "target", kind.many, target);
	} else if (typeof target.length !== "number") {
		throw wrongArgument(where, "target", kind.many, target);
	}
	let found = [...new Set(Array.from(list))];
	// A collection made from html may hold texts and comments: they are skipped.
	if (isCollection(target)) found = found.filter((one) => kind.is(one) || !typeOf(one));
	for (const one of found)
		if (!kind.is(one)) throw wrongArgument(where, "each item of target", kind.one, one);
	return found;
}

/**
 * The value of a promise about target: target itself; for a selector the elements found.
 *
 * @param {any} target
 * @param {any[]} found
 */
export const resultOf = (target, found) => (typeof target === "string" ? found : target);
