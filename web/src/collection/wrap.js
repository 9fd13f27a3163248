import { member } from "../dom/member.js";
import { walk } from "./collection.js";
import { make } from "./make.js";

/** The deepest first element: the content goes into it. @param {any} one */
function innermost(one) {
	for (let next = one; next; next = member(next, "firstElementChild")) one = next;
	return one;
}

/**
 * Puts a copy of a wrapper around all members, where the first one was.
 *
 * @param {any} set
 * @param {any} wrapper html, a selector, an element or a collection
 */
function wrapAll(set, wrapper) {
	if (set.length === 0) return set;
	const copy = make(wrapper, member(set[0], "ownerDocument")).eq(0).clone(true);
	if (member(set[0], "parentNode")) copy.insertBefore(set[0]);
	copy.map((/** @type {number} */ _, /** @type {any} */ one) => innermost(one)).append(set);
	return set;
}

/** @param {any} value a wrapper, or a function that returns it @param {any} one @param {...any} args */
const valueFor = (value, one, ...args) => (typeof value === "function" ? value.call(one, ...args) : value);

/** Wrapping elements. @type {import("./collection.js").Methods} */
export const wrapping = {
	wrapAll(wrapper) {
		return wrapAll(this, this.length > 0 ? valueFor(wrapper, this[0]) : wrapper);
	},
	wrap(wrapper) {
		return walk(this, (one, i) => {
			wrapAll(make([one]), valueFor(wrapper, one, i));
		});
	},
	wrapInner(wrapper) {
		return walk(this, (one, i) => {
			const content = make([one]).contents();
			const value = valueFor(wrapper, one, i);
			if (content.length > 0) wrapAll(content, value);
			else make([one]).append(value);
		});
	},
	/** Replaces the parents by their content. */
	unwrap(selector) {
		walk(this.parent(selector).not("body"), (one) => {
			make([one]).replaceWith(Array.from(member(one, "childNodes")));
		});
		return this;
	},
};
