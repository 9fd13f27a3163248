import { judge } from "./judge.js";
import { headersFor } from "./jqxhr.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */

/** The default of the setting `xhr`. */
export const makeXHR = () => new XMLHttpRequest();

const parts = () => {
	const { XMLHttpRequest: own } = globalThis;
	return own ? [own, own.prototype?.open, own.prototype?.send] : [];
};
const atLoad = parts();
const areNative = atLoad.every((one) => /\[native code\]/.test(String(one)));
const { fetch: fetchAtLoad } = globalThis;

/**
 * Whether XMLHttpRequest, or one of its methods, is the page's own, such as a fake server's, now or when the script
 * was loaded. In jsdom it is not native: there a fetch that a test has replaced since counts more.
 */
export const isReplaced = () =>
	parts().some((one, i) => one !== atLoad[i] || (!areNative && globalThis.fetch === fetchAtLoad));

/**
 * @param {Exchange} x
 * @param {import("./plan.js").Plan} plan
 * @param {import("./send.js").Attempt} attempt
 */
export function sendXHR(x, plan, attempt) {
	const { s } = x;
	/** @type {XMLHttpRequest} */
	const xhr = typeof s.xhr === "function" ? s.xhr() : makeXHR();
	xhr.open(s.type, s.url, true, s.username, s.password);
	if (plan.credentials === "include") xhr.withCredentials = true; // the page's xhr may have set it
	const [first] = s.dataTypes;
	if (first === "blob" || first === "arraybuffer") xhr.responseType = first;
	for (const name of Object.keys(s.xhrFields ?? {})) /** @type {any} */ (xhr)[name] = s.xhrFields[name];
	if (s.mimeType && xhr.overrideMimeType) xhr.overrideMimeType(s.mimeType);
	for (const [name, value] of headersFor(x)) xhr.setRequestHeader(name, value);
	xhr.onload = () => {
		try {
			answered(x, attempt, xhr);
		} catch (error) {
			attempt.fail(error); // from a pattern in contents, for example: nothing else would end the request
		}
	};
	xhr.onerror = xhr.onabort = xhr.ontimeout = () => attempt.fail(new TypeError("the request failed"));
	if (x.watched || (isReplaced() && !s.crossDomain)) {
		// A listener triggers a preflight of a cross-origin request: so only where progress is watched.
		xhr.onprogress = ({ loaded, total }) => x.notify("download", loaded, total);
		if (xhr.upload) xhr.upload.onprogress = ({ loaded, total }) => x.notify("upload", loaded, total);
	}
	xhr.send((s.hasContent && s.data) || null);
	return () => xhr.abort();
}

/**
 * @param {Exchange} x
 * @param {import("./send.js").Attempt} attempt
 * @param {XMLHttpRequest} xhr
 */
function answered(x, attempt, xhr) {
	const { status, statusText, responseType } = xhr;
	const headers = headersOf(xhr.getAllResponseHeaders());
	if (attempt.again(status, headers)) return;
	const text = (responseType || "text") === "text";
	const form = text || responseType === x.s.dataTypes[0] ? "" : "binary";
	const verdict = judge(x.s, status, form, x.s.mimeType || headers.get("content-type") || "");
	const body = text ? xhr.responseText : xhr.response;
	attempt.answered({ status, statusText, headers, verdict, body });
}

/** Reads headers, a line each. @param {any} lines */
export function headersOf(lines) {
	const headers = new Headers();
	for (const line of String(lines || "").split(/\r?\n/)) {
		const colon = line.indexOf(":");
		try {
			if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1));
		} catch {
			// A fake server may send odd ones.
		}
	}
	return headers;
}
