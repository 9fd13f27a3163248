import { ADD_DONE, ADD_FAIL } from "../codes.js";
import { flying } from "../calls.js";
import { flatten } from "../callbacks.js";
import { wrongArgument } from "../errors.js";
import { add } from "../fire.js";
import { signalOf } from "../options.js";
import { ask } from "./ask.js";
import { Exchange } from "./exchange.js";
import { Globals } from "./globals.js";
import { expectCallback } from "./jsonp.js";
import { abort, setHeader } from "./jqxhr.js";
import { askIfModified } from "./modified.js";
import { plan } from "./plan.js";
import { policyOf, send } from "./send.js";
import { settingsOf } from "./settings.js";

/**
 * `godeferred.ajax(url[, settings])`, `ajax(settings)`: jQuery's jqXHR of a request.
 *
 * @param {any} [url]
 * @param {Record<string, any>} [settings]
 */
export function ajax(url, settings) {
	if (typeof url === "object" && !(url instanceof URL)) return request("ajax", undefined, url);
	return request("ajax", url, settings);
}

/**
 * @param {string} where the page's function, for errors
 * @param {any} url
 * @param {Record<string, any> | null | undefined} settings
 * @returns {any}
 */
export function request(where, url, settings) {
	const options = settings ?? {};
	if (typeof options !== "object") throw wrongArgument(where, "settings", "an object", settings);
	const s = settingsOf(options);
	if (s.headers instanceof Headers) s.headers = Object.fromEntries(s.headers);
	check(where, s);
	s.url = String(url || s.url || globalThis.location?.href);
	s.type = options.method || options.type || s.method || s.type;
	const planned = plan(where, s, options);
	const x = new Exchange(s);
	const { jqXHR } = x;
	x.cacheURL = planned.cacheURL;
	setHeaders(x, planned);
	if (planned.jsonp) expectCallback(x, options);
	if (s.statusCode) jqXHR.statusCode(s.statusCode);
	if (s.global) x.globals = new Globals(s);
	if (s.signal?.aborted) {
		abort(x, s.signal.reason);
		return jqXHR;
	}
	if (!allowed(where, x, planned)) return jqXHR.abort();
	x.word = "abort";
	x.completes = [s.complete];
	listen(x, ADD_DONE, s.success);
	listen(x, ADD_FAIL, s.error);
	if (typeof s.progress === "function") jqXHR.progress(s.progress);
	jqXHR.readyState = 1;
	if (!goesOn(where, x, planned, () => x.globals?.tell("Send", [jqXHR, s]))) return jqXHR;
	x.stage = "sent";
	flying(x.core);
	if (s.signal) obey(x, s.signal);
	// Whether anybody listens to an upload shows only when the caller's own code is through.
	if (s.hasContent && s.data && !x.watched) queueMicrotask(() => x.stage === "sent" && send(x, planned));
	else send(x, planned);
	return jqXHR;
}

/**
 * @param {string} where
 * @param {import("./settings.js").Settings} s
 */
function check(where, s) {
	if (s.async === false) {
		throw new TypeError(
			`godeferred.${where}: async: false is not possible: it would freeze the page until the answer is there`,
		);
	}
	signalOf(where, s);
	for (const name of ["beforeSend", "dataFilter"]) {
		if (s[name] && typeof s[name] !== "function") throw wrongArgument(where, name, "a function", s[name]);
	}
	if (s.retry) policyOf(where, s.retry);
}

/**
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 */
function setHeaders(x, planned) {
	const { s, jqXHR } = x;
	const set = (/** @type {string} */ name, /** @type {any} */ value) => setHeader(x, name, value);
	if (s.ifModified) askIfModified(planned.cacheURL, set);
	if (planned.sendContentType) set("Content-Type", s.contentType);
	set("Accept", planned.accept);
	for (const name in s.headers) {
		// What a page has put on Object.prototype is no header.
		if (!(name in {}) || Object.hasOwn(s.headers, name)) jqXHR.setRequestHeader(name, s.headers[name]);
	}
}

/**
 * Whether beforeSend lets the request be made.
 *
 * @param {string} where
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 */
function allowed(where, x, planned) {
	const { s, jqXHR, context } = x;
	return !s.beforeSend || goesOn(where, x, planned, () => s.beforeSend.call(context, jqXHR, s));
}

/**
 * Tells the page of a request before it is sent. It may end it, or change the URL, but not to anything.
 *
 * @param {string} where
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 * @param {() => unknown} tell
 */
function goesOn(where, x, { url }, tell) {
	try {
		if (tell() === false) return false;
		if (x.s.url !== url) ask(where, "url", x.s.url);
		return x.stage === "setup";
	} catch (error) {
		abort(x, error); // nobody will ever hear of it otherwise: the caller gets the exception
		throw error;
	}
}

/**
 * @param {Exchange} x
 * @param {number} event
 * @param {any} callbacks
 */
function listen(x, event, callbacks) {
	const list = flatten([callbacks]);
	if (list.length > 0) add(x.core, event, list);
}

/**
 * @param {Exchange} x
 * @param {AbortSignal} signal
 */
function obey(x, signal) {
	const aborted = () => abort(x, signal.reason);
	signal.addEventListener("abort", aborted);
	x.unlisten = () => signal.removeEventListener("abort", aborted);
}
