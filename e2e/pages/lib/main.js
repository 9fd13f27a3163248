// Runs the test module that the document names. A module that cannot be imported is a failing test.

import { fail, run } from "./test.js";

const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-page]"));
const page = /** @type {string} */ (script.dataset.page);

try {
	await import(page);
} catch (error) {
	fail(`import ${page}`, error);
}
await run();
