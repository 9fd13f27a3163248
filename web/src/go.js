import { Go, lent } from "go:wasm_exec";

// The toolchain's loader puts `Go`, and where they are missing `fs`, `process` and `path`, on the
// global object, and the Go runtime looks for the latter there while it starts. A page that finds
// a global `process` may take itself for Node, so all of them are there for as long as Go starts,
// which is synchronous, and no longer.

/**
 * Starts the program. Returns once its main function waits.
 *
 * @param {WebAssembly.Instance} instance
 * @param {any} go made by `newGo`
 * @param {Record<string, unknown>} bridge found by the program as the global `__godeferred`
 */
export function runGo(instance, go, bridge) {
	return withGlobals({ ...lent, __godeferred: bridge }, () => go.run(instance));
}

/** @param {(code: number) => void} ended called when the program ends, which it never should */
export function newGo(ended) {
	const go = new Go();
	const { exit } = go;
	go.exit = (/** @type {number} */ code) => {
		exit(code);
		ended(code);
	};
	return go;
}

/**
 * @template T
 * @param {Record<string, unknown>} values
 * @param {() => T} fn
 */
function withGlobals(values, fn) {
	const scope = /** @type {any} */ (globalThis);
	const added = Object.keys(values).filter((name) => !(name in scope));
	for (const name of added) scope[name] = values[name];
	try {
		return fn();
	} finally {
		for (const name of added) delete scope[name];
	}
}
