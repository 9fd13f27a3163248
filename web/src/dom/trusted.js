// What a page's policies ask of scripts. Only what a caller has asked to be run comes here.

/** @type {any} */
let policy;

/**
 * The text in the wrapper that Trusted Types asks for, where the page's policy allows ours, which is
 * named godeferred. Elsewhere the text itself: the page's default policy may take it.
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
 * Runs a text as a script of the page, at once. There is no eval in it: a policy that asks for a nonce
 * gets the setting's.
 *
 * @param {string} text
 * @param {{nonce?: string} | void} settings
 */
export function runScript(text, settings) {
	const script = document.createElement("script");
	if (settings?.nonce) script.nonce = settings.nonce;
	script.text = trusted("createScript", text);
	document.head.appendChild(script).remove();
	return text;
}
