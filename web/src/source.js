import { wrongArgument } from "./errors.js";

/** @typedef {string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module} Source */

/** @typedef {{timeout?: number, integrity?: string}} Options */

/** What errors call a wasm that has no address. */
export const GIVEN = "the wasm given to load";

/** @param {unknown} got */
export function wrongSource(got) {
	return wrongArgument(
		"load",
		"wasm",
		"a URL, a Response or a promise of one, bytes or a WebAssembly.Module",
		got,
	);
}

/**
 * The platform's name for what kind of object this is, another frame's too, which instanceof does not know.
 *
 * @param {unknown} value
 */
export function kindOf(value) {
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
}
