import { originOf, standIn } from "./address.js";
import { ask, askOnce } from "../rules/ajax.js";
import { firstType, inURL, isScript } from "./datatype.js";
import { own } from "../lib/own.js";
import { nonce } from "./nonce.js";
import { isPlain } from "../lib/plain.js";
import { param } from "./param.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * @typedef {object} Plan
 * @property {string} url to be requested
 * @property {boolean} jsonp
 * @property {string} cacheURL the key by which ifModified remembers the answer
 * @property {string} accept
 * @property {string} credentials
 * @property {boolean} script whether an element loads it
 * @property {boolean} sendContentType
 */

/** scheme://host of the page; "" where there is none. */
const here = globalThis.location ? `${location.protocol}//${location.host}` : "";

/**
 * Reads the data now, and turns them into text where needed: later changes by the caller do not count.
 *
 * @param {Settings} s
 * @param {Record<string, any>} options the settings that the caller gave
 */
export function prepare(s, options) {
	const first = firstType(s.dataType);
	const jsonp = first === "jsonp";
	if (jsonp && typeof s.jsonpCallback === "function") s.jsonpCallback = s.jsonpCallback();
	// jQuery: a script comes from a cache only if asked for, and beforeSend sees `cache: false`.
	if (isScript(first) && s.cache === undefined) s.cache = false;
	prepareData(s, options);
	if (inURL(first, s.type) && s.data instanceof URLSearchParams) s.data = String(s.data);
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
	const first = firstType(s.dataType);
	const jsonp = first === "jsonp";
	const text = typeof s.data === "string";
	// The letters are those of ajax/bundle.
	const asked =
		flag("d", s.data) +
		flag("t", text) +
		flag("p", s.processData && text) +
		flag("f", s.contentType === false) +
		flag("o", options.contentType) +
		flag("c", s.cache === false) +
		flag("h", s.headers) +
		flag("a", s.scriptAttrs) +
		flag("w", own(s.xhrFields, "withCredentials")) +
		(s.crossDomain == null ? "" : s.crossDomain ? "x" : "y");
	const busting = s.cache === false;
	const inText = inURL(first, s.type) && text ? s.data : "";
	const short = busting || inText ? "" : standIn(s.url);
	const address = short || s.url;
	const [flags, method, credentials, accept, types, ...urls] = (short ? askOnce : ask)(
		where,
		"plan",
		asked,
		busting ? nonce() : "",
		jsonp && s.jsonp !== false ? s.jsonp : "",
		jsonp ? s.jsonpCallback : "",
		here,
		s.crossDomain == null ? originOf(address) : "",
		s.credentials ?? "",
		s.type,
		s.dataType ?? "",
		s.contentType || "",
		own(s.accepts, jsonp ? "script" : first) || "",
		s.accepts["*"],
		inText,
		address,
	);
	const [cacheURL, url, data] = short ? [s.url, s.url, ""] : urls;
	const is = (/** @type {string} */ letter) => flags.includes(letter);
	Object.assign(s, {
		type: method,
		url,
		crossDomain: is("x"),
		hasContent: is("b"),
		dataTypes: types.split(" "),
	});
	if (data) s.data = data;
	if (!s.hasContent && s.data && text) delete s.data; // it is in the URL
	if (is("e")) s.data = s.data.replace(/%20/g, "+");
	return { url, jsonp, cacheURL, accept, credentials, script: is("s"), sendContentType: is("c") };
}

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
	if (data && s.processData && typeof data !== "string") s.data = param(data, s.traditional);
}

/**
 * @param {string} letter
 * @param {any} set
 */
const flag = (letter, set) => (set ? letter : "");
