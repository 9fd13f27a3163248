// A Go program as the runtime of this worker. It tells the page of each case.

import { load } from "/dist/godeferred.mjs";
import { PROGRAM } from "./cases.js";
import { outcomes } from "./outcomes.js";

PROGRAM.wasm = "/artifacts/pageprogram.wasm";
/** @type {any[]} */
const errors = [];
addEventListener("error", (event) => {
	errors.push(event.error);
	event.preventDefault();
});
for await (const outcome of outcomes(await load(PROGRAM), errors)) postMessage(outcome);
postMessage({ over: true });
