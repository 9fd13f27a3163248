import { GodeferredError } from "../lib/errors.js";

// Every way in which the runtime can fail to start, with advice for each.

/** @type {Partial<Record<import("../lib/errors.js").ErrorCode, string>>} */
const advice = {
	"not-found": "put godeferred.wasm beside the script, or say where it is by data-wasm or load({ wasm })",
	"wrong-type": 'serve it as "application/wasm", with "Content-Encoding: gzip" if it is compressed',
	"cut-short": "the file is damaged, or its transfer was cut short",
	network: "check the server, and CORS if the page is of another origin; a Response must not have been read",
	policy: "script-src needs 'wasm-unsafe-eval', and connect-src the address of godeferred.wasm",
	timeout: "call load() again, or allow more time with load({ timeout })",
	ended: "load() starts it again; its own errors are in the console",
	mismatch: "deploy the files of one build together, and clear caches that mix them",
};

/**
 * @param {import("../lib/errors.js").ErrorCode} code one that has advice
 * @param {string} what happened
 * @param {unknown} [cause] the platform's own error; its message is shown, too
 */
export function failure(code, what, cause) {
	const why = cause === undefined ? "" : ` (${messageOf(cause)})`;
	return new GodeferredError(code, `${what}${why}: ${advice[code]}`, cause);
}

/** @param {unknown} cause */
function messageOf(cause) {
	if (!(cause instanceof Error)) return String(cause);
	const { code } = /** @type {any} */ (cause.cause) ?? {}; // Node gives the reason only there
	return code ? `${cause.message}: ${code}` : cause.message;
}
