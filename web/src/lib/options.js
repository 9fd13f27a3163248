import { wrongArgument } from "./errors.js";
import { own } from "./own.js";

// What functions take as their options.

/**
 * The signal among a function's options. It may be another frame's, or a library's own.
 *
 * @param {string} where
 * @param {any} options
 * @returns {AbortSignal | undefined}
 */
export function signalOf(where, options) {
	const signal = own(checkOptions(where, options), "signal");
	if (signal == null) return undefined;
	if (typeof signal.addEventListener !== "function")
		throw wrongArgument(where, "signal", "an AbortSignal", signal);
	return signal;
}

/**
 * Options may be left out.
 *
 * @param {string} where
 * @param {any} options
 */
export function checkOptions(where, options) {
	if (options != null && typeof options !== "object")
		throw wrongArgument(where, "options", "an object", options);
	return options;
}
