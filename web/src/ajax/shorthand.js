import { wrongArgument } from "../lib/errors.js";
import { request } from "./ajax.js";
import { isPlain } from "../lib/plain.js";

/**
 * @param {string} where
 * @param {any} url
 */
export function addressOf(where, url) {
	if (typeof url !== "string" && !(url instanceof URL))
		throw wrongArgument(where, "url", "a string or a URL", url);
	return String(url);
}

/**
 * `get(url[, data][, success][, dataType])` or `get(settings)`, and the same for the other methods; `getJSON(url[,
 * data][, success])` and `getScript(url[, success])`. They make the request by the host's ajax, the last two by its
 * get (jQuery).
 *
 * @param {import("./members.js").Host} host
 * @param {Function} ajax the host's, unless the page has replaced it
 */
export function shorthandsOf(host, ajax) {
	/**
	 * @param {string} where
	 * @param {string} type
	 * @param {any} url
	 * @param {any} data
	 * @param {any} success
	 * @param {any} dataType
	 */
	const send = (where, type, url, data, success, dataType) => {
		if (typeof data === "function" || data === null)
			[data, success, dataType] = [undefined, data, dataType ?? success];
		const own = isPlain(url) ? url : undefined;
		const address = addressOf(where, own?.url ?? url);
		if (success != null && typeof success !== "function" && !Array.isArray(success)) {
			throw wrongArgument(where, "success", "a function", success);
		}
		const settings = { type, dataType, data, success, ...own, url: address };
		return host.ajax === ajax ? request(host, where, undefined, settings) : host.ajax(settings);
	};
	/** @type {Record<string, (...args: any[]) => any>} */
	const all = {};
	for (const name of ["get", "post", "put", "patch", "delete"]) {
		all[name] = (url, data, success, dataType) => send(name, name, url, data, success, dataType);
	}
	const { get } = all;
	/** @param {string} where @param {string} type @param {any} url @param {any} [data] @param {any} [success] */
	const getAs = (where, type, url, data, success) =>
		host.get === get ? send(where, "get", url, data, success, type) : host.get(url, data, success, type);
	all.getJSON = (url, data, success) => getAs("getJSON", "json", url, data, success);
	all.getScript = (url, success) => getAs("getScript", "script", url, undefined, success);
	return all;
}
