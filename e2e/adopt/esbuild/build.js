import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const common = { entryPoints: ["src/main.js"], bundle: true, minify: true };
await build({ ...common, format: "esm", outfile: "dist/module.js" });
// A script has no import.meta: src/main.js says where the wasm is.
await build({
	...common,
	format: "iife",
	outfile: "dist/script.js",
	logOverride: { "empty-import-meta": "silent" },
});
// esbuild does not follow new URL(…, import.meta.url).
await copyFile(fileURLToPath(import.meta.resolve("godeferred/godeferred.wasm")), "dist/godeferred.wasm");

// What is told where somebody has not done this.
const forgetful = { ...common, entryPoints: ["src/forgetful.js"] };
await build({ ...forgetful, format: "esm", outfile: "dist/absent/module.js" });
await build({
	...forgetful,
	format: "iife",
	outfile: "dist/absent/script.js",
	logOverride: { "empty-import-meta": "silent" },
});
