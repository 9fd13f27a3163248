import { GodeferredError } from "./errors.js";

// Every way in which the runtime can fail to start, and what to do about each.

/** The smallest wasm there is: whether it compiles tells a page's policy from a damaged file. */
const emptyModule = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Whether the page's policy lets wasm be compiled at all. */
export function mayCompile() {
	try {
		new WebAssembly.Module(emptyModule);
		return true;
	} catch {
		return false;
	}
}

/**
 * @param {string} url
 * @param {string} what has happened
 */
export function notFound(url, what) {
	return new GodeferredError(
		"not-found",
		`${url} ${what}: put godeferred.wasm beside the script, or name its address with data-wasm or load({ wasm })`,
	);
}

/**
 * @param {string} url
 * @param {string} type
 */
export function wrongType(url, type) {
	return new GodeferredError(
		"wrong-type",
		`${url} was sent as ${type ? `"${type}"` : "no type at all"}: have the server send .wasm files as "application/wasm"`,
	);
}

/**
 * @param {string} url
 * @param {unknown} cause
 */
export function unreachable(url, cause) {
	return new GodeferredError(
		"network",
		`${url} could not be fetched (${messageOf(cause)}): it takes a server, and CORS for a page of another origin or in a sandbox`,
		cause,
	);
}

/**
 * @param {string} directive of the page's Content-Security-Policy
 * @param {unknown} [cause]
 */
export function blocked(directive, cause) {
	return new GodeferredError(
		"policy",
		`the page's Content-Security-Policy does not let the runtime start (${directive}): ` +
			"script-src needs 'wasm-unsafe-eval', and connect-src the address of godeferred.wasm",
		cause,
	);
}

/**
 * @param {string} what
 * @param {unknown} cause
 */
export function cutShort(what, cause) {
	return new GodeferredError(
		"cut-short",
		`${what} is not a whole wasm file (${messageOf(cause)}): the transfer was cut short or the file is damaged`,
		cause,
	);
}

/**
 * @param {string} what
 * @param {string} build the build of this script
 * @param {string | null} other the build of the wasm, null where it has none
 */
export function mismatch(what, build, other) {
	return new GodeferredError(
		"mismatch",
		other === null
			? `${what} is not godeferred.wasm`
			: `${what} is of another build (${other}) than the script (${build}): publish the files of one build together, and clear caches that mix them`,
	);
}

/** @param {unknown} cause */
function messageOf(cause) {
	return cause instanceof Error ? cause.message : String(cause);
}
