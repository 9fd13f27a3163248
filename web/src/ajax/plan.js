import { here, originOf, standIn } from "./address.js";
import { ask, askOnce } from "../rules/wire.js";
import { inURL, isScript, typesOf } from "./datatype.js";
import { own } from "../lib/own.js";
import { nonce } from "./nonce.js";
import { isPlain } from "../lib/plain.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * What the rules plan to request. `url` is that of the settings, and `cacheURL` the key by which ifModified
 * remembers the answer; `script` says that an element loads it.
 *
 * @typedef {import("../rules/wire.js").Rules["plan"]["answers"] & {jsonp: boolean}} Plan
 */

/**
 * What jQuery's own prefilters do, in front of the page's.
 *
 * @param {Settings} s
 * @param {Record<string, any>} options the settings that the caller gave
 */
export function prepare(s, options) {
	s.dataTypes = typesOf(s.dataType);
	const [first] = s.dataTypes;
	if (first === "jsonp" && typeof s.jsonpCallback === "function") s.jsonpCallback = s.jsonpCallback();
	// jQuery: a script comes from a cache only if asked for, and beforeSend sees `cache: false`.
	if (isScript(first) && s.cache === undefined) s.cache = false;
	prepareData(s, options);
}

/**
 * Turns the data into text where needed.
 *
 * @param {import("./members.js").Host} host
 * @param {Settings} s
 */
export function writeData(host, s) {
	if (s.data && s.processData && typeof s.data !== "string") s.data = host.param(s.data, s.traditional);
	if (inURL(s.dataTypes[0], s.type) && s.data instanceof URLSearchParams) s.data = String(s.data);
}

/**
 * Asks the rules what to request, and writes it to the settings.
 *
 * @param {string} where
 * @param {Settings} s
 * @param {Record<string, any>} options the settings that the caller gave
 * @returns {Plan}
 */
export function plan(where, s, options) {
	const [first] = s.dataTypes;
	const jsonp = first === "jsonp";
	const text = typeof s.data === "string";
	const busting = s.cache === false;
	const inText = inURL(first, s.type) && text ? s.data : "";
	const short = busting || jsonp ? "" : standIn(s.url, inText); // the rules put these into the URL
	const url = short || s.url;
	const place = short || !needsReading(s, inText, jsonp) ? PLACE : "";
	const put = (/** @type {string} */ to = "") => (place && inText ? to.replace(place, () => inText) : to);
	/** @satisfies {import("../rules/wire.js").Rules["plan"]["asks"]} */
	const fields = {
		url,
		method: s.type,
		dataType: s.dataTypes.join(" ") || " ",
		contentType: s.contentType,
		data: inText && (place || inText),
		accepts: own(s.accepts, jsonp ? "script" : first),
		acceptsAny: s.accepts["*"],
		hasData: !!s.data,
		text,
		process: !!s.processData && text,
		noContentType: s.contentType === false,
		ownContentType: !!options.contentType,
		bust: busting,
		nonce: busting && nonce(),
		headers: !!s.headers,
		scriptAttrs: !!s.scriptAttrs,
		crossDomain: s.crossDomain == null ? "" : s.crossDomain ? "yes" : "no",
		origin: s.crossDomain == null && originOf(url),
		pageOrigin: here,
		credentials: s.credentials,
		withCredentials: !!own(s.xhrFields, "withCredentials"),
		jsonp: jsonp && s.jsonp,
		jsonpCallback: jsonp && s.jsonpCallback,
	};
	const answer = short ? askOnce(where, "plan", fields)[0] : ask(where, "plan", fields);
	const cacheURL = short ? s.url + put(answer.cacheURL.slice(short.length)) : put(answer.cacheURL);
	Object.assign(s, {
		type: answer.method,
		url: short ? s.url + put(answer.url.slice(short.length)) : put(answer.url),
		crossDomain: !!answer.cross,
		hasContent: !!answer.body,
		dataTypes: [...answer.types], // the page may change it, and the answer is remembered
	});
	if (answer.data) s.data = answer.data;
	if (!s.hasContent && s.data && text) delete s.data; // it is in the URL
	if (answer.form) s.data = s.data.replace(/%20/g, "+");
	return { ...answer, jsonp, url: s.url, cacheURL };
}

/**
 * Stands for the data of a URL in the question: the rules say where they go. Long data take a multiple of their own
 * time on the way to Go and back.
 */
const PLACE = "\x01";

/** Whether a rule reads the data: it replaces what keeps caches away, and the place of a JSONP callback. @param {Settings} s @param {string} data @param {boolean} jsonp */
const needsReading = ({ url, cache }, data, jsonp) =>
	(cache === false && data.includes("_=")) || (jsonp && data.includes("?")) || url.includes(PLACE);

/**
 * @param {Settings} s
 * @param {Record<string, any>} options
 */
function prepareData(s, options) {
	const { data } = s;
	if (typeof data !== "string" && !isPlain(data) && !Array.isArray(data) && !("processData" in options)) {
		s.processData = false; // anything else, such as a Blob, is sent unchanged
	}
	// Only the browser knows the boundary that it puts between the parts.
	if (typeof FormData === "function" && data instanceof FormData) s.contentType = false;
	for (const name of Object.keys(s.headers ?? {})) {
		if (name.toLowerCase() === "content-type") s.contentType = s.headers[name] || "";
	}
}
