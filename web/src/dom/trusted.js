// Trusted Types and nonces. Only text that a caller has asked to run or to parse comes here.

import { invoke, member } from "./member.js";

/** @type {any} */
let policy;

/**
 * Wraps text for Trusted Types, if the page allows the policy named godeferred. Otherwise returns the
 * text itself: the page's default policy may accept it.
 *
 * @param {"createScript" | "createScriptURL" | "createHTML"} kind
 * @param {string} text
 * @returns {any}
 */
export function trusted(kind, text) {
	const types = /** @type {any} */ (globalThis).trustedTypes;
	if (!types || policy === null) return text;
	try {
		const same = (/** @type {string} */ s) => s;
		policy ??= types.createPolicy("godeferred", {
			createScript: same,
			createScriptURL: same,
			createHTML: same,
		});
	} catch {
		policy = null;
		return text;
	}
	return policy[kind](text);
}

/**
 * Runs a text as a script of the page, at once. It does not use eval: a policy that requires a nonce
 * gets the one of settings.
 *
 * @param {string} text
 * @param {{nonce?: string} | void} settings
 */
export function runScript(text, settings) {
	const script = invoke(document, "createElement", "script");
	if (settings?.nonce) script.nonce = settings.nonce;
	script.text = trusted("createScript", text);
	member(document, "head").appendChild(script).remove();
	return text;
}
