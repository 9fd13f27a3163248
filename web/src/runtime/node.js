/**
 * Whether this is Node, or a platform with Node's own process object. A page's global of that name, an
 * element with that id and a bundler's substitute do not count: only the real one is `[object process]`.
 */
export const inNode = isNode();

function isNode() {
	try {
		return Object.prototype.toString.call(/** @type {any} */ (globalThis).process) === "[object process]";
	} catch {
		return false; // a page's getter
	}
}
