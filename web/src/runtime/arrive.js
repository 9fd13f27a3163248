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
 * Whether the engine is SpiderMonkey, Firefox's. Its version 140 waits for ever for the rest of a Code
 * section that the file lacks, and with the thread that waits, later compilations do, too. So it is not
 * told that such a body has ended, but that it has failed. Found in Firefox 140, and not in 153.
 */
const waits = "InternalError" in globalThis;

/**
 * What comes too late, ends too early or is not wasm at all is noticed here as the engine compiles it.
 *
 * Where the engine can be left to itself, it gets a clone of the response. Chromium 148 keeps compiled code
 * by response: told to keep it early (--wasm-caching-threshold), it does so for a clone, too, and for a
 * response that was cloned, and never for a new Response made of its stream. The response itself is read
 * when there is a question: at the first tick without an answer, or once the compilation has failed. Read
 * beside the compilation, it took some of the time that the runtime waits for.
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
		const { body } = /** @type {{body: ReadableStream}} */ (response); // a clone leaves another than there was
		reading = body.pipeTo(writable, bare({ signal })).catch((error) => {
			throw error instanceof GodeferredError ? error : damaged(what, error);
		});
		reading.catch(() => {}); // The compilation fails as well, and asks then.
		return reading;
	}
	/** @type {Response} */
	let whole;
	if (isPlain && !waits) {
		whole = response.clone();
		readable.pipeTo(new WritableStream(bare({}))).catch(() => {}); // Only the checks are of interest.
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
		if (mayCompile()) await read(); // which knows better what was wrong, if it was the file
		throw notCompiled(what, error);
	}
}

/**
 * Compiles what is all there. No response is made of it: in Node that would load all that fetch needs.
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
 * Refuses a response that cannot be a wasm, by its head.
 *
 * @param {Response} response
 * @param {string} what
 * @returns {string} its Content-Type as it was sent
 */
function checkHead({ type, ok, status, bodyUsed, body, headers }, what) {
	// An opaque one hides its status, too.
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
			if (pieces.push(piece) === 1) checkStart(piece, what);
			to.enqueue(piece);
		},
		async flush() {
			stall.end();
			// Not by a Blob, which is another process's: the runtime would wait for it.
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
 * @param {Uint8Array} bytes the first, or all
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
