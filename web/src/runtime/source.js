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

/** Default timeout in ms: the time without a response, or without one more byte of it. */
const TIMEOUT = 30_000;

/** ms to wait for the event which says that the policy refused the request. */
const PATIENCE = 500;

const GIVEN = "the wasm given to load";

/**
 * Gets and compiles the wasm, during the transfer if possible. It rejects with a GodeferredError whose code
 * says why, or with a TypeError for a wrong argument. It always settles.
 *
 * @param {Source | undefined} source
 * @param {Options} [options] `timeout`: ms without progress, Infinity for no limit; `integrity`: as in a
 *   script element, checked before anything of the wasm can run
 * @param {string} [expected] the integrity if options have none
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source, options, expected) {
	if (typeof WebAssembly !== "object") {
		throw new GodeferredError("unsupported", "this browser has no WebAssembly, or it is turned off");
	}
	const timeout = own(options, "timeout") ?? TIMEOUT;
	if (typeof timeout !== "number" || !(timeout > 0)) {
		throw wrongArgument("load", "timeout", "a number of milliseconds above 0", timeout);
	}
	const integrity = checkIntegrity(own(options, "integrity") ?? expected);
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
		compileResponse(await responseOf(source, what, signal), what, stall, signal, integrity);
	try {
		return await Promise.race([stall.stalled, compiling()]);
	} finally {
		stall.end();
		ended.abort(); // Stops the download after a failure. No effect on a response that is complete.
	}
}

/**
 * The address of the wasm, or a name for it in errors.
 *
 * @param {Source | undefined} source
 */
export const nameOf = (source) =>
	typeof source === "string" || kindOf(source) === "URL" ? String(source) : GIVEN;

/**
 * The platform's name for the kind of an object. Unlike instanceof, it works for objects of another frame.
 *
 * @param {unknown} value
 */
function kindOf(value) {
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/**
 * Gets the response of a source.
 *
 * @param {any} source
 * @param {string} what
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
async function responseOf(source, what, signal) {
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
 * Copies the bytes, because others may write to them after the check.
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
		throw failure("cut-short", `${what} cannot be read`, error); // its buffer is detached, as by a worker
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
		// Not an import: bundlers would try to resolve it.
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
	// A document's events bubble to the window. A worker's are fired at its global scope.
	const scope = /** @type {any} */ (globalThis);
	scope.addEventListener?.(
		"securitypolicyviolation",
		(/** @type {any} */ { effectiveDirective }) => effectiveDirective === "connect-src" && tell(true),
		bare({ signal }),
	);
	try {
		// Not the bare name: a page's `let fetch` would shadow it.
		return await scope.fetch(url, bare({ credentials: "same-origin", signal }));
	} catch (error) {
		setTimeout(tell, PATIENCE); // The event comes after the rejection, in Firefox tasks later.
		throw (await refused)
			? blocked("connect-src", error)
			: failure("network", `${url} could not be fetched`, error);
	}
}

/**
 * Refuses a runtime of another build or with other rules, before it runs. Returns whether the wasm is the
 * default runtime; if not, it is a page's own Go program, which says what it is when it starts.
 *
 * @param {WebAssembly.Module} module
 * @param {string} build the script's build and the hash of its tables, a line each
 * @param {string} what
 */
export function checkBuild(module, build, what) {
	const [section] = WebAssembly.Module.customSections(module, "godeferred");
	if (!section) {
		const imports = WebAssembly.Module.imports(module);
		if (imports.length > 0 && imports.every((one) => one.module === "gojs")) return false;
		throw failure("mismatch", `${what} is not godeferred.wasm`);
	}
	const other = new globalThis.TextDecoder().decode(section);
	if (other === build) return true;
	const [theirs, ours] = [other, build].map((lines) => lines.replace("\n", " "));
	throw failure("mismatch", `${what} is of another build (${theirs}) than the script (${ours})`);
}
