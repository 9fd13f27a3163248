import { blocked } from "./arrive.js";
import { failure } from "./failure.js";
import { checkBuild, compile, nameOf } from "./source.js";
import { mark } from "./mark.js";
import { newGo } from "./go.js";
import { HASH } from "./table.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";

/** The build of this script and its rules. A wasm that carries the same has the imports and rules of this script. */
const build = `${GODEFERRED_BUILD}\n${HASH}`;

/**
 * An instance of the runtime, started, and the means to make another.
 *
 * @typedef {object} Runtime
 * @property {import("./bridge.js").Functions} functions
 * @property {() => import("./bridge.js").Functions} another
 */

/**
 * Gets the wasm and starts it. It is for api.js to call this, and again only after it has failed.
 *
 * @param {any} options of load
 * @returns {Promise<Runtime>} rejected, too, where the options are of no use
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
 * In one step: WebAssembly.instantiate would compile nothing either, and takes a task.
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
		// WebKit compiles what the policy forbids, and refuses here.
		throw error instanceof WebAssembly.CompileError ? blocked("script-src", error) : error;
	}
	go.run(instance, bridge);
	if (!bridge.functions) throw failure("mismatch", `${what} did not start as godeferred does`);
	return bridge.functions;
}

/** @type {() => import("./source.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./source.js").Source | undefined} find where the wasm is when nobody says */
export function locateWasm(find) {
	findWasm = find;
}
