import { connectCalls, end } from "./calls.js";
import { GodeferredError } from "./errors.js";
import { mismatch } from "./failure.js";
import { checkBuild, compile, mark } from "./fetch.js";
import { newGo, runGo } from "./go.js";
import { connect } from "./machine.js";
import { keepShapes } from "./shapes.js";
import { checkOptions } from "./options.js";
import { own } from "./own.js";

/** The build of this script; the wasm of the same build carries it too. @type {string} */
const build = GODEFERRED_BUILD;

/**
 * Starts the runtime. It is for api.js to call this, and again only after it has failed.
 *
 * @param {any} options of load
 * @returns {Promise<void>} rejected, too, where the options are of no use
 */
export async function start(options) {
	checkOptions("load", options);
	const source = own(options, "wasm") ?? findWasm();
	const what =
		typeof source === "string" || source instanceof URL ? String(source) : "the wasm given to load";
	const module = await compile(source, {
		timeout: own(options, "timeout"),
		integrity: own(options, "integrity"),
	});
	mark("compiled");
	checkBuild(module, build, what);
	const go = newGo((code) => end(`exit code ${code}`));
	let instance;
	try {
		instance = await WebAssembly.instantiate(module, go.importObject);
	} catch (error) {
		throw error instanceof WebAssembly.LinkError ? mismatch(what, build, "with other imports") : error;
	}
	/** @type {{functions?: Record<string, any>}} */
	const bridge = {};
	runGo(instance, go, bridge);
	if (!bridge.functions) throw new GodeferredError("mismatch", `${what} did not start as godeferred does`);
	connectCalls(bridge.functions);
	connect(instance.exports);
	keepShapes();
}

/** @type {() => import("./fetch.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./fetch.js").Source | undefined} find where the wasm is when nobody says */
export function locateWasm(find) {
	findWasm = find;
}
