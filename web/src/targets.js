import { wrongArgument } from "./errors.js";

// What functions take as a target: one, a list or any array-like of them (a NodeList, a jQuery
// collection), or a selector.

const elements = {
	is: (/** @type {any} */ value) => value?.nodeType === 1,
	one: "an element",
	many: "an element, a list of elements or a selector",
};

// Only an element is one by itself, but what has a queue may be any object, as in jQuery.
const queued = {
	...elements,
	member: (/** @type {any} */ value) => value === Object(value),
};

const listeners = {
	is: (/** @type {any} */ value) => typeof value?.addEventListener === "function",
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

/**
 * The same for queues.
 *
 * @param {string} where
 * @param {any} target
 */
export const findQueued = (where, target) => findAll(where, target, queued);

/**
 * The same for what events are listened to on. None at all is a TypeError, too: a promise would wait
 * for ever, and nobody would know what for.
 *
 * @param {string} where
 * @param {any} target
 * @returns {EventTarget[]}
 */
export function findListeners(where, target) {
	const found = findAll(where, target, listeners);
	if (found.length > 0) return found;
	throw new TypeError(`godeferred.${where}: target must mean at least one element, and means none`);
}

/**
 * @param {string} where
 * @param {any} target
 * @param {{is: (value: any) => boolean, member?: (value: any) => boolean, one: string, many: string}} kind
 * @returns {any[]}
 */
function findAll(where, target, kind) {
	// Whether it is one comes first: forms and selects have a length of their own.
	if (kind.is(target)) return [target];
	let list = target;
	if (typeof target === "string") {
		try {
			list = document.querySelectorAll(target);
		} catch {
			throw wrongArgument(where, "target", "a valid selector", target);
		}
	} else if (target === null || typeof target !== "object" || listeners.is(target)) {
		throw wrongArgument(where, "target", kind.many, target);
	} else if (typeof target.length !== "number") {
		throw wrongArgument(where, "target", kind.many, target);
	}
	const found = [...new Set(Array.from(list))];
	for (const one of found)
		if (!(kind.member ?? kind.is)(one)) throw wrongArgument(where, "what is in target", kind.one, one);
	return found;
}

/**
 * What a promise about target resolves with: target itself; for a selector the elements found.
 *
 * @param {any} target
 * @param {any[]} found
 */
export const resultOf = (target, found) => (typeof target === "string" ? found : target);
