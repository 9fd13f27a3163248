import { GodeferredError } from "../lib/errors.js";
import { failure } from "./failure.js";
import { matches } from "./integrity.js";
import { mark } from "./mark.js";
import { bare } from "../lib/own.js";
import { isWasm, isWhole, MAGIC } from "./sections.js";

/** @typedef {import("./stall.js").Stall} Stall */

const TYPE = "application/wasm";

/** @param {BodyInit} body */
const asWasm = (body) => new Response(body, bare({ headers: bare({ "Content-Type": TYPE }) }));

/**
 * Whether the engine is SpiderMonkey (Firefox). If a file ends inside its Code section, Firefox 140 waits
 * for the rest for ever. Its thread is blocked, so later compilations wait, too. Such a body is therefore
 * made to fail rather than end. Found in Firefox 140, and not in 153.
 */
const waits = "InternalError" in globalThis;

/**
 * Compiles a response. Meanwhile it detects a body that stalls, is cut short or is not wasm.
 *
 * If the engine needs no help, it gets a clone of the response. Chromium 148 caches compiled code by
 * response. When told to cache early (--wasm-caching-threshold), it does so for a clone and for a response
 * that was cloned, but never for a new Response made of its stream. The response itself is read only in
 * doubt: at the first tick without a result, or after the compilation has failed. Reading it during the
 * compilation made the runtime start later.
 *
 * @param {Response} response
 * @param {string} given
 * @param {Stall} stall
 * @param {AbortSignal} signal
 * @param {string} integrity
 */
export async function compileResponse(response, given, stall, signal, integrity) {
	stall.progress();
	const what = response.url || given;
	stall.what = what;
	const isPlain = checkHead(response, what) === TYPE; // compileStreaming refuses parameters
	mark("fetched");
	const { readable, writable } = new TransformStream(checks(what, stall, integrity));
	/** @type {Promise<void> | undefined} */
	let reading;
	function read() {
		if (reading) return reading;
		const { body } = /** @type {{body: ReadableStream}} */ (response); // clone() replaces the body
		reading = body.pipeTo(writable, bare({ signal })).catch((error) => {
			throw error instanceof GodeferredError ? error : damaged(what, error);
		});
		reading.catch(() => {}); // The compilation fails as well, and awaits it then.
		return reading;
	}
	/** @type {Response} */
	let whole;
	if (isPlain && !waits) {
		whole = response.clone();
		readable.pipeTo(new WritableStream(bare({}))).catch(() => {}); // Only the checks matter.
		stall.look = read;
		if (integrity) read();
	} else {
		whole = asWasm(readable);
		read();
	}
	try {
		const module = await WebAssembly.compileStreaming(whole);
		await reading;
		return module;
	} catch (error) {
		if (mayCompile()) await read(); // throws the better error, if the file was wrong
		throw notCompiled(what, error);
	}
}

/**
 * Compiles bytes that are all there. Does not make a Response: in Node that would load the modules of fetch.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} what
 * @param {string} integrity
 */
export async function compileBytes(bytes, what, integrity) {
	mark("fetched");
	await checkWhole(bytes, what, integrity);
	try {
		return await WebAssembly.compile(bytes);
	} catch (error) {
		throw notCompiled(what, error);
	}
}

/**
 * @param {string} what
 * @param {unknown} cause
 */
const notCompiled = (what, cause) => (mayCompile() ? damaged(what, cause) : blocked("script-src", cause));

/** Whether the page's policy allows wasm. Compiles the smallest module to find out. */
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
export const blocked = (directive, cause) =>
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
 * Refuses a response whose status or headers show that it is not a wasm.
 *
 * @param {Response} response
 * @param {string} what
 * @returns {string} its Content-Type as it was sent
 */
function checkHead({ type, ok, status, bodyUsed, body, headers }, what) {
	// An opaque response hides its status, too.
	const unreadable = type === "error" || type.startsWith("opaque") || bodyUsed || body?.locked;
	if (unreadable)
		throw failure("network", `${what} cannot be read: its type is ${type}, or its body was read`);
	if (!ok || status === 204 || status === 205) {
		throw failure("not-found", `${what} answered with HTTP status ${status}`);
	}
	const sent = headers.get("Content-Type") ?? "";
	const essence = sent.split(";")[0].trim().toLowerCase();
	if (essence !== TYPE) {
		throw failure("wrong-type", `${what} was sent as ${essence ? `"${essence}"` : "no type at all"}`);
	}
	if (!body) throw failure("cut-short", `${what} is empty`);
	return sent;
}

/**
 * A transformer that passes a body through, and fails if it is not a whole wasm.
 *
 * @param {string} what
 * @param {Stall} stall gets progress() for each piece, and end() at the end
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
			if (pieces.push(piece) === 1) checkStart(piece, what);
			to.enqueue(piece);
		},
		async flush() {
			stall.end();
			// Not by a Blob: its data is in another process, and the runtime would wait for it.
			const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
			let at = 0;
			for (const piece of pieces) {
				whole.set(piece, at);
				at += piece.length;
			}
			await checkWhole(whole, what, integrity);
		},
	});
}

/**
 * @param {Uint8Array} bytes the first piece, or all
 * @param {string} what
 */
function checkStart(bytes, what) {
	if (isWasm(bytes)) return;
	throw failure("wrong-type", `${what} was sent as wasm and begins as something else`);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} what
 * @param {string} integrity
 */
async function checkWhole(bytes, what, integrity) {
	checkStart(bytes, what);
	const { length } = bytes;
	if (!isWhole(bytes)) {
		throw failure("cut-short", `${what} ${length ? `ends after ${length} bytes` : "is empty"}`);
	}
	if (integrity && !(await matches(bytes, integrity))) {
		throw failure("mismatch", `${what} is not the file that integrity names, or somebody has changed it`);
	}
}
