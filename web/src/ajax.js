import { callGo, startGo } from "./calls.js";
import { wrongArgument } from "./errors.js";
import { promiseOf } from "./promise.js";
import { nextWork } from "./work.js";

// Requests are made by Go; here is the object that jQuery calls jqXHR: a promise that also shows
// the answer.

/**
 * `godeferred.get(url[, success])`: done(data, textStatus, jqXHR), fail(jqXHR, textStatus,
 * errorThrown).
 *
 * @param {string | URL} url
 * @param {((this: any, data: any, textStatus: string, jqXHR: any) => void) | null} [success] added with done
 */
export function get(url, success) {
	if (typeof url !== "string" && !(url instanceof URL)) {
		throw wrongArgument("get", "url", "a string or a URL", url);
	}
	if (success != null && typeof success !== "function") {
		throw wrongArgument("get", "success", "a function", success);
	}
	const number = nextWork();
	const settings = { url: String(url), type: "GET" }; // jQuery's context of the callbacks
	const { jqXHR, fill } = exchange(number);
	const core = startGo("ajax", "get", number, settings.url, settings, jqXHR, fill);
	/** @type {any} */ (promiseOf(core)).promise(jqXHR);
	if (success) jqXHR.done(success);
	return jqXHR;
}

/**
 * A jqXHR that waits for its answer, and the function that Go fills it with.
 *
 * @param {number} number
 */
function exchange(number) {
	/** @type {Headers | null} */
	let headers = null;
	/** @type {Record<string, any>} */
	const jqXHR = {
		readyState: 1,
		/** @param {string} name */
		getResponseHeader: (name) => headers?.get(name) ?? null,
		getAllResponseHeaders: () => (jqXHR.readyState === 1 ? null : headerLines(headers)),
		/** @param {string} [statusText] what `fail` gets as textStatus, if not "abort" */
		abort(statusText) {
			callGo("abort", number, String(statusText || "abort"));
			return this;
		},
	};
	/**
	 * @param {number} readyState
	 * @param {number} status
	 * @param {string} statusText
	 * @param {Headers | null} from
	 * @param {string | undefined} responseText
	 * @param {any} responseJSON
	 */
	const fill = (readyState, status, statusText, from, responseText, responseJSON) => {
		headers = from;
		Object.assign(jqXHR, { readyState, status, statusText });
		if (responseText !== undefined) jqXHR.responseText = responseText;
		if (responseJSON !== undefined) jqXHR.responseJSON = responseJSON;
	};
	return { jqXHR, fill };
}

/**
 * As XMLHttpRequest writes them.
 *
 * @param {Headers | null} headers
 */
function headerLines(headers) {
	let lines = "";
	headers?.forEach((value, name) => {
		lines += `${name}: ${value}\r\n`;
	});
	return lines;
}
