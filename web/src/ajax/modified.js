// Last-Modified and ETag of the answers to requests with ifModified, by URL.

/** @type {Map<string, [lastModified: string | null, etag: string | null]>} */
const seen = new Map();

/**
 * @param {string} url
 * @param {Headers | null} headers
 */
export function remember(url, headers) {
	const [modified, tag] = seen.get(url) ?? [null, null];
	seen.set(url, [headers?.get("last-modified") || modified, headers?.get("etag") || tag]);
}

/**
 * @param {string} url
 * @param {(name: string, value: string) => void} setHeader
 */
export function askIfModified(url, setHeader) {
	const [modified, tag] = seen.get(url) ?? [null, null];
	if (modified) setHeader("If-Modified-Since", modified);
	if (tag) setHeader("If-None-Match", tag);
}
