import { nameOf } from "../dom/list.js";
import { member, typeOf } from "../dom/member.js";
import { make } from "./make.js";
import { needsContext } from "./pseudos.js";
import { matches, query, sift } from "./select.js";
import { unique } from "./unique.js";

const { filter, includes } = Array.prototype;

/**
 * The members of a list that match a selector, function, element or list; with not, the others.
 *
 * @param {any} list
 * @param {any} which
 * @param {boolean} [not]
 * @returns {any[]}
 */
export function winnow(list, which, not = false) {
	if (typeof which === "string" && which) return sift(list, which, not);
	if (typeof which === "function") {
		return filter.call(list, (one, i) => Boolean(which.call(one, i, one)) !== not);
	}
	const these = typeOf(which) ? [which] : which || [];
	return filter.call(list, (one) => includes.call(these, one) !== not);
}

/** As `is` tells it. @param {any} set @param {any} which */
function isAmong(set, which) {
	// A position counts in the document, not in the set: $("p:first").is("p:last") is false.
	const positional = typeof which === "string" && needsContext.test(which);
	return winnow(set, positional ? make(which) : which).length > 0;
}

/**
 * Whether a node is inside another (jQuery.contains). Two arguments of other kinds are not.
 *
 * @param {any} outer
 * @param {any} inner
 * @returns {boolean}
 */
export function contains(outer, inner) {
	const above = member(inner, "parentNode");
	return Boolean(
		above && (above === outer || (typeOf(above) === 1 && member(outer, "contains")?.call(outer, above))),
	);
}

/**
 * All elements in one direction, up to one that `until` is.
 *
 * @param {any} one
 * @param {string} way
 * @param {any} [until]
 * @returns {any[]}
 */
function along(one, way, until) {
	const found = [];
	for (let next = member(one, way); next && typeOf(next) !== 9; next = member(next, way)) {
		if (typeOf(next) !== 1) continue;
		if (until !== undefined && isAmong([next], until)) break;
		found.push(next);
	}
	return found;
}

/** @param {any} parent @returns {any[]} */
const childrenOf = (parent) => filter.call(member(parent, "childNodes") ?? [], (one) => typeOf(one) === 1);

/** From one member to others. @type {Record<string, (one: any, until?: any) => any[]>} */
const ways = {
	parent: (one) => {
		const parent = member(one, "parentNode");
		return parent && typeOf(parent) !== 11 ? [parent] : [];
	},
	parents: (one) => along(one, "parentNode"),
	parentsUntil: (one, until) => along(one, "parentNode", until),
	next: (one) => along(one, "nextSibling").slice(0, 1),
	prev: (one) => along(one, "previousSibling").slice(0, 1),
	nextAll: (one) => along(one, "nextSibling"),
	prevAll: (one) => along(one, "previousSibling"),
	nextUntil: (one, until) => along(one, "nextSibling", until),
	prevUntil: (one, until) => along(one, "previousSibling", until),
	siblings: (one) => childrenOf(member(one, "parentNode")).filter((other) => other !== one),
	children: childrenOf,
	/** The child nodes; of a frame or a template, what it holds. */
	contents: (one) => {
		const inner = member(one, "contentDocument");
		if (inner) return [inner];
		return Array.from(member(nameOf(one) === "TEMPLATE" ? one.content : one, "childNodes"));
	},
};

/** From elements to others. @type {import("./collection.js").Methods} */
export const traversal = {
	find(what) {
		if (typeof what !== "string") {
			return this.pushStack(
				winnow(make(what), (/** @type {number} */ _, /** @type {any} */ one) =>
					this.get().some((/** @type {any} */ root) => contains(root, one)),
				),
			);
		}
		if (this.length === 1) return this.pushStack(query(this[0], what));
		return this.pushStack(
			unique(this.get().flatMap((/** @type {any} */ root) => [...Array.from(query(root, what))])),
		);
	},
	filter(which) {
		return this.pushStack(winnow(this, which));
	},
	not(which) {
		return this.pushStack(winnow(this, which, true));
	},
	is(which) {
		return isAmong(this, which);
	},
	has(what) {
		const inner = make(what, this).get();
		return this.filter((/** @type {number} */ _, /** @type {any} */ one) =>
			inner.some((/** @type {any} */ other) => contains(one, other)),
		);
	},

	closest(what, context) {
		const targets = typeof what === "string" ? null : make(what).get();
		if (!targets && needsContext.test(what)) return this.pushStack([]); // nothing to have a position in
		const found = this.get().flatMap((/** @type {any} */ one) => {
			for (let up = one; up && up !== context; up = member(up, "parentNode")) {
				if (Number(typeOf(up)) < 11 && (targets ? targets.includes(up) : what && matches(up, what))) {
					return [up];
				}
			}
			return [];
		});
		return this.pushStack(found.length > 1 ? unique(found) : found);
	},
};

for (const name of Object.keys(ways)) {
	traversal[name] = function (until, selector) {
		let found = this.get().flatMap((/** @type {any} */ one) => ways[name](one, until));
		if (!name.endsWith("Until")) selector = until;
		if (typeof selector === "string" && selector) found = winnow(found, selector);
		// The other methods find nothing twice, and keep the order of the collection.
		if (this.length > 1 && /^par|All|Until|sib/.test(name)) {
			found = unique(found);
			if (/^parents|^prev/.test(name)) found.reverse();
		}
		return this.pushStack(found);
	};
}
