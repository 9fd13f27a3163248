import { member } from "../dom/member.js";

// Asking the rules takes about half the time of a request (18 of 40 µs, measured in Node with fetch
// replaced). For most URLs only the prefix matters: a path without a fragment, with or without an http
// origin. The rules are asked once about the shortest URL of such a kind; the answer holds for them all.

// ajax/internal/rules/standin_test.go reads both patterns and checks that they hold.
const ordinary = /^(https?:\/\/[\w.-]+(?::\d+)?)?\/(?:[^/\\#\s][^\\#\s]*)?$/i;
const relative = /^[\w.-][^\\#\s:]*$/;

/**
 * The shortest URL of the same kind, or "" where the rules must see the URL itself.
 *
 * @param {string} url
 * @param {string} data that the rules put into it: then it counts whether there is a query
 */
export function standIn(url, data) {
	const match = ordinary.exec(url);
	if (!match && !relative.test(url)) return "";
	return `${match?.[1] ?? ""}/${data && url.includes("?") ? "?" : ""}`;
}

/** The base of relative URLs; undefined without a document. */
export const baseOf = () => member(globalThis.document, "baseURI");

const at = /^[^?#]*@/;

/**
 * Whether a URL has a user name or a password, itself or from its base. fetch refuses such URLs.
 *
 * @param {string} url
 */
export function hasCredentials(url) {
	const base = baseOf();
	if (!at.test(url) && !at.test(base ?? "")) return false;
	try {
		const { username, password } = new URL(url, base);
		return !!(username || password);
	} catch {
		return false;
	}
}

/** scheme://host of the page; "" where there is none. */
export const here = globalThis.location ? `${location.protocol}//${location.host}` : "";

let lastURL = "";
let lastBase = "";
let lastOrigin = "";

/**
 * scheme://host of a URL, "" where the page's parser refuses it.
 *
 * @param {string} url
 */
export function originOf(url) {
	const base = baseOf();
	// Most requests go to the same origin as the one before, and parsing takes 3 µs.
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
