// The checker's rules in Node, on the files as they are shipped.

import { readFile } from "node:fs/promises";
import * as walk from "../../../web/vendor/acorn-walk.mjs";
import * as acorn from "../../../web/vendor/acorn.mjs";
import { check } from "../../../web/pages/checker-check.js";
import { namesOf } from "../../../web/pages/checker-names.js";
import { rules } from "../../../web/pages/checker-rules.js";
import godeferred from "../../../dist/godeferred.mjs";
import { deepEqual, ok } from "../lib/assert.js";
import { testsOf } from "./checks.js";

const compat = await readFile(new URL("../../../COMPAT.md", import.meta.url), "utf8");
const parts = { acorn, walk, names: namesOf(godeferred) };
const tests = testsOf({ check, rules, parts, compat, godeferred, inPage: false });

// These plugins run unchanged (e2e/pages/plugins). One line of pjax, which no page there reaches, does not.
const plugins = {
	"select2/dist/js/select2.js": [],
	"slick-carousel/slick/slick.js": [],
	"flexslider/jquery.flexslider.js": [],
	"jquery-lazyload/jquery.lazyload.js": [],
	"jquery-validation/dist/jquery.validate.js": [],
	"jquery-pjax/jquery.pjax.js": ["missing $._data"],
};
for (const [file, expected] of Object.entries(plugins)) {
	tests.push([
		`nothing must be changed in ${file.replaceAll("/", " ")}`,
		async () => {
			const text = await readFile(new URL(`../../../node_modules/${file}`, import.meta.url), "utf8");
			const { findings, uses } = check(text, parts);
			deepEqual(
				findings.filter(({ level }) => level === "change").map(({ id }) => id),
				expected,
			);
			ok(uses > 50);
		},
	]);
}

const results = [];
for (const [name, run] of tests) {
	let error = "";
	try {
		await run();
	} catch (thrown) {
		error = String(thrown.stack);
	}
	results.push({ name, ok: error === "", error });
}
console.log(JSON.stringify({ results }));
