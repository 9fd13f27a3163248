// The checker's rules in Node, on the files as they are shipped.

import { readFile } from "node:fs/promises";
import * as walk from "../../../web/vendor/acorn-walk.mjs";
import * as acorn from "../../../web/vendor/acorn.mjs";
import { check } from "../../../web/pages/checker-check.js";
import { namesOf } from "../../../web/pages/checker-names.js";
import { rules } from "../../../web/pages/checker-rules.js";
import godeferred from "../../../dist/godeferred.mjs";
import { testsOf } from "./checks.js";

const compat = await readFile(new URL("../../../COMPAT.md", import.meta.url), "utf8");
const parts = { acorn, walk, names: namesOf(godeferred) };
const results = [];
for (const [name, run] of testsOf({ check, rules, parts, compat, godeferred, inPage: false })) {
	let error = "";
	try {
		await run();
	} catch (thrown) {
		error = String(thrown.stack);
	}
	results.push({ name, ok: error === "", error });
}
console.log(JSON.stringify({ results }));
