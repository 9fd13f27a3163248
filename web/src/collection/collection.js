/**
 * The methods of one concern. `this` is the collection, or what a plugin has made of one.
 *
 * @typedef {Record<string, (this: any, ...args: any[]) => any>} Methods
 */

/**
 * What `godeferred(…)` answers: a list of elements or of anything else, with jQuery's methods.
 * `godeferred.fn` is its prototype, open to plugins.
 *
 * It is written in JavaScript, where the rules of deferreds are in Go, because a call into Go costs
 * 10 to 18 µs and these methods are to cost less than 2 µs more than what they call of the DOM. Ours
 * take 0.01 to 0.9 µs in Chromium (`cd e2e && go test -run TestSpeedOfTheCollection -v .`).
 */
export class Collection {
	/** @param {ArrayLike<any>} [list] */
	constructor(list = []) {
		const { length } = list;
		for (let i = 0; i < length; i++) /** @type {any} */ (this)[i] = list[i];
		this.length = length;
	}
}

/**
 * Calls fn for each member, and returns the collection, as methods do.
 *
 * @param {any} set
 * @param {(one: any, index: number) => void} fn
 */
export function walk(set, fn) {
	for (let i = 0; i < set.length; i++) fn(set[i], i);
	return set;
}

/**
 * The arguments of methods that read and write by name: `(name)` reads the first member's, `(name,
 * value or function)` and `(map)` write everybody's. A function gets index and old value. A value of
 * undefined changes nothing (jQuery's access).
 *
 * @param {any} set
 * @param {ArrayLike<any>} args
 * @param {(one: any, name: any) => any} read
 * @param {(one: any, name: string, value: any) => void} write
 */
export function access(set, args, read, write) {
	const [name, value] = /** @type {any} */ (args);
	if (name !== null && typeof name === "object" && !Array.isArray(name)) {
		for (const one in name) access(set, [one, name[one]], read, write);
		return set;
	}
	if (args.length < 2) return set.length > 0 ? read(set[0], name) : undefined;
	if (value === undefined) return set;
	return walk(set, (one, i) => {
		write(one, name, typeof value === "function" ? value.call(one, i, read(one, name)) : value);
	});
}

/** Whether value can stand for a list: jQuery's idea of an array-like. @param {any} value */
export function isList(value) {
	if (value === null || typeof value !== "object" || value === value.window) return false;
	const { length } = value;
	return Array.isArray(value) || length === 0 || (length > 0 && length - 1 in value);
}

/** Its name in capitals, which XHTML has not; a window has none. @param {any} one @returns {string | undefined} */
export const nameOf = (one) => one.nodeName?.toUpperCase();
