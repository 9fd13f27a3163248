import { blocked, cutShort, mayCompile, mismatch, notFound, unreachable, wrongType } from "./failure.js";
import { GodeferredError, wrongArgument } from "./errors.js";

/** @typedef {string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module} Source */

/**
 * Gets and compiles the wasm, as it arrives where it can.
 *
 * @param {Source | undefined} source
 * @param {any} _options
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source, _options) {
	if (typeof WebAssembly !== "object") {
		throw new GodeferredError("unsupported", "this browser has no WebAssembly, or it is turned off");
	}
	if (source instanceof WebAssembly.Module) return source;
	if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
		return await compileBytes(/** @type {BufferSource} */ (source), "the wasm given to load");
	}
	if (typeof source === "string" || source instanceof URL) {
		return await compileFrom(String(source));
	}
	if (isThenable(source) || isResponse(source)) {
		const response = await source;
		if (!isResponse(response)) throw wrongSource(response);
		return await compileResponse(response, response.url || "the response given to load");
	}
	throw wrongSource(source);
}

/** @param {unknown} got */
function wrongSource(got) {
	return wrongArgument(
		"load",
		"wasm",
		"a URL, a Response or a promise of one, bytes or a WebAssembly.Module",
		got,
	);
}

/**
 * @param {any} value
 * @returns {value is PromiseLike<Response>}
 */
function isThenable(value) {
	return typeof value?.then === "function";
}

/**
 * @param {any} value
 * @returns {value is Response}
 */
function isResponse(value) {
	return typeof Response === "function" && value instanceof Response;
}

/** @param {string} url */
async function compileFrom(url) {
	if (url.startsWith("file:") && typeof process === "object" && process.versions?.node) {
		// Node's fetch does not read files.
		const { readFile } = await import("node:fs/promises");
		let bytes;
		try {
			bytes = await readFile(new URL(url));
		} catch (error) {
			throw notFound(url, `could not be read (${error})`);
		}
		return await compileBytes(bytes, url);
	}
	const violations = watchPolicy();
	try {
		let response;
		try {
			response = await fetch(url, { credentials: "same-origin" });
		} catch (error) {
			const directive = await violations.directive();
			throw directive ? blocked(directive, error) : unreachable(url, error);
		}
		return await compileResponse(response, url);
	} finally {
		violations.stop();
	}
}

/**
 * @param {Response} response
 * @param {string} url
 */
async function compileResponse(response, url) {
	if (!response.ok) throw notFound(url, `answered with HTTP status ${response.status}`);
	const type = (response.headers.get("Content-Type") ?? "").split(";")[0].trim().toLowerCase();
	if (type !== "application/wasm") throw wrongType(url, type);
	mark("fetched");
	try {
		return await WebAssembly.compileStreaming(response);
	} catch (error) {
		throw reasonOf(error, url);
	}
}

/**
 * @param {BufferSource} bytes
 * @param {string} what
 */
async function compileBytes(bytes, what) {
	mark("fetched");
	try {
		return await WebAssembly.compile(bytes);
	} catch (error) {
		throw reasonOf(error, what);
	}
}

/**
 * @param {unknown} error
 * @param {string} what
 */
function reasonOf(error, what) {
	return mayCompile() ? cutShort(what, error) : blocked("script-src", error);
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
	const other = section ? new TextDecoder().decode(section) : null;
	if (other !== build) throw mismatch(what, build, other);
}

/**
 * A mark on the page's timeline, for the visitor's tools.
 *
 * @param {"fetched" | "compiled" | "ready"} step
 */
export function mark(step) {
	performance.mark?.(`godeferred:${step}`);
}

/** ms that a browser may need to say that it was the policy that refused. */
const PATIENCE = 500;

/** Listens for the policy's refusals while the wasm is fetched. */
function watchPolicy() {
	let refused = "";
	let told = () => {};
	const listen = (/** @type {any} */ event) => {
		refused ||= event.effectiveDirective;
		told();
	};
	// A document's come up to the window; a worker's are its own.
	const scope = /** @type {any} */ (globalThis);
	scope.addEventListener?.("securitypolicyviolation", listen);
	return {
		/** The directive that refused, if one did: the event comes after the rejection, in Firefox tasks later. */
		directive: async () => {
			if (refused) return refused;
			await new Promise((/** @type {(value?: any) => void} */ resolve) => {
				told = resolve;
				setTimeout(resolve, PATIENCE);
			});
			return refused;
		},
		stop: () => scope.removeEventListener?.("securitypolicyviolation", listen),
	};
}
