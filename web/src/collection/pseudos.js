import { dataOf } from "../anim/element.js";
import { nameOf } from "../dom/list.js";
import { invoke, member, typeOf } from "../dom/member.js";

// jQuery's pseudo-classes that CSS does not have. `godeferred.expr.pseudos` is this table: plugins add theirs.

/** The functions that make a test from an argument. @type {WeakSet<Function>} */
const makers = new WeakSet();

/**
 * jQuery's `expr.createPseudo`: marks a function that gets the argument of a pseudo-class, and returns
 * its test.
 *
 * @template {Function} F
 * @param {F} fn
 * @returns {F}
 */
export function createPseudo(fn) {
	makers.add(fn);
	return fn;
}

/** @param {string} type @param {string} [more] another element that has such a type */
const typed = (type, more) => (/** @type {any} */ one) => {
	const name = nameOf(one);
	return (name === "INPUT" || name === more) && one.type === type;
};

/** @param {RegExp} names */
const named = (names) => (/** @type {any} */ one) => names.test(nameOf(one) ?? "");

/** @param {any} one */
const isVisible = (one) =>
	Boolean(member(one, "offsetWidth") || member(one, "offsetHeight") || invoke(one, "getClientRects").length);

/** Tests of one element. @type {Record<string, any>} */
export const pseudos = Object.assign(Object.create(null), {
	animated: (/** @type {any} */ one) => dataOf(one).runs.length > 0,
	button: (/** @type {any} */ one) => nameOf(one) === "BUTTON" || typed("button")(one),
	contains: createPseudo((/** @type {string} */ text) => {
		const wanted = text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, code, letter) =>
			code ? String.fromCodePoint(Number.parseInt(code, 16)) : letter,
		);
		return (/** @type {any} */ one) => member(one, "textContent").includes(wanted);
	}),
	header: named(/^H\d$/),
	hidden: (/** @type {any} */ one) => !isVisible(one),
	input: named(/^(INPUT|SELECT|TEXTAREA|BUTTON)$/),
	parent: (/** @type {any} */ one) =>
		Array.from(member(one, "childNodes")).some((child) => Number(typeOf(child)) < 6),
	selected: (/** @type {any} */ one) => one.selected === true,
	visible: isVisible,
});
for (const type of ["checkbox", "file", "image", "password", "radio", "text"]) pseudos[type] = typed(type);
for (const type of ["reset", "submit"]) pseudos[type] = typed(type, "BUTTON");

/** @param {string} name */
const known = (name) => pseudos[name] ?? pseudos[name.toLowerCase()];

/** @param {string} name */
export const isPseudo = (name) => typeof known(name) === "function";

/** The test of a pseudo-class. @param {string} name @param {string} argument @returns {(one: any) => any} */
export function testOf(name, argument) {
	const fn = known(name);
	// jQuery 3: plugins of old take the argument from match[3].
	return makers.has(fn) ? fn(argument) : (one) => fn(one, 0, [name, name, "", argument]);
}

/**
 * The positions in a list: whether the member at index i counts, of length members. A negative n counts from
 * the end.
 *
 * @type {Record<string, (i: number, n: number, length: number) => boolean>}
 */
export const positions = Object.assign(Object.create(null), {
	first: (/** @type {number} */ i) => i === 0,
	last: (/** @type {number} */ i, /** @type {number} */ _, /** @type {number} */ length) => i === length - 1,
	even: (/** @type {number} */ i) => i % 2 === 0,
	odd: (/** @type {number} */ i) => i % 2 === 1,
	eq: (/** @type {number} */ i, /** @type {number} */ n) => i === n,
	nth: (/** @type {number} */ i, /** @type {number} */ n) => i === n,
	gt: (/** @type {number} */ i, /** @type {number} */ n) => i > n,
	lt: (/** @type {number} */ i, /** @type {number} */ n) => i < n,
});

/** A selector whose matches depend on the list that it is applied to (jQuery's rule). */
export const needsContext =
	/^\s*[>+~]|:(even|odd|eq|gt|lt|nth|first|last)(?:\(\s*((?:-\d)?\d*)\s*\)|)(?=[^-]|$)/i;
