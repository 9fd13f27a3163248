/** @typedef {import("../deferred/core.js").Callback} Callback */

/**
 * The functions among the arguments of done, fail, always and progress: functions, and arrays or
 * array-likes of them, nested to any depth. Anything else is skipped (jQuery 4's Callbacks.add).
 *
 * @param {ArrayLike<any>} args
 * @returns {Callback[]}
 */
export function flatten(args) {
	/** @type {Callback[]} */
	const list = [];
	collect(args, list);
	return list;
}

/**
 * @param {any} args
 * @param {Callback[]} list
 */
function collect(args, list) {
	const look = (/** @type {any} */ arg) => {
		if (typeof arg === "function") list.push(arg);
		else if (arg?.length && !isString(arg)) collect(arg, list);
	};
	if (isArrayLike(args)) {
		for (let i = 0; i < args.length; i++) look(args[i]);
	} else {
		for (const key in args) look(args[key]);
	}
}

/** @param {any} value */
function isString(value) {
	return Object.prototype.toString.call(value) === "[object String]";
}

/**
 * Whether jQuery.each walks value by index. It walks other objects by property name.
 *
 * @param {any} value
 */
export function isArrayLike(value) {
	if (Array.isArray(value)) return true;
	const { length } = value;
	if (value === value.window) return false;
	return length === 0 || (typeof length === "number" && length > 0 && length - 1 in value);
}
