// Asking the rules costs about as much as everything else about a request (18 of 40 µs, measured in
// Node with fetch replaced). For most URLs only the prefix matters: those that are a path, with or
// without an http origin before it, and have no fragment. The rules are asked once about the shortest URL of
// such a kind, and their answer holds for all of the kind.

// A test of the rules (ajax/internal/rules/standin_test.go) reads these two, to see that they hold.
const ordinary = /^(https?:\/\/[\w.-]+(?::\d+)?)?\/(?:[^/\\#\s][^\\#\s]*)?$/i;
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
