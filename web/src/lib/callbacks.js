/** @typedef {import("../deferred/core.js").Callback} Callback */

/**
 * The functions among the arguments of done and its kin: functions, arrays and array-likes of
 * them, nested as deep as you like. Anything else is passed over (jQuery 4's Callbacks.add).
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
 * What jQuery.each walks by index. The rest with a length, it walks by name.
 *
 * @param {any} value
 */
function isArrayLike(value) {
	if (Array.isArray(value)) return true;
	const { length } = value;
	if (value === value.window) return false;
	return length === 0 || (typeof length === "number" && length > 0 && length - 1 in value);
}
