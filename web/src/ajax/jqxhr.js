import { ADD_FAIL } from "../deferred/codes.js";
import { expected } from "../deferred/abort.js";
import { add } from "../deferred/settle.js";
import { isUp } from "../runtime/bridge.js";
import { askOnce } from "../rules/wire.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */

/**
 * The members of a jqXHR besides the methods of a promise. All of them work detached.
 *
 * @param {Exchange} x
 * @returns {Record<string, any>}
 */
export function jqXHRMethods(x) {
	/** @type {Record<string, any>} */
	const jqXHR = {
		readyState: 0,
		getResponseHeader: (/** @type {string} */ name) => headerOf(x, name),
		getAllResponseHeaders: () => (x.stage === "done" ? linesOf(x.headers) : null),
		setRequestHeader(/** @type {string} */ name, /** @type {any} */ value) {
			if (x.stage === "setup") setHeader(x, name, value);
			return this;
		},
		overrideMimeType(/** @type {string} */ type) {
			if (x.stage === "setup") x.s.mimeType = type;
			return this;
		},
		statusCode(/** @type {Record<string, any>} */ map) {
			if (map) addStatusCodes(x, map);
			return this;
		},
		abort(/** @type {any} */ reason) {
			abort(x, reason);
			return this;
		},
	};
	return jqXHR;
}

/**
 * Ends the request, unless it has ended. As in jQuery, a string as reason is the textStatus, too. Any
 * other reason is the error, and textStatus is "abort".
 *
 * @param {Exchange} x
 * @param {any} [reason]
 */
export function abort(x, reason) {
	if (x.stage === "done") return;
	x.stop(typeof reason === "string" ? reason || x.word : x.word);
	add(x.core, ADD_FAIL, [expected]);
	if (reason && typeof reason !== "string")
		x.fail(reason.name === "TimeoutError" ? "timeout" : x.word, reason);
	else x.fail(reason || x.word, reason || x.word);
}

/**
 * The first spelling of the name stays; the last value counts.
 *
 * @param {Exchange} x
 * @param {string} name
 * @param {any} value
 */
export function setHeader(x, name, value) {
	const text = String(value);
	const key = String(name).toLowerCase();
	if (isUp()) askOnce("ajax", "header", { name, value: text }); // or later: see setHeaders
	x.requestHeaders.set(key, [x.requestHeaders.get(key)?.[0] ?? name, text]);
}

/**
 * The headers to be sent. X-Requested-With is not sent cross-origin: it would trigger a preflight.
 *
 * @param {Exchange} x
 */
export function headersFor({ s, requestHeaders }) {
	const list = Array.from(requestHeaders.values());
	if (!s.crossDomain && !requestHeaders.has("x-requested-with"))
		list.push(["X-Requested-With", "XMLHttpRequest"]);
	return list;
}

/**
 * @param {Exchange} x
 * @param {Record<string, any>} map
 */
function addStatusCodes(x, map) {
	if (x.stage === "done") {
		x.always([map[x.jqXHR.status]]);
		return;
	}
	x.statusCodes ??= Object.create(null);
	const codes = /** @type {Record<string, any>} */ (x.statusCodes);
	for (const code in map) codes[code] = [codes[code], map[code]];
}

/**
 * @param {Exchange} x
 * @param {string} name
 */
function headerOf(x, name) {
	try {
		return x.headers?.get(name) ?? null;
	} catch {
		return null; // not a valid header name
	}
}

/**
 * As XMLHttpRequest writes them.
 *
 * @param {Headers | null} headers
 */
function linesOf(headers) {
	let lines = "";
	headers?.forEach((value, name) => {
		lines += `${name}: ${value}\r\n`;
	});
	return lines;
}
