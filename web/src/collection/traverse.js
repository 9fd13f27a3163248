import { make } from "./make.js";
import { matches, query, unique } from "./select.js";

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
	if (typeof which === "string" && which) {
		return filter.call(list, (one) => one.nodeType === 1 && matches(one, which) !== not);
	}
	if (typeof which === "function") {
		return filter.call(list, (one, i) => Boolean(which.call(one, i, one)) !== not);
	}
	const these = which?.nodeType ? [which] : which || [];
	return filter.call(list, (one) => includes.call(these, one) !== not);
}

/** All elements in one direction. @param {any} one @param {string} way @returns {any[]} */
function along(one, way) {
	const found = [];
	for (let next = one[way]; next && next.nodeType !== 9; next = next[way]) {
		if (next.nodeType === 1) found.push(next);
	}
	return found;
}

/** @param {any} parent @returns {any[]} */
const childrenOf = (parent) => filter.call(parent?.childNodes ?? [], (one) => one.nodeType === 1);

/** From one member to others. @type {Record<string, (one: any) => any[]>} */
const ways = {
	parent: ({ parentNode }) => (parentNode && parentNode.nodeType !== 11 ? [parentNode] : []),
	parents: (one) => along(one, "parentNode"),
	next: (one) => along(one, "nextSibling").slice(0, 1),
	prev: (one) => along(one, "previousSibling").slice(0, 1),
	nextAll: (one) => along(one, "nextSibling"),
	prevAll: (one) => along(one, "previousSibling"),
	siblings: (one) => childrenOf(one.parentNode).filter((other) => other !== one),
	children: childrenOf,
};

/** From elements to others. @type {import("./collection.js").Methods} */
export const traversal = {
	find(what) {
		if (typeof what !== "string") {
			return this.pushStack(
				winnow(make(what), (/** @type {number} */ _, /** @type {any} */ one) =>
					this.get().some((/** @type {any} */ root) => root !== one && one?.nodeType && root.contains?.(one)),
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
		return winnow(this, which).length > 0;
	},
	has(what) {
		return this.filter(
			(/** @type {number} */ _, /** @type {any} */ one) => make([one]).find(what).length > 0,
		);
	},

	closest(what, context) {
		const targets = typeof what === "string" ? null : make(what).get();
		const found = this.get().flatMap((/** @type {any} */ one) => {
			for (let up = one; up && up !== context; up = up.parentNode) {
				if (up.nodeType < 11 && (targets ? targets.includes(up) : what && matches(up, what))) return [up];
			}
			return [];
		});
		return this.pushStack(found.length > 1 ? unique(found) : found);
	},
};

for (const name of Object.keys(ways)) {
	traversal[name] = function (which) {
		let found = this.get().flatMap(ways[name]);
		if (typeof which === "string" && which) found = winnow(found, which);
		// The other methods find nothing twice, and keep the order of the collection.
		if (this.length > 1 && /^par|All|sib/.test(name)) {
			found = unique(found);
			if (/^parents|^prev/.test(name)) found.reverse();
		}
		return this.pushStack(found);
	};
}
