// A Go program as the runtime of Node. It prints the results as JSON on its last line.

import { load } from "../../../dist/godeferred.mjs";
import { PROGRAM } from "./cases.js";
import { outcomes } from "./outcomes.js";

PROGRAM.wasm = new URL("../../artifacts/pageprogram.wasm", import.meta.url);
/** @type {any[]} */
const errors = [];
/** @type {any} */ (globalThis).reportError = (/** @type {any} */ error) => errors.push(error);

const results = [];
for await (const { name, problem } of outcomes(await load(PROGRAM), errors)) {
	results.push({ name, ok: problem === "", error: problem });
}
console.log(JSON.stringify({ results }));
/** @type {any} */ (globalThis).process.exit(0); // the program goes on
