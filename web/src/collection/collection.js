/**
 * The methods of one concern. `this` is the collection, or an object that a plugin made from one.
 *
 * @typedef {Record<string, (this: any, ...args: any[]) => any>} Methods
 */

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
 * The arguments of methods that read and write by name: `(name)` reads from the first member, `(name,
 * value or function)` and `(map)` write to all. A function gets index and old value. A value of
 * undefined changes nothing, a function's neither (jQuery's access).
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
		const given = typeof value === "function" ? value.call(one, i, read(one, name)) : value;
		if (given !== undefined) write(one, name, given);
	});
}
