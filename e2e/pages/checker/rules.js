// The checker's rules, in a page, with the names of the godeferred that is in the page.

import { test } from "../lib/test.js";
import { testsOf } from "./checks.js";

/** @param {string} address @returns {Promise<any>} */
const site = (address) => import(`/site/${address}`);

await new Promise((resolve, reject) => {
	const script = document.createElement("script");
	Object.assign(script, { src: "/dist/godeferred.js", onload: resolve, onerror: reject });
	document.head.append(script);
});
const [{ check }, { rules }, { namesOf }, acorn, walk, compat] = await Promise.all([
	site("pages/checker-check.js"),
	site("pages/checker-rules.js"),
	site("pages/checker-names.js"),
	site("vendor/acorn.mjs"),
	site("vendor/acorn-walk.mjs"),
	fetch("/compat").then((answer) => answer.text()),
]);
const { godeferred } = /** @type {any} */ (window);
const parts = { acorn, walk, names: namesOf(godeferred) };
for (const [name, run] of testsOf({ check, rules, parts, compat, godeferred, inPage: true })) test(name, run);
