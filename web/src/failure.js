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
 * @param {string} how
 * @param {unknown} [cause]
 */
export function cutShort(what, how, cause) {
	return new GodeferredError(
		"cut-short",
		`${what} is not a whole wasm file (${how}): the transfer was cut short or the file is damaged`,
		cause,
	);
}

/**
 * What cannot be read as it was handed over: an opaque response, or one whose body has been read.
 *
 * @param {string} what
 * @param {string} how
 */
export function unreadable(what, how) {
	return new GodeferredError(
		"network",
		`${what} cannot be read (${how}): pass load a fresh one, fetched with CORS`,
	);
}

/**
 * @param {string} what
 * @param {ArrayLike<number>} start its first bytes
 */
export function notWasm(what, start) {
	const hex = Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
	return new GodeferredError(
		"wrong-type",
		`${what} was sent as wasm and is something else, which begins with ${hex}: ` +
			(start[0] === 0x1f && start[1] === 0x8b
				? 'have the server send "Content-Encoding: gzip" with it'
				: "see what its address leads to, and whether a compressed file lacks its Content-Encoding"),
	);
}

/**
 * @param {string} what
 * @param {number} ms
 */
export function timedOut(what, ms) {
	return new GodeferredError(
		"timeout",
		`nothing came of ${what} for ${ms} ms: try load() again, or allow more with load({ timeout })`,
	);
}

/** @param {string} what */
export function altered(what) {
	return new GodeferredError(
		"mismatch",
		`${what} is not the file that integrity names: publish the hash of the file that is served, and look into who has changed it`,
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
			: `${what} is of another build (${lineOf(other)}) than the script (${lineOf(build)}): publish the files of one build together, and clear caches that mix them`,
	);
}

/** @param {string} build */
const lineOf = (build) => build.replace("\n", " ");

/** @param {unknown} cause */
export function messageOf(cause) {
	if (!(cause instanceof Error)) return String(cause);
	const { code } = /** @type {any} */ (cause.cause) ?? {}; // Node says what was wrong there alone
	return code ? `${cause.message}: ${code}` : cause.message;
}
