import { bare } from "../lib/own.js";
import { inNode } from "./node.js";

// What Go finds in place of an operating system: the objects fs, process and path of wasm_exec.js. There are
// no files but the two outputs, which are lines of the console. In Node, the rest is Node's.

const notImplemented = () => Object.assign(new Error("not implemented"), { code: "ENOSYS" });

/** @param {string} name of a module of Node's */
const nodes = (name) =>
	inNode ? /** @type {any} */ (globalThis).process.getBuiltinModule?.(name) : undefined;

/**
 * The objects for one program.
 *
 * @param {(file: number, bytes: Uint8Array) => number} writeSync 1 is the output, 2 is for errors
 * @returns {Record<string, any>}
 */
export function system(writeSync) {
	const files = nodes("node:fs");

	/**
	 * The outputs are written before it returns: Node's own way would answer later, and a Go function that the
	 * page has called waits for it without end.
	 *
	 * @param {number} file
	 * @param {Uint8Array} bytes
	 * @param {number} offset
	 * @param {number} length
	 * @param {number | null} position
	 * @param {(error: any, n?: number) => void} done
	 */
	function write(file, bytes, offset, length, position, done) {
		if (file === 1 || file === 2) done(null, writeSync(file, bytes.subarray(offset, offset + length)));
		else if (files) files.write(file, bytes, offset, length, position, done);
		else done(notImplemented());
	}

	/** Calls back with an error. @param {...any} args */
	const refuse = (...args) => args[args.length - 1](notImplemented());
	const throws = () => {
		throw notImplemented();
	};
	/** @type {any} */
	const own = bare({
		constants: files?.constants ?? new Proxy({}, bare({ get: () => -1 })),
		writeSync,
		write,
		fsync: (/** @type {number} */ _, /** @type {(error: any) => void} */ done) => done(null),
	});
	return bare({
		fs: new Proxy(
			own,
			bare({ get: (_, /** @type {string} */ name) => own[name] ?? files?.[name] ?? refuse }),
		),
		process: inNode
			? /** @type {any} */ (globalThis).process
			: new Proxy(
					{},
					bare({
						get: (/** @type {any} */ _, /** @type {string} */ name) =>
							name === "pid" || name === "ppid" ? -1 : /^get.*id$/.test(name) ? () => -1 : throws,
					}),
				),
		path: nodes("node:path") ?? { resolve: (/** @type {string[]} */ ...parts) => parts.join("/") },
	});
}
