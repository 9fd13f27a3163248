import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import resolve from "@rollup/plugin-node-resolve";

/** Rollup does not follow new URL(…, import.meta.url): the wasm is put beside the script. */
const wasm = {
	name: "wasm",
	async generateBundle() {
		const source = await readFile(fileURLToPath(import.meta.resolve("godeferred/godeferred.wasm")));
		this.emitFile({ type: "asset", fileName: "godeferred.wasm", source });
	},
};

export default {
	input: "src/main.js",
	output: { dir: "dist", format: "es" },
	plugins: [resolve({ browser: true }), wasm],
};
