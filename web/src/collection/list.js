import { wrongArgument } from "../lib/errors.js";
import { walk } from "./collection.js";
import { Collection, isList } from "../dom/list.js";
import { make } from "./make.js";
import { unique } from "./select.js";

const { indexOf, slice } = Array.prototype;

/**
 * `godeferred.each(list or object, fn)`: calls fn with key and value, `this` the value, until it
 * returns false.
 *
 * @param {any} list
 * @param {(this: any, key: any, value: any) => any} fn
 */
export function each(list, fn) {
	checkCallback("each", fn);
	if (isList(list)) {
		for (let i = 0; i < list.length; i++) if (fn.call(list[i], i, list[i]) === false) break;
	} else {
		for (const key in list) if (fn.call(list[key], key, list[key]) === false) break;
	}
	return list;
}

/** @param {string} where @param {any} fn */
function checkCallback(where, fn) {
	if (typeof fn !== "function") throw wrongArgument(where, "fn", "a function", fn);
}

/** A collection as a list. @type {import("./collection.js").Methods} */
export const lists = {
	/** A new collection, whose `end` returns this one. */
	pushStack(list) {
		const made = /** @type {any} */ (new Collection(list));
		made.prevObject = this;
		return made;
	},
	end() {
		return this.prevObject ?? new Collection();
	},

	each(fn) {
		return each(this, fn);
	},
	map(fn) {
		checkCallback("map", fn);
		/** @type {any[]} */
		const found = [];
		walk(this, (one, i) => {
			const value = fn.call(one, i, one);
			if (value != null) found.push(value);
		});
		return this.pushStack(found.flat());
	},

	toArray() {
		return slice.call(this);
	},
	get(index) {
		return index == null ? slice.call(this) : this[index < 0 ? index + this.length : index];
	},
	eq(index) {
		const i = Number(index) + (index < 0 ? this.length : 0);
		return this.pushStack(i >= 0 && i < this.length ? [this[i]] : []);
	},
	first() {
		return this.eq(0);
	},
	last() {
		return this.eq(-1);
	},
	slice(...range) {
		return this.pushStack(slice.apply(this, /** @type {any} */ (range)));
	},

	add(what, context) {
		return this.pushStack(unique([...this, ...make(what, context)]));
	},

	/** Index of the first member among its siblings or a selector's matches; or of `of` in this list. */
	index(of) {
		if (!of) return this[0]?.parentNode ? this.first().prevAll().length : -1;
		if (typeof of === "string") return indexOf.call(make(of), this[0]);
		return indexOf.call(this, of.nodeType || !isList(of) ? of : of[0]);
	},
};
