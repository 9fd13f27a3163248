import { isUp, waitNoLonger, whenUp } from "../runtime/bridge.js";
import { flatten } from "../lib/callbacks.js";
import { report, wrongArgument } from "../lib/errors.js";
import { signalOf } from "../lib/options.js";
import { ownAll } from "../lib/own.js";
import { ask } from "../rules/wire.js";
import { baseOf } from "./address.js";
import { Exchange } from "./exchange.js";
import { Globals } from "./globals.js";
import { expectCallback } from "./jsonp.js";
import { abort, setHeader } from "./jqxhr.js";
import { askIfModified } from "./modified.js";
import { filter } from "./prefilter.js";
import { plan, prepare, writeData } from "./plan.js";
import { policyOf, send } from "./send.js";
import { choose, sendByBrowser } from "./transport.js";
import { isReplaced } from "./xhr.js";
import { settingsOf } from "./settings.js";

/**
 * Makes `godeferred.ajax(url[, settings])`, `ajax(settings)`: jQuery's jqXHR of a request.
 *
 * @param {import("./members.js").Host} host
 */
export const ajaxOf = (host) => (/** @type {any} */ url, /** @type {any} */ settings) => {
	if (typeof url === "object" && !(url instanceof URL)) return request(host, "ajax", undefined, url);
	return request(host, "ajax", url, settings);
};

/**
 * @param {import("./members.js").Host} host
 * @param {string} where the page's function, for errors
 * @param {any} url
 * @param {Record<string, any> | null | undefined} settings
 * @returns {any}
 */
export function request(host, where, url, settings) {
	if (settings != null && typeof settings !== "object")
		throw wrongArgument(where, "settings", "an object", settings);
	const options = ownAll(settings);
	const s = settingsOf(host.ajaxSettings, options);
	if (s.headers instanceof Headers) s.headers = Object.fromEntries(s.headers);
	check(where, s);
	s.url = String(url || s.url || globalThis.location?.href);
	s.type = options.method || options.type || s.method || s.type;
	prepare(s, options);
	const x = new Exchange(host, where, s, options);
	if (s.statusCode) x.jqXHR.statusCode(s.statusCode);
	try {
		filter(x, settings ?? {});
		x.filtered = added(x);
		writeData(host, s);
	} catch (error) {
		abort(x, error); // from a prefilter: or it would count as pending
		throw error;
	}
	obey(x);
	if (x.stage === "setup") (isUp() ? proceed : postpone)(x);
	return x.jqXHR;
}

/**
 * Begins the request once the runtime is up, with beforeSend and the global events. For the caller it
 * is already sent: callbacks added now count, headers set now are too late.
 *
 * @param {Exchange} x
 */
function postpone(x) {
	const base = baseNow();
	const waiting = {
		/** @type {"ajax"} */
		kind: "ajax",
		begin() {
			x.stage = "setup";
			x.stop = () => {};
			try {
				proceed(x, base);
			} catch (error) {
				report(error); // from beforeSend: the caller has long returned
			}
		},
		fail(/** @type {any} */ error) {
			x.stop();
			x.fail("error", error);
		},
	};
	// Now, as in jQuery: pages show that they wait, and tests ask $.active.
	if (x.s.global) x.globals = new Globals(x.host, x.s);
	x.stage = "waiting";
	x.word = "abort";
	x.jqXHR.readyState = 1;
	x.stop = () => {
		waitNoLonger(waiting);
		hear(x, added(x));
	};
	whenUp(waiting);
}

/**
 * Asks the rules what to send, tells the page, and sends it.
 *
 * @param {Exchange} x
 * @param {string} [late] the base of its URL at the time of the call; only for a request that waited for
 *   the runtime, after the caller has returned
 */
function proceed(x, late) {
	const { s, jqXHR, where } = x;
	const before = added(x);
	x.word = "canceled";
	/** @type {import("./plan.js").Plan} */
	let planned;
	try {
		if (late && late !== baseNow()) s.url = new URL(s.url, late).href;
		planned = plan(where, s, x.options);
		x.cacheURL = planned.cacheURL;
		setHeaders(x, planned);
	} catch (error) {
		if (!late) {
			abort(x, error); // or it would count as pending
			throw error;
		}
		hear(x, before); // the caller has returned: only callbacks can be told
		x.fail("error", error);
		return;
	}
	if (planned.jsonp) expectCallback(x, x.options);
	if (s.global) x.globals ??= new Globals(x.host, s);
	if (!allowed(x, planned)) {
		jqXHR.abort();
		return;
	}
	x.word = "abort";
	hear(x, before);
	if (!goesOn(x, planned, () => void (x.transport = choose(x, planned)))) return;
	if (typeof s.progress === "function") jqXHR.progress(s.progress);
	jqXHR.readyState = 1;
	const sends = () => {
		x.globals?.trigger("Send", [jqXHR, s]);
		obey(x); // beforeSend and ajaxSend may have set another signal
	};
	if (!goesOn(x, planned, sends)) return;
	x.stage = "sent";
	// Whether anything listens to upload progress is known only after the caller's own code has run.
	if (s.hasContent && s.data && !x.watched && x.transport === sendByBrowser && !isReplaced())
		queueMicrotask(() => x.stage === "sent" && send(x, planned));
	else send(x, planned);
}

