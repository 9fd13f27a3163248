import { blocked, compileBytes, compileResponse } from "./arrive.js";
import { setTimeout } from "../lib/clock.js";
import { GodeferredError, wrongArgument } from "../lib/errors.js";
import { failure } from "./failure.js";
import { checkIntegrity } from "./integrity.js";
import { inNode } from "./node.js";
import { bare, own } from "../lib/own.js";
import { Stall } from "./stall.js";

/** @typedef {string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module} Source */

/** @typedef {{timeout?: number, integrity?: string}} Options */

/** ms without an answer, or without one more byte of it, after which a server is given up. */
const TIMEOUT = 30_000;

/** ms that a browser may need to say that it was the policy that refused. */
const PATIENCE = 500;

const GIVEN = "the wasm given to load";

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
	if (kindOf(source) === "WebAssembly.Module") {
		if (!integrity) return /** @type {WebAssembly.Module} */ (source);
		throw wrongArgument("load", "integrity", "left out with a WebAssembly.Module", integrity);
	}
	const what = nameOf(source);
	if (kindOf(source) === "ArrayBuffer" || ArrayBuffer.isView(source)) {
		return await compileBytes(copyOf(source, what), what, integrity);
	}
	if (inNode && what.startsWith("file:")) return await compileBytes(await readFile(what), what, integrity);
	const stall = new Stall(timeout, what);
	const ended = new AbortController();
	const { signal } = ended;
	const compiling = async () =>
		compileResponse(await ask(source, what, signal), what, stall, signal, integrity);
	try {
		return await Promise.race([stall.stalled, compiling()]);
	} finally {
		stall.end();
		ended.abort(); // What has failed is not downloaded to its end; what has come is not touched by it.
	}
}

/**
 * The address of the wasm, or what to call it.
 *
 * @param {Source | undefined} source
 */
export const nameOf = (source) =>
	typeof source === "string" || kindOf(source) === "URL" ? String(source) : GIVEN;

/**
 * The platform's name for what kind of object this is, another frame's too, which instanceof does not know.
 *
 * @param {unknown} value
 */
function kindOf(value) {
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/**
 * The response that a source means.
 *
 * @param {any} source
 * @param {string} what
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
async function ask(source, what, signal) {
	if (what !== GIVEN) return fetchFrom(what, signal);
	let response;
	try {
		response = await source;
	} catch (error) {
		throw failure("network", `${what} could not be fetched`, error);
	}
	if (kindOf(response) === "Response") return response;
	const expected = "a URL, a Response or a promise of one, bytes or a WebAssembly.Module";
	throw wrongArgument("load", "wasm", expected, response);
}

/**
 * What is compiled is what was checked: bytes that others can write to meanwhile are copied.
 *
 * @param {any} source
 * @param {string} what
 */
function copyOf(source, what) {
	try {
		const bytes = ArrayBuffer.isView(source)
			? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
			: new Uint8Array(source);
		return bytes.slice();
	} catch (error) {
		throw failure("cut-short", `${what} cannot be read`, error); // its buffer was given away to a worker
	}
}

/**
 * Node's fetch does not read files.
 *
 * @param {string} url
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readFile(url) {
	try {
		// No import: it would have to be left alone by bundlers.
		const { promises } = /** @type {any} */ (globalThis).process.getBuiltinModule("node:fs");
		return await promises.readFile(new URL(url));
	} catch (error) {
		throw failure("not-found", `${url} could not be read`, error);
	}
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function fetchFrom(url, signal) {
	try {
		new globalThis.Request(url, bare({}));
	} catch (error) {
		throw failure("not-found", `${url} is not an address`, error);
	}
	/** @type {(value?: unknown) => void} */
	let tell = () => {};
	const refused = new Promise((resolve) => {
		tell = resolve;
	});
	// A document's events come up to the window; a worker's are its own.
	const scope = /** @type {any} */ (globalThis);
	scope.addEventListener?.(
		"securitypolicyviolation",
		(/** @type {any} */ { effectiveDirective }) => effectiveDirective === "connect-src" && tell(true),
		bare({ signal }),
	);
	try {
		// Not the bare name, which a page's `let fetch` would take.
		return await scope.fetch(url, bare({ credentials: "same-origin", signal }));
	} catch (error) {
		setTimeout(tell, PATIENCE); // The event comes after the rejection, in Firefox tasks later.
		throw (await refused)
			? blocked("connect-src", error)
			: failure("network", `${url} could not be fetched`, error);
	}
}

/**
 * Refuses a wasm of another build, or of other rules, before it runs.
 *
 * @param {WebAssembly.Module} module
 * @param {string} build its own and the hash of its tables, a line each
 * @param {string} what
 */
export function checkBuild(module, build, what) {
	const [section] = WebAssembly.Module.customSections(module, "godeferred");
	if (!section) throw failure("mismatch", `${what} is not godeferred.wasm`);
	const other = new globalThis.TextDecoder().decode(section);
	if (other === build) return;
	const [theirs, ours] = [other, build].map((lines) => lines.replace("\n", " "));
	throw failure("mismatch", `${what} is of another build (${theirs}) than the script (${ours})`);
}
