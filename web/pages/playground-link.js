// The code in an address: the fragment has it as base64url of UTF-8. Browsers send no fragment to the server.

/** Longer addresses are cut or refused by mail programs, chats and some browsers. */
export const MOST = 32_000;

/** @param {string} code */
export function encode(code) {
	let bytes = "";
	for (const byte of new TextEncoder().encode(code)) bytes += String.fromCharCode(byte);
	return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} text
 * @returns {string | null} null if the text is not one that encode has made
 */
export function decode(text) {
	try {
		const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
		return new TextDecoder("utf-8", { fatal: true }).decode(
			Uint8Array.from(bytes, (one) => one.charCodeAt(0)),
		);
	} catch {
		return null;
	}
}

/**
 * What an address asks for.
 *
 * @param {string} hash
 * @returns {{code?: string, example?: string, broken?: boolean}}
 */
export function read(hash) {
	const fields = new URLSearchParams(hash.replace(/^#/, ""));
	const text = fields.get("code");
	const example = fields.get("example") ?? undefined;
	if (text === null) return { example };
	const code = decode(text);
	return code === null ? { example, broken: true } : { example, code };
}

/**
 * The page's address with the code in it, or null if it would be too long.
 *
 * @param {string} code @param {string} [example]
 */
export function linkTo(code, example) {
	const link = new URL(location.pathname, location.href);
	link.hash = `code=${encode(code)}${example ? `&example=${encodeURIComponent(example)}` : ""}`;
	return link.href.length > MOST ? null : link.href;
}
