import { wrongArgument } from "./errors.js";
import { bare } from "./own.js";

// Subresource integrity, checked here and not by fetch: with `integrity`, fetch answers when the whole
// body has come, so that nothing would compile while it arrives, a slow transfer could not be told from one
// that has stopped, and a wrong file not from a network error. Nothing runs before it is checked.

/**
 * Checks that `integrity` names a hash, which fetch does not: it takes a misspelt one for none.
 *
 * @param {unknown} integrity as in a script element
 * @returns {string} empty where there is nothing to check
 */
export function checkIntegrity(integrity) {
	if (integrity == null || integrity === "") return "";
	if (typeof integrity !== "string" || strongest(integrity).length === 0) {
		throw wrongArgument("load", "integrity", 'a hash, such as "sha384-…"', integrity);
	}
	return integrity;
}

/**
 * Whether bytes are those that integrity names.
 *
 * @param {BufferSource} bytes
 * @param {string} integrity that has been checked
 */
export async function matches(bytes, integrity) {
	const { subtle } = globalThis.crypto ?? {};
	if (!subtle) return matchesByFetch(bytes, integrity);
	const hashes = strongest(integrity);
	const digest = new Uint8Array(await subtle.digest(`SHA-${hashes[0].bits}`, bytes));
	const found = btoa(String.fromCharCode(...digest));
	return hashes.some(({ hash }) => hash === found);
}

/**
 * The same for a page without `crypto.subtle`, which plain http lacks. A policy may keep such a page from
 * fetching blobs: then nothing matches.
 *
 * @param {BufferSource} bytes
 * @param {string} integrity
 */
async function matchesByFetch(bytes, integrity) {
	const address = URL.createObjectURL(new Blob([bytes]));
	try {
		await globalThis.fetch(address, bare({ integrity }));
		return true;
	} catch {
		return false;
	} finally {
		URL.revokeObjectURL(address);
	}
}

/**
 * The hashes that count. Subresource Integrity 3.3.2: only those of the strongest algorithm.
 *
 * @param {string} integrity
 */
function strongest(integrity) {
	const all = [...integrity.matchAll(/(?:^|\s)sha(256|384|512)-([\w+/-]+={0,2})(?=[\s?]|$)/g)].map(
		(found) => ({
			bits: Number(found[1]),
			hash: found[2].replaceAll("-", "+").replaceAll("_", "/"),
		}),
	);
	const most = Math.max(...all.map(({ bits }) => bits));
	return all.filter(({ bits }) => bits === most);
}
