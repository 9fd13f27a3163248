import { blocked } from "./arrive.js";
import { failure } from "./failure.js";
import { checkBuild, compile, nameOf } from "./source.js";
import { mark } from "./mark.js";
import { newGo } from "./go.js";
import { HASH } from "./table.js";
import { checkOptions } from "../lib/options.js";
import { own } from "../lib/own.js";

/** The version of the handshake and of the calls: that of internal/runtime. */
const PROTOCOL = 5;

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
 * @param {Hooks & {workerOf: (options: any) => Promise<Elsewhere> | undefined, integrity: string | undefined}} hooks
 *   `integrity`: the hash that every wasm must have, unless the options name another
 * @returns {Promise<Program | undefined>} fulfilled once the page's own program is ready, and at once if it has none;
 *   also rejected if the options are wrong
 */
export async function start(options, hooks) {
	checkOptions("load", options);
	const elsewhere = hooks.workerOf(options);
	elsewhere?.catch(() => {}); // awaited below, unless the wasm fails first
	const source = own(options, "wasm") ?? findWasm();
	const what = nameOf(source);
	const module = await compile(source, options, hooks.integrity);
	mark("compiled");
	const isProgram = !checkBuild(module, build, what);
	if (isProgram && !elsewhere) return startProgram(module, what, hooks);
	hooks.begun(await startRules(module, what, isProgram), isProgram);
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
 * @returns {Promise<Runtime>}
 */
async function startRules(module, what, isProgram) {
	/** @type {Made | undefined} */
	let next = await instantiate(module, what);
	function another() {
		const [instance, go, isLarge] = next ?? atOnce(module);
		next = undefined;
		if (isLarge)
			instantiate(module, what).then(
				(made) => {
					next = made;
				},
				() => {},
			);
		const asked = Object.assign(Object.create(null), { rules: true, base: 0 });
		const bridge = run(instance, what, go, asked);
		if (isProgram) checkProgram(bridge, what);
		return bridge.functions;
	}
	return { functions: another(), another };
}

/**
 * An instance that has not started, its environment, and whether it could not be made at once.
 *
 * @typedef {[instance: WebAssembly.Instance, go: ReturnType<typeof newGo>, isLarge?: boolean]} Made
 */

/**
 * Makes an instance: at once, or asynchronously if Chromium refuses the former. In a document it does so if the wasm is
 * larger than 8 MB (4 KB before version 115). Neither compiles anything, and the asynchronous way takes a task.
 *
 * @param {WebAssembly.Module} module
 * @param {string} what
 * @returns {Promise<Made>}
 */
async function instantiate(module, what, go = newGo()) {
	try {
		try {
			return atOnce(module, go);
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			return [await WebAssembly.instantiate(module, go.imports), go, true];
		}
	} catch (error) {
		// WebKit compiles even if the policy forbids it, and throws here.
		if (error instanceof WebAssembly.CompileError) throw blocked("script-src", error);
		if (!(error instanceof WebAssembly.LinkError)) throw error;
		throw failure("mismatch", `${what} needs more than this script (${GODEFERRED_GO}) has`, error);
	}
}

/** @param {WebAssembly.Module} module @returns {Made} */
const atOnce = (module, go = newGo()) => [new WebAssembly.Instance(module, go.imports), go];

/** The instance started last, for devtools.mjs. @type {{memory: WebAssembly.Memory, live: () => number} | undefined} */
let latest;

/** What the wasm takes of the page: bytes of memory, and objects that Go has. */
export const inspectWasm = () => latest && { bytes: latest.memory.buffer.byteLength, objects: latest.live() };

/**
 * Starts an instance.
 *
 * @param {WebAssembly.Instance} instance
 * @param {string} what
 * @param {ReturnType<typeof newGo>} go
 * @param {any} bridge what the program finds
 */
function run(instance, what, go, bridge) {
	go.run(instance, bridge);
	latest = { memory: /** @type {any} */ (instance.exports).mem, live: go.live };
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
export async function startProgram(module, what, { newProgram, begun, ended }) {
	/** @type {(code: number, cause?: unknown) => void} */
	let onEnd;
	const made = instantiate(
		module,
		what,
		newGo((code, cause) => onEnd(code, cause)),
	);
	const [instance, go] = await made;
	return new Promise((resolve, reject) => {
		const program = newProgram(() => resolve(program));
		program.made = [module, what];
		onEnd = (code, cause) => {
			if (code === 0 && !program.bridge.functions) return; // no program of package page: run says so
			const how = code === -1 ? "crashed" : `ended with the exit code ${code}`;
			const error = failure("ended", `${what} ${how}`, cause);
			reject(error);
			ended(program, code, error);
		};
		const { functions } = checkProgram(run(instance, what, go, program.bridge), what);
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
