import { blocked } from "./arrive.js";
import { failure } from "./failure.js";
import { checkBuild, compile, nameOf } from "./source.js";
import { mark } from "./mark.js";
import { newGo } from "./go.js";
import { HASH } from "./table.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";

/** The version of the handshake and of the calls: that of internal/runtime. */
const PROTOCOL = 4;

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
 * @property {(runtime: Runtime, isProgram: boolean) => void} begun called once the rules can be asked
 * @property {(program: Program, code: number, error: unknown) => void} ended called once a program has ended; -1
 *   is a crash
 *
 * @typedef {(module: WebAssembly.Module, what: string) => Promise<Program>} Elsewhere starts a program in a worker
 */

/**
 * Gets the wasm and starts it. Only api.js calls this, and again only after a failure.
 *
 * @param {any} options of load
 * @param {Hooks & {workerOf: (options: any) => Promise<Elsewhere> | undefined}} hooks
 * @returns {Promise<Program | undefined>} fulfilled once the page's own program is ready, and at once if it has none;
 *   also rejected if the options are wrong
 */
export async function start(options, hooks) {
	checkOptions("load", options);
	const elsewhere = hooks.workerOf(options);
	elsewhere?.catch(() => {}); // awaited below, unless the wasm fails first
	const source = own(options, "wasm") ?? findWasm();
	const what = nameOf(source);
	const module = await compile(source, options);
	mark("compiled");
	const isProgram = !checkBuild(module, build, what);
	if (isProgram && !elsewhere) return startProgram(module, what, hooks);
	const another = () => startRules(module, what, isProgram);
	hooks.begun({ functions: another(), another }, isProgram);
	if (isProgram) return (await elsewhere)?.(module, what);
}

/**
 * Starts an instance that only answers the page's questions. With a program in a worker, it is of the same wasm and
 * stops before main. Messages to the worker would not do: requests and animations need their answers before the
 * page's call returns.
 *
 * @param {WebAssembly.Module} module
 * @param {string} what
 * @param {boolean} isProgram
 */
function startRules(module, what, isProgram) {
	const asked = Object.assign(Object.create(null), { rules: true, base: 0 });
	const bridge = instantiate(module, what, newGo(), asked);
	if (isProgram) checkProgram(bridge, what);
	return bridge.functions;
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
export function startProgram(module, what, { newProgram, begun, ended }) {
	return new Promise((resolve, reject) => {
		const program = newProgram(() => resolve(program));
		program.made = [module, what];
		const go = newGo((code, cause) => {
			if (code === 0 && !program.bridge.functions) return; // no program of package page: instantiate says so
			const how = code === -1 ? "crashed" : `ended with the exit code ${code}`;
			const error = failure("ended", `${what} ${how}`, cause);
			reject(error);
			ended(program, code, error);
		});
		const { functions } = checkProgram(instantiate(module, what, go, program.bridge), what);
		if (!program.ended) begun({ functions, another: undefined }, true);
	});
}

/**
 * Refuses a program with other rules or calls than the script's.
 *
 * @param {any} bridge with what the program has said of itself
 * @param {string} what
 */
function checkProgram(bridge, what) {
	const { protocol, table, go } = bridge;
	if (protocol === PROTOCOL && table === HASH) return bridge;
	throw failure(
		"mismatch",
		`${what} (${protocol}, ${table}, ${go}) is not for this script (${PROTOCOL}, ${HASH}, ${GODEFERRED_GO})`,
	);
}

/** @type {() => import("./source.js").Source | undefined} */
let findWasm = () => undefined;

/** @param {() => import("./source.js").Source | undefined} find where the wasm is by default */
export function locateWasm(find) {
	findWasm = find;
}
