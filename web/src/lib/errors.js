/**
 * An error of the runtime itself: it could not start, or it crashed twice. `code` is for programs, `message`
 * says what to do.
 *
 * @typedef {"not-found" | "wrong-type" | "cut-short" | "policy" | "network" | "timeout"
 *   | "mismatch" | "unsupported" | "ended"} ErrorCode
 */
export class GodeferredError extends Error {
	/**
	 * @param {ErrorCode} code
	 * @param {string} message
	 * @param {unknown} [cause] the platform's own error, where there is one
	 */
	constructor(code, message, cause) {
		super(`godeferred: ${message}`, cause === undefined ? undefined : { cause });
		this.name = "GodeferredError";
		this.code = code;
	}
}

/**
 * The error for a wrong argument. Names the function, the argument and the expected value, and shows
 * the actual one.
 *
 * @param {string} where the function, as the page calls it
 * @param {string} argument
 * @param {string} expected
 * @param {unknown} got
 */
export function wrongArgument(where, argument, expected, got) {
	return new TypeError(`godeferred.${where}: ${argument} must be ${expected}, not ${describe(got)}`);
}

/**
 * Throws if an argument is not a function.
 *
 * @param {string} where
 * @param {string} argument
 * @param {unknown} got
 */
export function checkFunction(where, argument, got) {
	if (typeof got !== "function") throw wrongArgument(where, argument, "a function", got);
}

/** @param {unknown} value */
function describe(value) {
	if (value === null) return "null";
	switch (typeof value) {
		case "string":
			return value.length > 40 ? `a string of ${value.length} characters` : JSON.stringify(value);
		case "object":
			return Array.isArray(value) ? "an array" : "an object";
		case "function":
			return "a function";
		case "symbol":
			return "a symbol";
		default:
			return String(value);
	}
}

/**
 * Reports an error that has no caller to reach, as the platform reports an uncaught one: by the
 * page's error event, or Node's uncaughtException.
 *
 * @param {unknown} error
 */
export function report(error) {
	try {
		if (typeof globalThis.reportError === "function") {
			globalThis.reportError(error);
			return;
		}
	} catch {
		// A page's own reportError that throws must not stop the queue.
	}
	queueMicrotask(() => {
		throw error;
	});
}

/**
 * The first exception of a list's callbacks; further ones are reported.
 *
 * @param {[unknown] | null} first
 * @param {unknown} error
 * @returns {[unknown]}
 */
export function failure(first, error) {
	if (first === null) return [error];
	report(error);
	return first;
}

/**
 * Calls fn and reports its error: a callback of one element, or the next function of its queue, must not keep
 * this animation or the others from ending.
 *
 * @param {Function} fn
 * @param {any} element
 * @param {any[]} args
 */
export function safely(fn, element, args) {
	try {
		fn.apply(element, args);
	} catch (error) {
		report(error);
	}
}
