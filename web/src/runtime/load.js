import { blocked } from "./arrive.js";
import { failure } from "./failure.js";
import { checkBuild, compile, nameOf } from "./source.js";
import { mark } from "./mark.js";
import { newGo } from "./go.js";
import { HASH } from "./table.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";

/** The version of the handshake and of the calls: that of internal/runtime. */
const PROTOCOL = 2;

/** The build of this script and the hash of its rules. A wasm with the same has its imports and rules. */
const build = `${GODEFERRED_BUILD}\n${HASH}`;

/**
 * A started instance of the runtime, and a function that makes another: the default runtime has no state.
 *
 * @typedef {object} Runtime
 * @property {import("./bridge.js").Functions} functions
 * @property {(() => import("./bridge.js").Functions) | undefined} another none of a page's own program
 *
 * @typedef {import("../program/calls.js").Program} Program
 *
 * @typedef {object} Hooks
 * @property {(up: () => void) => Program} newProgram makes the page's half of a program, which calls up when ready
 * @property {(runtime: Runtime) => void} begun called once the rules can be asked
 * @property {(program: Program, code: number, error: unknown) => void} ended called once a program has ended; -1
 *   is a crash
 */

/**
 * Gets the wasm and starts it. Only api.js calls this, and again only after a failure.
 *
 * @param {any} options of load
 * @param {Hooks} hooks
 * @returns {Promise<Program | undefined>} fulfilled once the page's own program is ready, and at once if it has none;
 *   also rejected if the options are wrong
 */
export async function start(options, hooks) {
	checkOptions("load", options);
	const source = own(options, "wasm") ?? findWasm();
	const what = nameOf(source);
	const module = await compile(source, options);
	mark("compiled");
	if (!checkBuild(module, build, what)) return startProgram(module, what, hooks);
	const another = () => instantiate(module, what, newGo(), Object.create(null)).functions;
	hooks.begun({ functions: another(), another });
}

/**
 * Starts an instance synchronously. WebAssembly.instantiate would compile nothing either, and takes a task.
 *
 * @param {WebAssembly.Module} module
 * @param {string} what
 * @param {ReturnType<typeof newGo>} go
 * @param {any} bridge what the program finds
 */
function instantiate(module, what, go, bridge) {
	let instance;
	try {
		instance = new WebAssembly.Instance(module, go.imports);
	} catch (error) {
		// WebKit compiles even if the policy forbids it, and throws here.
		if (error instanceof WebAssembly.CompileError) throw blocked("script-src", error);
		if (!(error instanceof WebAssembly.LinkError)) throw error;
		throw failure("mismatch", `${what} needs more than this script (${GODEFERRED_GO}) has`, error);
	}
	go.run(instance, bridge);
	if (!bridge.functions) throw failure("mismatch", `${what} did not start as godeferred does`);
	return bridge;
}

/**
 * Starts a page's own Go program: see package page.
 *
 * @param {WebAssembly.Module} module
 * @param {string} what
 * @param {Hooks} hooks
 * @returns {Promise<Program>}
 */
function startProgram(module, what, { newProgram, begun, ended }) {
	return new Promise((resolve, reject) => {
		const program = newProgram(() => resolve(program));
		const go = newGo((code, cause) => {
			if (code === 0 && !program.bridge.functions) return; // no program of package page: instantiate says so
			const how = code === -1 ? "crashed" : `ended with the exit code ${code}`;
			const error = failure("ended", `${what} ${how}`, cause);
			reject(error);
			ended(program, code, error);
		});
		const { protocol, table, go: made, functions } = instantiate(module, what, go, program.bridge);
		if (protocol !== PROTOCOL || table !== HASH) {
			throw failure(
				"mismatch",
				`${what} (${protocol}, ${table}, ${made}) is not for this script (${PROTOCOL}, ${HASH}, ${GODEFERRED_GO})`,
			);
		}
		if (!program.ended) begun({ functions, another: undefined });
	});
}

/** @type {() => import("./source.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./source.js").Source | undefined} find where the wasm is by default */
export function locateWasm(find) {
	findWasm = find;
}
