import { define } from "../lib/own.js";

/** Pages may set anything. @param {any} value */
const word = (value) => (typeof value === "string" ? value : "");

/**
 * Makes a failed jqXHR readable as an error: `name`, `message`, and a text for consoles, which show an uncaught
 * one. They are not enumerable: what copies or compares a jqXHR sees jQuery's members.
 *
 * @param {import("./exchange.js").Exchange} x
 * @param {string} textStatus
 * @param {any} thrown
 */
export function describe({ s, jqXHR, attempt }, textStatus, thrown) {
	const { status, statusText } = jqXHR;
	const unread = textStatus === "parsererror";
	let name = "AbortError"; // for whatever word abort was given
	if (textStatus === "timeout") name = "TimeoutError";
	else if (unread) name = "SyntaxError";
	else if (status > 0) name = "HttpError";
	else if (textStatus === "error") name = attempt > 0 ? "NetworkError" : word(thrown?.name) || "Error";
	const why = word(thrown?.message) || word(thrown) || textStatus;
	// Passwords stay out of consoles and reports.
	const url = word(s.url).replace(/\/\/[^/?#]*@/, "//");
	const message = `${word(s.type)} ${url}: ${status > 0 && !unread ? `${status} ${statusText}` : why}`;
	const text = `${name}: ${message}`;
	const members = { name, message, toString: () => text, [Symbol.toStringTag]: text };
	for (const key of Reflect.ownKeys(members)) {
		const value = /** @type {any} */ (members)[key];
		define(jqXHR, key, { value, writable: true, configurable: true });
	}
}
