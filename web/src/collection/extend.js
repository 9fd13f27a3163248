import { isPlain } from "../lib/plain.js";

/**
 * jQuery's `extend([deep, ]target, …sources)`; with one object, `this` is the target.
 *
 * @this {any}
 * @param {...any} args
 */
export function extend(...args) {
	const deep = typeof args[0] === "boolean" ? args.shift() : false;
	let target = args.length > 1 ? args.shift() : this;
	if (target === null || (typeof target !== "object" && typeof target !== "function")) target = {};
	for (const source of args) {
		for (const name in source) {
			const value = source[name];
			// JSON may have __proto__ as an own property: it would pollute every object.
			if (name === "__proto__" || value === target || value === undefined) continue;
			target[name] = deep ? merged(target[name], value) : value;
		}
	}
	return target;
}

/** Copies plain objects and lists, into `there` if of the same kind. @param {any} there @param {any} value */
function merged(there, value) {
	if (Array.isArray(value)) return extend(true, Array.isArray(there) ? there : [], value);
	return isPlain(value) ? extend(true, isPlain(there) ? there : {}, value) : value;
}
