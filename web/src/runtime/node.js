/**
 * Whether this is Node, or something with Node's own process. A page's global of that name, an element
 * with that id and a bundler's substitute are not: only the real one is a `[object process]`.
 */
export const inNode = isNode();

function isNode() {
	try {
		return Object.prototype.toString.call(/** @type {any} */ (globalThis).process) === "[object process]";
	} catch {
		return false; // a page's getter
	}
}
