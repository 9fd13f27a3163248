// Last-Modified and ETag of the answers to requests with ifModified, by URL.

/** In the order of the answers. @type {Map<string, [lastModified: string | null, etag: string | null]>} */
const seen = new Map();

// A page may ask new URLs as long as it lives. The URL answered longest ago is forgotten: its next answer is a
// complete one.
const MOST = 10_000;

/**
 * @param {string} url
 * @param {Headers | null} headers
 */
export function remember(url, headers) {
	const [modified, tag] = seen.get(url) ?? [null, null];
	seen.delete(url);
	seen.set(url, [headers?.get("last-modified") || modified, headers?.get("etag") || tag]);
	if (seen.size > MOST) seen.delete(/** @type {string} */ (seen.keys().next().value));
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
