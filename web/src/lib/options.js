import { wrongArgument } from "./errors.js";
import { own } from "./own.js";

// Checks of the options that functions take.

/**
 * The signal among a function's options. It may come from another frame or a library.
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
