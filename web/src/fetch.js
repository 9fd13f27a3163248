import { receive } from "./arrive.js";
import { compileBytes } from "./bytes.js";
import { GodeferredError, wrongArgument } from "./errors.js";
import { blocked, messageOf, mismatch, notFound, unreachable } from "./failure.js";
import { checkIntegrity } from "./integrity.js";
import { inNode } from "./node.js";
import { own } from "./own.js";
import { watchPolicy } from "./policy.js";
import { GIVEN, kindOf, wrongSource } from "./source.js";

export { mark } from "./mark.js";

/** @typedef {import("./source.js").Source} Source */

/** @typedef {import("./source.js").Options} Options */

/** ms without an answer, or without one more byte of it, after which a server is given up. */
const TIMEOUT = 30_000;

/**
 * Gets and compiles the wasm, as it arrives where it can. It rejects with a GodeferredError whose code
 * says why, or with a TypeError for a wrong argument, and always settles.
 *
 * @param {Source | undefined} source
 * @param {Options} [options] `timeout`: ms without progress, Infinity for no limit; `integrity`: as in a
 *   script element, checked before anything of the wasm can run
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source, options) {
	if (typeof WebAssembly !== "object") {
		throw new GodeferredError("unsupported", "this browser has no WebAssembly, or it is turned off");
	}
	const timeout = own(options, "timeout") ?? TIMEOUT;
	if (typeof timeout !== "number" || !(timeout > 0)) {
		throw wrongArgument("load", "timeout", "a number of milliseconds above 0", timeout);
	}
	const integrity = checkIntegrity(own(options, "integrity"));
	const kind = kindOf(source);
	if (kind === "WebAssembly.Module") {
		if (!integrity) return /** @type {WebAssembly.Module} */ (source);
		throw wrongArgument("load", "integrity", "left out with a WebAssembly.Module", integrity);
	}
	if (kind === "ArrayBuffer" || ArrayBuffer.isView(source)) {
		return await compileBytes(/** @type {BufferSource} */ (source), GIVEN, integrity);
	}
	if (typeof source === "string" || kind === "URL") {
		return await compileFrom(String(source), timeout, integrity);
	}
	if (kind === "Response" || isThenable(source)) {
		const ask = () =>
			Promise.resolve(/** @type {any} */ (source)).catch((error) => {
				throw unreachable(GIVEN, error);
			});
		return await receive(ask, GIVEN, timeout, integrity);
	}
	throw wrongSource(source);
}

/**
 * @param {any} value
 * @returns {value is PromiseLike<Response>}
 */
function isThenable(value) {
	return typeof value?.then === "function";
}

/**
 * @param {string} url
 * @param {number} timeout
 * @param {string} integrity
 */
async function compileFrom(url, timeout, integrity) {
	if (url.startsWith("file:") && inNode) {
		// Node's fetch does not read files.
		const { readFile } = await import("node:fs/promises");
		let bytes;
		try {
			bytes = await readFile(new URL(url));
		} catch (error) {
			throw notFound(url, `could not be read (${error})`);
		}
		return await compileBytes(bytes, url, integrity);
	}
	try {
		new globalThis.Request(url, /** @type {any} */ ({ __proto__: null }));
	} catch (error) {
		throw notFound(url, `is not an address (${messageOf(error)})`);
	}
	const violations = watchPolicy();
	const ask = (/** @type {AbortSignal} */ signal) => {
		const init = { __proto__: null, credentials: "same-origin", signal };
		// Not the bare name, which a page's `let fetch` would take.
		return globalThis.fetch(url, /** @type {any} */ (init)).catch(async (error) => {
			const directive = await violations.directive();
			throw directive ? blocked(directive, error) : unreachable(url, error);
		});
	};
	try {
		return await receive(ask, url, timeout, integrity);
	} finally {
		violations.stop();
	}
}

/**
 * Refuses a wasm of another build before it runs.
 *
 * @param {WebAssembly.Module} module
 * @param {string} build
 * @param {string} what
 */
export function checkBuild(module, build, what) {
	const [section] = WebAssembly.Module.customSections(module, "godeferred");
	const other = section ? new globalThis.TextDecoder().decode(section) : null;
	if (other !== build) throw mismatch(what, build, other);
}
