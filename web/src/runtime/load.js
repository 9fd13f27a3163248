import { blocked } from "./arrive.js";
import { failure } from "./failure.js";
import { checkBuild, compile, nameOf } from "./source.js";
import { mark } from "./mark.js";
import { newGo } from "./go.js";
import { HASH } from "./table.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";

/** The build of this script and the hash of its rules. A wasm with the same has its imports and rules. */
const build = `${GODEFERRED_BUILD}\n${HASH}`;

/**
 * A started instance of the runtime, and a function that makes another.
 *
 * @typedef {object} Runtime
 * @property {import("./bridge.js").Functions} functions
 * @property {() => import("./bridge.js").Functions} another
 */

/**
 * Gets the wasm and starts it. Only api.js calls this, and again only after a failure.
 *
 * @param {any} options of load
 * @returns {Promise<Runtime>} also rejected if the options are wrong
 */
export async function start(options) {
	checkOptions("load", options);
	const source = own(options, "wasm") ?? findWasm();
	const what = nameOf(source);
	const module = await compile(source, options);
	mark("compiled");
	checkBuild(module, build, what);
	const another = () => instantiate(module, what);
	return { functions: another(), another };
}

/**
 * Starts an instance synchronously. WebAssembly.instantiate would compile nothing either, and takes a task.
 *
 * @param {WebAssembly.Module} module
 * @param {string} what
 * @returns {import("./bridge.js").Functions}
 */
function instantiate(module, what) {
	const go = newGo();
	/** @type {{functions?: any}} */
	const bridge = Object.create(null);
	let instance;
	try {
		instance = new WebAssembly.Instance(module, go.imports);
	} catch (error) {
		// WebKit compiles even if the policy forbids it, and throws here.
		throw error instanceof WebAssembly.CompileError ? blocked("script-src", error) : error;
	}
	go.run(instance, bridge);
	if (!bridge.functions) throw failure("mismatch", `${what} did not start as godeferred does`);
	return bridge.functions;
}

/** @type {() => import("./source.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./source.js").Source | undefined} find where the wasm is by default */
export function locateWasm(find) {
	findWasm = find;
}
