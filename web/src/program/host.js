import { failure } from "../runtime/failure.js";
import { build, startProgram } from "../runtime/load.js";
import { Program, programOver } from "./calls.js";
import { ENDED, EXPORT, Peer, REPORT, UP } from "./peer.js";
import { WORKER } from "./worker.js";

// The worker's half of a Go program that runs beside its page. The page starts this script again as a worker with a
// name, and the first message brings the compiled wasm.

const scope = /** @type {any} */ (globalThis);

/** Whether this script was started as the worker of a page's program. A page's own workers have other names. */
export const isHost = typeof Document !== "function" && "importScripts" in scope && scope.name === WORKER;

/** Waits for the program, and runs it. @param {any} godeferred */
export function host(godeferred) {
	const page = new Program(godeferred, () => {});
	scope.addEventListener(
		"message",
		(/** @type {MessageEvent} */ { data }) => {
			const peer = new Peer(page, scope, () => {});
			peer.gives = true;
			start(peer, data, godeferred);
		},
		{ once: true },
	);
}

/**
 * @param {Peer} peer
 * @param {[build: string, module: WebAssembly.Module, what: string]} message
 * @param {any} godeferred
 */
function start(peer, [theirs, module, what], godeferred) {
	// What the page cannot hear as an event of its own.
	scope.addEventListener("error", (/** @type {ErrorEvent} */ event) => {
		event.preventDefault();
		peer.tell(REPORT, 0, [event.error ?? event.message]);
	});
	if (theirs !== build) {
		peer.tell(ENDED, 0, [failure("mismatch", "the worker's script is of another build than the page's")]);
		return;
	}
	/** @param {() => void} up */
	const newProgram = (up) => {
		const program = new Program(godeferred, up);
		/** @param {string} name @param {Function} made */
		program.bridge.export = (name, made) => peer.tell(EXPORT, 0, [name, made]);
		return program;
	};
	/** @param {Program} program @param {number} code @param {unknown} error */
	const ended = (program, code, error) => {
		peer.tell(ENDED, 0, [error, code]);
		programOver(program, error, true)();
	};
	startProgram(module, what, { newProgram, begun() {}, ended }).then(
		() => peer.tell(UP, 0, []),
		(error) => peer.tell(ENDED, 0, [error]),
	);
}
