import { evaluate } from "go:wasm_exec";
import { inNode } from "./node.js";

// The toolchain's loader puts `Go`, and where they are missing `fs`, `process` and `path`, on the
// global object, and the Go runtime looks for the latter there while it starts. A page may have anything
// by those names, and one that finds a `process` may take itself for Node: so nothing is put there, and
// nothing but Go sees them. See goLoader in tools/dist.

const scope = /** @type {any} */ (globalThis);

const { Go, lent, pretend } = evaluate(
	inNode
		? // Node's own process, and what a program's author has made global there, as the toolchain would have it.
			{ fs: scope.fs, process: scope.process, path: scope.path }
		: {},
);

/**
 * Starts the program. Returns once its main function waits.
 *
 * @param {WebAssembly.Instance} instance
 * @param {any} go made by `newGo`
 * @param {Record<string, unknown>} bridge found by the program as the global `__godeferred`
 * @returns {Promise<void>} of its end, rejected if it could not be started; nobody has to listen
 */
export function runGo(instance, go, bridge) {
	const running = pretend({ __proto__: null, ...lent, __godeferred: bridge }, () => go.run(instance));
	running.catch(() => {});
	return running;
}

/**
 * Makes what one instance needs to run.
 *
 * @param {(code: number) => void} ended called when the program ends, which it never should
 */
export function newGo(ended) {
	const go = new Go();
	const { exit } = go;
	go.exit = (/** @type {number} */ code) => {
		exit(code);
		ended(code);
	};
	return go;
}
