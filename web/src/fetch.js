import { GodeferredError, wrongArgument } from "./errors.js";
import { failure } from "./failure.js";
import { checkIntegrity, matches } from "./integrity.js";
import { inNode } from "./node.js";
import { bare, own } from "./own.js";
import { isWasm, isWhole, MAGIC } from "./sections.js";
import { Stall } from "./stall.js";

/** @typedef {string | URL | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module} Source */

/** @typedef {{timeout?: number, integrity?: string}} Options */

/** ms without an answer, or without one more byte of it, after which a server is given up. */
const TIMEOUT = 30_000;

/** ms that a browser may need to say that it was the policy that refused. */
const PATIENCE = 500;

const GIVEN = "the wasm given to load";

const TYPE = "application/wasm";

// The page may bring a clock of its own to its tests.
const { setTimeout } = globalThis;

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
 * The response that a source means. Bytes are made one.
 *
 * @param {any} source
 * @param {string} what
 * @param {AbortSignal} signal
 * @returns {Promise<Response>}
 */
async function ask(source, what, signal) {
	if (what !== GIVEN) return inNode && what.startsWith("file:") ? readFile(what) : fetchFrom(what, signal);
	if (kindOf(source) === "ArrayBuffer" || ArrayBuffer.isView(source)) return responseOf(source, what);
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
function responseOf(source, what) {
	try {
		const bytes = ArrayBuffer.isView(source)
			? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
			: new Uint8Array(source);
		return asWasm(bytes.slice());
	} catch (error) {
		throw failure("cut-short", `${what} cannot be read`, error); // its buffer was given away to a worker
	}
}

/** @param {BodyInit} body */
const asWasm = (body) => new Response(body, bare({ headers: bare({ "Content-Type": TYPE }) }));

/**
 * Node's fetch does not read files.
 *
 * @param {string} url
 */
async function readFile(url) {
	try {
		// No import: it would have to be left alone by bundlers.
		const { promises } = /** @type {any} */ (globalThis).process.getBuiltinModule("node:fs");
		return asWasm(await promises.readFile(new URL(url)));
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
 * @param {Response} response
 * @param {string} given
 * @param {Stall} stall
 * @param {AbortSignal} signal
 * @param {string} integrity
 */
async function compileResponse(response, given, stall, signal, integrity) {
	stall.progress();
	const what = response.url || given;
	stall.what = what;
	const isPlain = checkHead(response, what) === TYPE; // compileStreaming refuses parameters
	mark("fetched");
	const { readable, writable } = new TransformStream(checks(what, stall, integrity));
	/** @type {Response} */
	let whole;
	let body = response;
	if (isPlain && !waits) {
		body = response.clone();
		whole = response;
		readable.pipeTo(new WritableStream(bare({}))).catch(() => {}); // Only the checks are of interest.
	} else {
		whole = asWasm(readable);
	}
	const reading = /** @type {ReadableStream} */ (body.body)
		.pipeTo(writable, bare({ signal }))
		.catch((error) => {
			throw error instanceof GodeferredError ? error : damaged(what, error);
		});
	const [module] = await Promise.all([
		WebAssembly.compileStreaming(whole).catch(async (error) => {
			if (!mayCompile()) throw blocked("script-src", error);
			await reading; // which knows better what was wrong, if it was the file
			throw damaged(what, error);
		}),
		reading,
	]);
	return module;
}

/** Whether the page's policy lets wasm be compiled at all, such as the smallest there is. */
function mayCompile() {
	try {
		return new WebAssembly.Module(Uint8Array.from(MAGIC));
	} catch {
		return false;
	}
}

/**
 * @param {string} directive of the page's Content-Security-Policy
 * @param {unknown} cause
 */
const blocked = (directive, cause) =>
	failure(
		"policy",
		`the page's Content-Security-Policy, ${directive}, does not let the runtime start`,
		cause,
	);

/**
 * @param {string} what
 * @param {unknown} cause
 */
const damaged = (what, cause) => failure("cut-short", `${what} is not a whole wasm file`, cause);

/**
 * Refuses a response that cannot be a wasm, by its head.
 *
 * @param {Response} response
 * @param {string} what
 * @returns {string} its Content-Type as it was sent
 */
function checkHead({ type, ok, status, bodyUsed, body, headers }, what) {
	const unreadable = (/** @type {string} */ why) => failure("network", `${what} cannot be read (${why})`);
	// Of these two nothing is known but that: an opaque one hides its status, too.
	if (type === "error") throw unreadable("Response.error()");
	if (type.startsWith("opaque")) throw unreadable(`its type is ${type}`);
	if (!ok || status === 204 || status === 205) {
		throw failure("not-found", `${what} answered with HTTP status ${status}`);
	}
	if (bodyUsed || body?.locked) throw unreadable("its body is read elsewhere");
	const sent = headers.get("Content-Type") ?? "";
	const essence = sent.split(";")[0].trim().toLowerCase();
	if (essence !== TYPE) {
		throw failure("wrong-type", `${what} was sent as ${essence ? `"${essence}"` : "no type at all"}`);
	}
	if (!body) throw failure("cut-short", `${what} is empty`);
	return sent;
}

/**
 * What a body passes through, and fails if it is not a whole wasm.
 *
 * @param {string} what
 * @param {Stall} stall which is told of progress, and of the end
 * @param {string} integrity
 * @returns {Transformer<Uint8Array<ArrayBuffer>>}
 */
function checks(what, stall, integrity) {
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const pieces = [];
	return bare({
		transform(
			/** @type {Uint8Array<ArrayBuffer>} */ piece,
			/** @type {TransformStreamDefaultController} */ to,
		) {
			stall.progress();
			if (pieces.push(piece) === 1 && !isWasm(piece)) {
				const hex = [...piece.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
				throw failure("wrong-type", `${what} was sent as wasm and begins with ${hex}`);
			}
			to.enqueue(piece);
		},
		async flush() {
			stall.end();
			const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
			const { length } = bytes;
			if (!isWhole(bytes)) {
				throw failure("cut-short", `${what} ${length ? `ends after ${length} bytes` : "is empty"}`);
			}
			if (integrity && !(await matches(bytes, integrity))) {
				throw failure("mismatch", `${what} is not the file that integrity names, or somebody has changed it`);
			}
		},
	});
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
