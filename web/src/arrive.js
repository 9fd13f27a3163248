import { checkHash, checkWhole } from "./bytes.js";
import { GodeferredError } from "./errors.js";
import {
	blocked,
	cutShort,
	mayCompile,
	messageOf,
	notFound,
	notWasm,
	unreadable,
	wrongType,
} from "./failure.js";
import { mark } from "./mark.js";
import { Sections } from "./sections.js";
import { kindOf, wrongSource } from "./source.js";
import { Stall } from "./stall.js";

/**
 * Compiles a response that is still to come, unless it stalls.
 *
 * @param {(signal: AbortSignal) => Promise<Response>} ask
 * @param {string} what
 * @param {number} timeout
 * @param {string} integrity
 */
export async function receive(ask, what, timeout, integrity) {
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
 * Where the engine can be left to itself, it gets a clone of the response. Chromium 148 keeps compiled code
 * by response: told to keep it early (--wasm-caching-threshold), it does so for a clone, too, and for a
 * response that was cloned, and never for a new Response made of its stream. From a warm cache, the
 * median start of 29 took 5 ms of 120 longer than without this, and 10 if the original was compiled and the
 * clone read. In Firefox, which gets a new Response, no difference was seen (387 ms, and 404 without).
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
		const copy = response.clone();
		reading = pipe(response, new WritableStream(checks));
		compiling = WebAssembly.compileStreaming(copy);
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
		if (integrity) await checkHash(await new Blob(pieces).arrayBuffer(), what, integrity);
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
