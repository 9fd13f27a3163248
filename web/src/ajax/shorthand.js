import { wrongArgument } from "../lib/errors.js";
import { request } from "./ajax.js";
import { isPlain } from "../lib/plain.js";

/**
 * `godeferred.get(url[, data][, success][, dataType])` or `get(settings)`, and the same for the other
 * methods.
 *
 * @param {string} where
 * @param {string} method
 */
function shorthand(where, method) {
	return (
		/** @type {any} */ url,
		/** @type {any} */ data,
		/** @type {any} */ success,
		/** @type {any} */ dataType,
	) => {
		if (typeof data === "function" || data === null)
			return send(where, method, url, undefined, data, dataType ?? success);
		return send(where, method, url, data, success, dataType);
	};
}

/**
 * @param {string} where
 * @param {string} type
 * @param {any} url
 * @param {any} data
 * @param {any} success
 * @param {any} dataType
 */
function send(where, type, url, data, success, dataType) {
	const own = isPlain(url) ? url : undefined;
	const address = addressOf(where, own?.url ?? url);
	if (success != null && typeof success !== "function" && !Array.isArray(success)) {
		throw wrongArgument(where, "success", "a function", success);
	}
	return request(where, undefined, { type, dataType, data, success, ...own, url: address });
}

/**
 * @param {string} where
 * @param {any} url
 */
export function addressOf(where, url) {
	if (typeof url !== "string" && !(url instanceof URL))
		throw wrongArgument(where, "url", "a string or a URL", url);
	return String(url);
}

export const get = shorthand("get", "GET");
export const post = shorthand("post", "POST");
export const put = shorthand("put", "PUT");
export const patch = shorthand("patch", "PATCH");
export const del = shorthand("delete", "DELETE");

/**
 * `godeferred.getJSON(url[, data][, success])`
 *
 * @param {any} url
 * @param {any} [data]
 * @param {any} [success]
 */
export function getJSON(url, data, success) {
	if (typeof data === "function") return send("getJSON", "GET", url, undefined, data, "json");
	return send("getJSON", "GET", url, data, success, "json");
}

/**
 * `godeferred.getScript(url[, success])`
 *
 * @param {any} url
 * @param {any} [success]
 */
export function getScript(url, success) {
	return send("getScript", "GET", url, undefined, success, "script");
}
