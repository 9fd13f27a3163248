import { GodeferredError, wrongArgument } from "../lib/errors.js";

// Subresource integrity, checked here and not by fetch: with `integrity`, fetch answers when the whole
// body has come, so that nothing would compile while it arrives, a slow transfer could not be told from one
// that has stopped, and a wrong file not from a network error. Nothing runs before it is checked.

/** One hash, as in a script element. */
const form = /^sha(256|384|512)-([\w+/]+={0,2})$/;

/**
 * Checks that `integrity` names a hash, which fetch does not: it takes a misspelt one for none.
 *
 * @param {any} integrity
 * @returns {string} empty where there is nothing to check
 */
export function checkIntegrity(integrity) {
	if (integrity == null || integrity === "") return "";
	if (form.test(integrity)) return integrity;
	throw wrongArgument("load", "integrity", 'one hash, such as "sha384-…"', integrity);
}

/**
 * Whether bytes are those that integrity names.
 *
 * @param {BufferSource} bytes
 * @param {string} integrity that has been checked
 */
export async function matches(bytes, integrity) {
	const { subtle } = globalThis.crypto;
	if (!subtle)
		throw new GodeferredError(
			"unsupported",
			"integrity can be checked on pages from https or localhost only",
		);
	const [, bits, hash] = /** @type {RegExpExecArray} */ (form.exec(integrity));
	const digest = new Uint8Array(await subtle.digest(`SHA-${bits}`, bytes));
	return btoa(String.fromCharCode(...digest)) === hash;
}
