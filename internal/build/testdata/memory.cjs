// node memory.cjs WASM_EXEC WASM: instantiates a module, runs nothing of it, and prints a hash of its memory.

const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");

const [, , loader, wasm] = process.argv;
require(loader);

const compiled = new WebAssembly.Module(readFileSync(wasm));
const instance = new WebAssembly.Instance(compiled, new globalThis.Go().importObject);
const memory = new Uint8Array(instance.exports.mem.buffer);
const used = memory.reduce((sum, byte) => sum + (byte !== 0 ? 1 : 0), 0);
console.log(
	JSON.stringify({ hash: createHash("sha256").update(memory).digest("hex"), length: memory.length, used }),
);
