// Asking the rules costs about as much as everything else about a request (18 of 40 µs, measured in
// Node with fetch replaced). Of most URLs they look at the beginning only: those that are a path, with
// or without an http origin before it, and have no fragment. For such a one the rules are asked about
// the shortest of its kind, once, and what they answer holds for all.

const ordinary = /^(https?:\/\/[\w.-]+(?::\d+)?)?\/(?![/\\])[^\\#\s]*$/i;
const relative = /^[\w.-][^\\#\s:]*$/;

/**
 * The shortest URL of the same kind, or "" for one that the rules must see themselves.
 *
 * @param {string} url
 */
export function standIn(url) {
	const match = ordinary.exec(url);
	if (match) return `${match[1] ?? ""}/`;
	return relative.test(url) ? "/" : "";
}

let lastURL = "";
let lastBase = "";
let lastOrigin = "";

/**
 * scheme://host of a URL, "" where the page's parser refuses it.
 *
 * @param {string} url
 */
export function originOf(url) {
	const base = globalThis.document?.baseURI;
	// Most requests go where the one before went, and parsing takes 3 µs.
	if (url !== lastURL || base !== lastBase) {
		try {
			const { protocol, host } = new URL(url, base);
			lastOrigin = `${protocol}//${host}`;
		} catch {
			lastOrigin = "";
		}
		lastURL = url;
		lastBase = base;
	}
	return lastOrigin;
}
