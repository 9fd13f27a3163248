import { wrongArgument } from "../lib/errors.js";
import { isArrayLike } from "../lib/callbacks.js";
import { own } from "../lib/own.js";
import { walk } from "./collection.js";
import { Collection, isList } from "../dom/list.js";
import { member, typeOf } from "../dom/member.js";
import { make } from "./make.js";
import { winnow } from "./traverse.js";
import { unique } from "./unique.js";

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

let warned = false;

/**
 * jQuery's `map(list or object, fn)`: the results of fn in one list. A result that is an array adds its members, and
 * null or undefined adds nothing. Like jQuery, it hands any third argument on to fn.
 *
 * @param {any} list
 * @param {(value: any, key: any, more?: any) => any} fn
 * @param {any} [more]
 */
export function map(list, fn, more) {
	checkCallback("map", fn);
	// Until mapAsync had its name, map ran tasks. Such a call gets promises now, which are easy to overlook.
	if (!warned && (own(more, "concurrency") ?? own(more, "signal"))) {
		warned = true;
		console.warn("godeferred.map is jQuery's $.map: call mapAsync(list, fn, { concurrency, signal })");
	}
	/** @type {any[]} */
	const found = [];
	const take = (/** @type {any} */ key) => {
		const value = fn(list[key], key, more);
		if (value != null) found.push(value);
	};
	if (list != null && typeof list !== "function" && isArrayLike(list)) {
		const { length } = list;
		for (let i = 0; i < length; i++) take(i);
	} else {
		for (const key in list) take(key);
	}
	return found.flat();
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
	even() {
		return this.pushStack(winnow(this, (/** @type {number} */ i) => i % 2 === 0));
	},
	odd() {
		return this.pushStack(winnow(this, (/** @type {number} */ i) => i % 2 === 1));
	},
	slice(...range) {
		return this.pushStack(slice.apply(this, /** @type {any} */ (range)));
	},

	add(what, context) {
		return this.pushStack(unique([...this, ...make(what, context)]));
	},

	/** Adds the collection that this one was made from. */
	addBack(selector) {
		return this.add(selector == null ? this.prevObject : this.prevObject.filter(selector));
	},

	/** Index of the first member among its siblings or a selector's matches; or of `of` in this list. */
	index(of) {
		if (!of) return member(this[0], "parentNode") ? this.first().prevAll().length : -1;
		if (typeof of === "string") return indexOf.call(make(of), this[0]);
		return indexOf.call(this, typeOf(of) || !isList(of) ? of : of[0]);
	},
};
