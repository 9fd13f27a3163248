import { ENDED, EXPORT, REPORT, UNHANDLED, UP, connect, unreadable } from "./peer.js";

// The worker's half of a Go program that runs beside its page. The page starts godeferred's script again as a worker
// with a name, and the first message brings the compiled wasm.

const scope = /** @type {any} */ (globalThis);

/** @typedef {import("./calls.js").Program} Program */

/**
 * Runs the program that the page has sent.
 *
 * @param {import("./kit.js").Kit} kit
 * @param {[build: string, module: WebAssembly.Module, what: string]} message
 * @param {any} godeferred
 */
export function host(kit, [build, module, what], godeferred) {
	const { Program, failure, programOver, startProgram } = kit;
	const page = new Program(godeferred, () => {});
	const tell = connect(kit, page, scope, true, () => {});
	// What the page cannot hear as an event of its own.
	scope.addEventListener("error", (/** @type {ErrorEvent} */ event) => {
		event.preventDefault();
		tell(REPORT, 0, [event.error ?? event.message]);
	});
	scope.addEventListener("unhandledrejection", (/** @type {PromiseRejectionEvent} */ event) => {
		event.preventDefault();
		tell(UNHANDLED, 0, [event.reason]);
	});
	scope.addEventListener("messageerror", () => tell(REPORT, 0, [unreadable()]));
	if (build !== kit.build) {
		tell(ENDED, 0, [failure("mismatch", "the worker's script is of another build than the page's")]);
		return;
	}
	/** @param {() => void} up */
	const newProgram = (up) => {
		const program = new Program(godeferred, up);
		/** @param {string} name @param {Function} made */
		program.bridge.export = (name, made) => tell(EXPORT, 0, [name, made]);
		return program;
	};
	/** @param {Program} program @param {number} code @param {unknown} error */
	const ended = (program, code, error) => {
		tell(ENDED, 0, [error, code]);
		programOver(program, error, true)();
	};
	startProgram(module, what, { newProgram, begun() {}, ended }).then(
		() => tell(UP, 0, []),
		(error) => tell(ENDED, 0, [error]),
	);
}
