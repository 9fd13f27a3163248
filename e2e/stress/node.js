// node node.js WASM WASM_EXEC: runs the tests and prints the results as JSON on the last line.

import { readFile } from "node:fs/promises";
import { register } from "./tests.js";

const [, , wasm, wasmExec] = process.argv;
await import(wasmExec);
const module = await WebAssembly.compile(await readFile(wasm));

const tests = [];
register((name, fn) => tests.push({ name, fn }), module, globalThis.Go);
const results = [];
for (const { name, fn } of tests) {
	try {
		await fn();
		results.push({ name, ok: true, error: "" });
	} catch (error) {
		results.push({ name, ok: false, error: String(error.stack ?? error) });
	}
}
process.stdout.write(`\n${JSON.stringify({ results })}\n`, () => process.exit(0));
