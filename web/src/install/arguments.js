import { split } from "../anim/speed.js";
import { flatten } from "../lib/callbacks.js";

/**
 * The options in the arguments of an effect, in whichever form they were given.
 *
 * @param {string} name
 * @param {any[]} args
 * @returns {Record<string, any>}
 */
export function optionsOf(name, args) {
	if (name === "animate") return split(args.slice(1));
	return split(name === "fadeTo" ? [args[0], args[2], args[3]] : args);
}

/**
 * The same arguments with other options.
 *
 * @param {string} name
 * @param {any[]} args
 * @param {Record<string, any>} options
 */
export function withOptions(name, args, options) {
	if (name === "animate") return [args[0], options];
	return name === "fadeTo" ? [options, args[1]] : [options];
}

/** The options' queue; false: none. @param {Record<string, any>} options @returns {string | false} */
export const queueIn = ({ queue }) => (queue == null || queue === true ? "fx" : queue);

/**
 * A callback that runs the page's own, and then next, even if they throw.
 *
 * @param {any} callbacks the page's own, if any
 * @param {(this: any, ...args: any[]) => void} next
 */
export function before(callbacks, next) {
	const list = flatten([callbacks]);
	return /** @this {any} */ function (/** @type {any[]} */ ...args) {
		try {
			for (const callback of list) callback.apply(this, args);
		} finally {
			next.apply(this, args);
		}
	};
}
