import { GodeferredError, wrongArgument } from "../lib/errors.js";

// Subresource integrity, checked here and not by fetch. With `integrity`, fetch resolves only when the whole
// body has arrived. Then nothing could compile during the transfer, a slow transfer would look like a stalled
// one, and a wrong file like a network error. Nothing runs before it is checked.

/** One hash, as in a script element. */
const form = /^sha(256|384|512)-([\w+/]+={0,2})$/;

/**
 * Checks that `integrity` is a hash. fetch does not check that: it ignores a misspelt one.
 *
 * @param {any} integrity
 * @returns {string} empty if there is nothing to check
 */
export function checkIntegrity(integrity) {
	if (integrity == null || integrity === "") return "";
	if (form.test(integrity)) return integrity;
	throw wrongArgument("load", "integrity", 'one hash, such as "sha384-…"', integrity);
}

/**
 * Whether bytes have the hash in integrity.
 *
 * @param {BufferSource} bytes
 * @param {string} integrity as returned by checkIntegrity
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
