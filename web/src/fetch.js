import {
	altered,
	blocked,
	cutShort,
	mayCompile,
	messageOf,
	mismatch,
	notFound,
	notWasm,
	unreachable,
	unreadable,
	wrongType,
} from "./failure.js";
import { GodeferredError, wrongArgument } from "./errors.js";
import { checkIntegrity, matches } from "./integrity.js";
import { inNode } from "./node.js";
import { own } from "./own.js";
import { Sections } from "./sections.js";
import { Stall } from "./stall.js";

/** @typedef {string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module} Source */

/** @typedef {{timeout?: number, integrity?: string}} Options */

/** ms without an answer, or without one more byte of it, after which a server is given up. */
const TIMEOUT = 30_000;

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
 * The platform's name for what kind of object this is, another frame's too, which instanceof does not know.
 *
 * @param {unknown} value
 */
function kindOf(value) {
	return Object.prototype.toString.call(value).slice("[object ".length, -1);
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
 * Compiles a response that is still to come, unless it stalls.
 *
 * @param {(signal: AbortSignal) => Promise<Response>} ask
 * @param {string} what
 * @param {number} timeout
 * @param {string} integrity
 */
async function receive(ask, what, timeout, integrity) {
	const stall = new Stall(timeout, what);
	const ended = new AbortController();
	try {
		return await Promise.race([stall.stalled, compileAnswer(ask, what, stall, ended.signal, integrity)]);
	} finally {
		stall.end();
		ended.abort(); // What has failed is not downloaded to its end; what has come is not touched by it.
	}
}

/**
 * Whether the engine is SpiderMonkey, Firefox's. Its version 140 waits for ever for the rest of a Code
 * section that the file lacks, and with the thread that waits, later compilations do, too. So it is not
 * told that such a body has ended, but that it has failed. Found in Firefox 140, and not in 153.
 */
const waits = "InternalError" in globalThis;

/**
 * What comes too late, ends too early or is not wasm at all is noticed here as the engine compiles it.
 *
 * Where the engine can be left to itself, it takes the response and a clone is read. Chromium 148 keeps
 * compiled code by response: when it is told to keep it early (--wasm-caching-threshold), it does so for
 * a response that was cloned as for one that was not, and never for a new Response made of its stream.
 *
 * @param {(signal: AbortSignal) => Promise<Response>} ask
 * @param {string} what
 * @param {Stall} stall
 * @param {AbortSignal} signal
 * @param {string} integrity
 */
async function compileAnswer(ask, what, stall, signal, integrity) {
	const response = await ask(signal);
	if (kindOf(response) !== "Response") throw wrongSource(response);
	stall.progress();
	const name = response.url || what;
	stall.what = name;
	const type = checkResponse(response, name);
	mark("fetched");
	const checks = checksOf(name, stall, integrity);
	const pipe = (/** @type {Response} */ from, /** @type {WritableStream} */ to) =>
		/** @type {ReadableStream} */ (from.body)
			.pipeTo(to, /** @type {any} */ ({ __proto__: null, signal }))
			.catch((error) => {
				throw error instanceof GodeferredError ? error : cutShort(name, messageOf(error), error);
			});
	let compiling;
	let reading;
	if (waits || type !== "application/wasm") {
		const { readable, writable } = new TransformStream(checks);
		const headers = { __proto__: null, "Content-Type": "application/wasm" }; // without parameters, which compileStreaming refuses
		compiling = WebAssembly.compileStreaming(
			new Response(readable, /** @type {any} */ ({ __proto__: null, headers })),
		);
		reading = pipe(response, writable);
	} else {
		reading = pipe(response.clone(), new WritableStream(checks));
		compiling = WebAssembly.compileStreaming(response);
	}
	const [module] = await Promise.all([
		compiling.catch(async (error) => {
			if (!mayCompile()) throw blocked("script-src", error);
			await reading; // which knows better what was wrong, if it was the file
			throw cutShort(name, messageOf(error), error);
		}),
		reading,
	]);
	return module;
}

/**
 * Refuses a response that cannot be a wasm, by its head.
 *
 * @param {Response} response
 * @param {string} what
 * @returns {string} its Content-Type as it was sent
 */
function checkResponse(response, what) {
	// Of these two nothing is known but that: an opaque one hides its status, too.
	if (response.type === "error") throw unreadable(what, "Response.error()");
	if (response.type.startsWith("opaque")) throw unreadable(what, `its type is ${response.type}`);
	if (!response.ok) throw notFound(what, `answered with HTTP status ${response.status}`);
	if (response.bodyUsed || response.body?.locked) throw unreadable(what, "its body is read elsewhere");
	if (response.status === 204 || response.status === 205) {
		throw notFound(what, `answered with HTTP status ${response.status}, without content`);
	}
	const sent = response.headers.get("Content-Type") ?? "";
	const type = sent.split(";")[0].trim().toLowerCase();
	if (type !== "application/wasm") throw wrongType(what, type);
	if (response.body === null) throw cutShort(what, "it is empty");
	return sent;
}

/**
 * Where a body goes, or what it passes through, that fails if the body is not a whole wasm.
 *
 * @param {string} what
 * @param {Stall} stall which is told of progress, and of the end
 * @param {string} integrity
 */
function checksOf(what, stall, integrity) {
	const sections = new Sections();
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const pieces = [];
	const write = (/** @type {Uint8Array<ArrayBuffer>} */ piece) => {
		stall.progress();
		sections.add(piece);
		if (!sections.isWasm) throw notWasm(what, sections.start);
		if (integrity) pieces.push(piece);
	};
	const close = async () => {
		stall.end();
		checkWhole(sections, what);
		if (integrity) await check(await new Blob(pieces).arrayBuffer(), what, integrity);
	};
	return /** @type {any} */ ({
		__proto__: null,
		write,
		close,
		transform(/** @type {any} */ piece, /** @type {TransformStreamDefaultController} */ to) {
			write(piece);
			to.enqueue(piece);
		},
		flush: close,
	});
}

/**
 * @param {BufferSource} source
 * @param {string} what
 * @param {string} integrity
 */
async function compileBytes(source, what, integrity) {
	mark("fetched");
	const bytes = bytesOf(source, what);
	const sections = new Sections();
	sections.add(bytes);
	if (!sections.isWasm) throw notWasm(what, sections.start);
	checkWhole(sections, what);
	if (integrity) await check(bytes, what, integrity);
	try {
		return await WebAssembly.compile(bytes);
	} catch (error) {
		throw mayCompile() ? cutShort(what, messageOf(error), error) : blocked("script-src", error);
	}
}

/**
 * What is compiled is what was checked: bytes that others can write to meanwhile are copied.
 *
 * @param {any} source
 * @param {string} what
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(source, what) {
	try {
		const bytes = ArrayBuffer.isView(source)
			? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
			: new Uint8Array(source);
		return bytes.slice();
	} catch (error) {
		throw cutShort(what, messageOf(error), error); // its buffer was given away to a worker
	}
}

/**
 * @param {Sections} sections
 * @param {string} what
 */
function checkWhole(sections, what) {
	if (!sections.isWhole) {
		throw cutShort(what, sections.length ? `it ends after ${sections.length} bytes` : "it is empty");
	}
}

/**
 * @param {BufferSource} bytes
 * @param {string} what
 * @param {string} integrity
 */
async function check(bytes, what, integrity) {
	if (!(await matches(bytes, integrity))) throw altered(what);
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

/**
 * A mark on the page's timeline, for the visitor's tools.
 *
 * @param {"fetched" | "compiled" | "ready"} step
 */
export function mark(step) {
	try {
		globalThis.performance.mark(`godeferred:${step}`);
	} catch {
		// The page has none, or one of its own.
	}
}

// The page may bring a clock of its own to its tests.
const { setTimeout } = globalThis;

/** ms that a browser may need to say that it was the policy that refused. */
const PATIENCE = 500;

/** Listens for the policy's refusals while the wasm is fetched. */
function watchPolicy() {
	let refused = "";
	let told = () => {};
	const listen = (/** @type {any} */ event) => {
		if (event.effectiveDirective !== "connect-src") return; // something else of the page's
		refused = event.effectiveDirective;
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
