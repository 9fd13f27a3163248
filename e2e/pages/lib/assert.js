// Assertions: each throws an Error that shows what was there and what was expected.

/** @param {unknown} value */
function show(value) {
	if (typeof value === "function") return `function ${value.name || "(anonymous)"}`;
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (typeof value !== "object" || value === null)
		return typeof value === "string" ? JSON.stringify(value) : String(value);
	try {
		return (
			JSON.stringify(value, (_, inner) => (inner === undefined ? "(undefined)" : inner)) ?? String(value)
		);
	} catch {
		return String(value); // circular, or of BigInts
	}
}

/** @param {string} text @param {string} [message] */
function failure(text, message) {
	return new Error(message ? `${message}: ${text}` : text);
}

/** Passes if value is truthy. @param {unknown} value @param {string} [message] */
export function ok(value, message) {
	if (!value) throw failure(`${show(value)} is not truthy`, message);
}

/** Passes if both are the same (Object.is). @param {unknown} actual @param {unknown} expected @param {string} [message] */
export function equal(actual, expected, message) {
	if (!Object.is(actual, expected)) throw failure(`got ${show(actual)}, expected ${show(expected)}`, message);
}

/**
 * Passes if both have the same structure: plain objects, arrays, dates, maps, sets, errors by name and message.
 * @param {unknown} actual @param {unknown} expected @param {string} [message]
 */
export function deepEqual(actual, expected, message) {
	if (!same(actual, expected)) throw failure(`got ${show(actual)}, expected ${show(expected)}`, message);
}

/** @param {any} a @param {any} b @returns {boolean} */
function same(a, b) {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
	if (a instanceof Date) return Object.is(a.getTime(), b.getTime());
	if (a instanceof Error) return a.name === b.name && a.message === b.message;
	if (a instanceof Map || a instanceof Set) return same([...a], [...b]);
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length &&
		keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
	);
}

/**
 * @param {unknown} error
 * @param {unknown} expected a class, a regular expression for the message, the very value, or nothing: anything will do
 * @param {string} [message]
 */
function check(error, expected, message) {
	if (expected === undefined) return;
	if (typeof expected === "function") {
		if (!(error instanceof expected))
			throw failure(`got ${show(error)}, expected a ${expected.name}`, message);
	} else if (expected instanceof RegExp) {
		const text = String(error instanceof Error ? error.message : error);
		if (!expected.test(text))
			throw failure(`got ${show(error)}, expected a message like ${expected}`, message);
	} else {
		equal(error, expected, message);
	}
}

/**
 * Passes if fn throws; answers what it threw.
 * @param {() => unknown} fn @param {unknown} [expected] @param {string} [message] @returns {any}
 */
export function throws(fn, expected, message) {
	let value;
	try {
		value = fn();
	} catch (error) {
		check(error, expected, message);
		return error;
	}
	throw failure(`did not throw, but returned ${show(value)}`, message);
}

/**
 * Passes if the promise (or the one that fn returns) rejects; answers the reason.
 * @param {PromiseLike<unknown> | (() => PromiseLike<unknown>)} promise
 * @param {unknown} [expected] @param {string} [message] @returns {Promise<any>}
 */
export async function rejects(promise, expected, message) {
	let value;
	try {
		value = await (typeof promise === "function" ? promise() : promise);
	} catch (error) {
		check(error, expected, message);
		return error;
	}
	throw failure(`did not reject, but fulfilled with ${show(value)}`, message);
}
