import { judge } from "./judge.js";
import { invoke, member } from "../dom/member.js";
import { trusted } from "../dom/trusted.js";

/**
 * Loads and runs a script with a script element. The page cannot read its status: 200 means that it was
 * loaded, 404 that it was not.
 *
 * @param {import("./exchange.js").Exchange} x
 * @param {import("./plan.js").Plan} _plan
 * @param {import("./send.js").Attempt} attempt
 */
export function sendScript({ s }, _plan, attempt) {
	const script = invoke(document, "createElement", "script");
	for (const name of Object.keys(s.scriptAttrs ?? {})) {
		const value = s.scriptAttrs[name];
		if (value != null && value !== false) script.setAttribute(name, value === true ? name : String(value));
	}
	if (s.nonce) script.nonce = s.nonce;
	if (s.integrity) script.integrity = s.integrity;
	if (s.scriptCharset) script.charset = s.scriptCharset;
	const remove = () => {
		script.onload = script.onerror = null;
		script.remove();
	};
	const ended = (/** @type {number} */ status, /** @type {string} */ statusText) => () => {
		remove();
		if (attempt.again(status, null)) return;
		attempt.answered({ status, statusText, headers: null, verdict: judge(s, status, "none", "") });
	};
	script.onload = ended(200, "load");
	script.onerror = ended(404, "error");
	script.src = trusted("createScriptURL", s.url);
	member(document, "head").append(script);
	return remove;
}