/** The base of relative URLs. pushState and <base> change it; without a document any constant will do. */
const baseNow = () => baseOf() ?? "/";

/** How many callbacks the promise has for each outcome. @param {Exchange} x */
const added = ({ core: { dones, fails } }) => [dones?.length ?? 0, fails?.length ?? 0];

/**
 * Adds the callbacks of the settings, behind those of prefilters and in front of those that the caller has added
 * while the request waited. That is jQuery's order, where no request waits.
 *
 * @param {Exchange} x
 * @param {number[]} before how many the caller has added
 */
function hear(x, [dones, fails]) {
	const { s, core, filtered } = x;
	x.completes = [s.complete];
	listen(x, "done", s.success);
	listen(x, "fail", s.error);
	core.dones?.push(...core.dones.splice(filtered[0], dones - filtered[0]));
	core.fails?.push(...core.fails.splice(filtered[1], fails - filtered[1]));
}

/** Settings by what they must be. All but objects may be empty. @type {Record<string, string[]>} */
const kinds = {
	"a function": ["beforeSend", "dataFilter", "xhr"],
	"a string": ["type", "method", "dataType", "contentType", "mimeType", "credentials"],
	"an object": ["accepts", "contents", "converters", "responseFields"],
};

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
	for (const [expected, names] of Object.entries(kinds)) {
		for (const name of names) {
			const value = s[name];
			const isDefault = !value && expected !== "an object";
			if (!isDefault && (!value || !expected.endsWith(typeof value)))
				throw wrongArgument(where, name, expected, value);
		}
	}
	if (s.timeout && !/^(?:number|string|boolean)$/.test(typeof s.timeout))
		throw wrongArgument(where, "timeout", "a number of ms", s.timeout);
	if (s.retry) policyOf(where, s.retry);
}

/**
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 */
function setHeaders(x, planned) {
	const { s, jqXHR } = x;
	const set = (/** @type {string} */ name, /** @type {any} */ value) => setHeader(x, name, value);
	for (const header of x.requestHeaders.values()) set(...header); // of a prefilter, before the rules could check
	if (s.ifModified) askIfModified(planned.cacheURL, set);
	if (planned.sendContentType) set("Content-Type", s.contentType);
	set("Accept", planned.accept);
	for (const name of Object.keys(s.headers ?? {})) jqXHR.setRequestHeader(name, s.headers[name]);
}

/**
 * Whether beforeSend allows the request. A request that waited may have been aborted in ajaxStart.
 *
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 */
function allowed(x, planned) {
	const { s, jqXHR, context } = x;
	return (
		x.stage === "setup" && (!s.beforeSend || goesOn(x, planned, () => s.beforeSend.call(context, jqXHR, s)))
	);
}

/**
 * Tells the page of a request before it is sent. The page may end it or change its URL; the rules check
 * the new URL.
 *
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} planned
 * @param {() => unknown} tell
 */
function goesOn(x, { url }, tell) {
	try {
		if (tell() === false) return false;
		if (x.s.url !== url) ask(x.where, "url", { url: x.s.url });
		return x.stage === "setup";
	} catch (error) {
		abort(x, error); // or it would stay pending: the caller gets the exception, not the jqXHR
		throw error;
	}
}

/**
 * Adds callbacks by the jqXHR's own method: a prefilter may have put another promise in its place.
 *
 * @param {Exchange} x
 * @param {"done" | "fail"} method
 * @param {any} callbacks
 */
function listen(x, method, callbacks) {
	const list = flatten([callbacks]);
	if (list.length > 0) x.jqXHR[method](list);
}

/** Lets the signal of the settings abort the request, now or later. @param {Exchange} x */
function obey(x) {
	const { signal } = x.s;
	x.unlisten();
	if (!signal) return;
	const aborted = () => abort(x, signal.reason);
	signal.addEventListener("abort", aborted);
	x.unlisten = () => signal.removeEventListener("abort", aborted);
	if (signal.aborted) aborted();
}
