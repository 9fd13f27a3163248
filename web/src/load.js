import { failure } from "./failure.js";
import { checkBuild, compile, mark, nameOf, otherBuild } from "./fetch.js";
import { newGo } from "./go.js";
import { HASH } from "./machine.js";
import { checkOptions } from "./options.js";
import { own } from "./own.js";

/** The build of this script and its rules; the wasm of the same build carries both, too. */
const build = `${GODEFERRED_BUILD}\n${HASH}`;

/** What script and wasm say to each other is of this version. */
const PROTOCOL = 1;

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
	const go = newGo();
	let instance;
	try {
		instance = await WebAssembly.instantiate(module, go.imports);
	} catch (error) {
		throw error instanceof WebAssembly.LinkError ? otherBuild(what, build, "with other imports") : error;
	}
	const functions = run(instance, go, what);
	return {
		functions,
		another() {
			const next = newGo();
			return run(new WebAssembly.Instance(module, next.imports), next, what);
		},
	};
}

/**
 * @param {WebAssembly.Instance} instance
 * @param {ReturnType<typeof newGo>} go
 * @param {string} what
 * @returns {import("./bridge.js").Functions}
 */
function run(instance, go, what) {
	/** @type {{protocol?: number, table?: string, go?: string, functions?: any}} */
	const bridge = Object.create(null);
	go.run(instance, bridge);
	const { protocol, table, functions } = bridge;
	if (!functions) throw failure("mismatch", `${what} did not start as godeferred does`);
	if (protocol !== PROTOCOL || table !== HASH) throw otherBuild(what, build, "with other rules");
	return functions;
}

/** @type {() => import("./fetch.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./fetch.js").Source | undefined} find where the wasm is when nobody says */
export function locateWasm(find) {
	findWasm = find;
}
