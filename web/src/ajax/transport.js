import { wrongArgument } from "../lib/errors.js";
import { hasCredentials } from "./address.js";
import { sendFetch } from "./fetch.js";
import { judge } from "./judge.js";
import { sendScript } from "./script.js";
import { headersOf, isReplaced, makeXHR, sendXHR } from "./xhr.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */

/**
 * Sends a request, and returns the function that stops it.
 *
 * @typedef {(x: Exchange, plan: import("./plan.js").Plan, attempt: import("./send.js").Attempt)
 *   => (word?: string) => void} Transport
 */

/** The page's factories, by data type; null is where the browser's way comes. @type {Map<string, any[]>} */
const factories = new Map();

/** `godeferred.ajaxTransport([dataTypes,] factory)`: jQuery's. */
export const ajaxTransport = adder("ajaxTransport", factories);

/**
 * Makes a function that adds to the lists of data types. A type with a plus sign puts it at the front.
 *
 * @param {string} where
 * @param {Map<string, any[]>} lists
 */
export function adder(where, lists) {
	for (const type of ["*", "script", "jsonp"]) lists.set(type, [null]);
	return (/** @type {any} */ types, /** @type {any} */ fn) => {
		if (typeof types !== "string") [types, fn] = ["*", types];
		if (typeof fn !== "function") throw wrongArgument(where, "handler", "a function", fn);
		for (const [one] of types.toLowerCase().matchAll(/\S+/g)) {
			const first = one[0] === "+";
			const type = (first ? one.slice(1) : one) || "*";
			const list = lists.get(type) ?? [];
			first ? list.unshift(fn) : list.push(fn);
			lists.set(type, list);
		}
	};
}

/**
 * Chooses what sends the request: the page's own transport for the data type, or the browser.
 *
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} plan
 * @returns {Transport}
 */
export function choose({ s, original, jqXHR }, plan) {
	for (const type of new Set([s.dataTypes[0], "*"])) {
		for (const factory of factories.get(type)?.slice() ?? []) {
			if (!factory) {
				if (plan.script) return sendScript;
				if (type === "*") return sendByBrowser;
			} else {
				const own = factory(s, original, jqXHR);
				if (own) return by(own);
			}
		}
	}
	return sendByBrowser;
}

/** Whether to use fetch is decided late: only then it is known who listens. @type {Transport} */
export const sendByBrowser = (x, plan, attempt) => (needsXHR(x) ? sendXHR : sendFetch)(x, plan, attempt);

/**
 * XMLHttpRequest does what fetch cannot: it reports upload progress, answers the server's password
 * dialog, takes URLs with a user name, and has fields. A page's own XMLHttpRequest, such as a fake server's,
 * gets all requests that it can make as safely.
 *
 * @param {Exchange} x
 */
function needsXHR({ s, watched }) {
	if (s.xhr && s.xhr !== makeXHR) return true;
	if (typeof XMLHttpRequest !== "function") return false;
	if (s.username != null || s.password != null || hasCredentials(s.url)) return true;
	for (const name of Object.keys(s.xhrFields ?? {})) if (name !== "withCredentials") return true;
	if (s.credentials === "omit") return false;
	return (isReplaced() && !s.integrity) || (watched && s.hasContent && s.data != null);
}

/**
 * Sends by a page's transport: `send(headers, complete)` and `abort()`.
 *
 * @param {any} own
 * @returns {Transport}
 */
function by(own) {
	return (x, _plan, attempt) => {
		/** @param {any} status @param {any} text @param {Record<string, any>} [bodies] @param {any} [lines] */
		const complete = (status, text, bodies, lines) => {
			if (attempt.over) return;
			const code = Math.max(0, Number(status) || 0);
			// jQuery: without an answer, the text is textStatus, too, unless the status is negative.
			if (!code && !bodies) {
				attempt.fail(text, status < 0 || !text ? "error" : text, text);
				return;
			}
			const headers = headersOf(lines);
			if (attempt.again(code, headers)) return;
			try {
				const type = x.s.mimeType || headers.get("content-type") || "";
				const verdict = judge(x.s, code, bodies ? Object.keys(bodies) : "none", type);
				attempt.answered({ status: code, statusText: text, headers, verdict, body: bodies?.[verdict.form] });
			} catch (error) {
				attempt.fail(error); // from a pattern in contents, for example: nothing else would end it
			}
		};
		try {
			own.send(Object.fromEntries(x.requestHeaders.values()), complete);
		} catch (error) {
			if (attempt.over) throw error; // its request has ended: the caller of ajax gets it (jQuery)
			complete(-1, error);
		}
		return (word) => own.abort?.(word);
	};
}
