import { GodeferredError } from "./errors.js";

// Every way in which the runtime can fail to start, and what to do about each.

/** @type {Partial<Record<import("./errors.js").ErrorCode, string>>} */
const advice = {
	"not-found": "put godeferred.wasm beside the script, or name its address with data-wasm or load({ wasm })",
	"wrong-type":
		'have the server send the wasm itself as "application/wasm", and "Content-Encoding: gzip" with it where it is compressed',
	"cut-short": "the transfer was cut short or the file is damaged",
	network:
		"it takes a server, and CORS for a page of another origin or in a sandbox; a Response must be a fresh one",
	policy: "script-src needs 'wasm-unsafe-eval', and connect-src the address of godeferred.wasm",
	timeout: "try load() again, or allow more with load({ timeout })",
	mismatch: "publish the files of one build together, with their own hashes, and clear caches that mix them",
};

/**
 * @param {import("./errors.js").ErrorCode} code one that has advice
 * @param {string} what has happened
 * @param {unknown} [cause] the platform's own error, whose message is shown, too
 */
export function failure(code, what, cause) {
	const why = cause === undefined ? "" : ` (${messageOf(cause)})`;
	return new GodeferredError(code, `${what}${why}: ${advice[code]}`, cause);
}

/** @param {unknown} cause */
function messageOf(cause) {
	if (!(cause instanceof Error)) return String(cause);
	const { code } = /** @type {any} */ (cause.cause) ?? {}; // Node says what was wrong there alone
	return code ? `${cause.message}: ${code}` : cause.message;
}
