// Requests made up by chance: jQuery.ajax and ours call back alike. What is known to differ is in COMPAT.md.

import { equal, run, test } from "../lib/test.js";
import { record } from "./record.js";
import { Chance, smallest } from "../lib/chance.js";
import { ask, Request, words } from "./random-requests.js";
import { godeferred, nothingLeft } from "../lib/started.js";

/** @typedef {Request["plain"]} Plain */

const { jQuery } = /** @type {any} */ (window);
let number = 0;

/** What is wrong with a request. @param {Plain} plain */
async function wrong(plain) {
	number++;
	const times = plain.chosen.some(([name]) => name === "ifModified") ? 2 : 1;
	for (let i = 0; i < times; i++) {
		const [theirs, ours] = [await lines(jQuery, plain), await lines(godeferred, plain)];
		const at = Array.from({ length: Math.max(theirs.length, ours.length) }).findIndex(
			(_, j) => theirs[j] !== ours[j],
		);
		if (at >= 0) return `line ${at}: got ${ours[at]}, expected ${theirs[at]}`;
	}
	return "";
}

/** @param {any} library @param {Plain} plain */
async function lines(library, plain) {
	const all = await record(library, (_, log) => ask(plain, library, log, number)).catch((error) => [
		`threw ${error.name}`,
	]);
	return all.map((line) =>
		line
			.replace(/("status":0,.*) (""|TypeError: .*)$/, "$1 without an answer")
			.replace(/JQUERY\d+_\d+|GODEFERRED_\d+/g, "CALLBACK")
			// Without an answer jQuery converts `undefined`.
			.replace(/(\\?"status\\?":0,\\?"statusText\\?":\\?"\w*\\?")[^}]*/g, "$1"),
	);
}

const PARTS = 5;
const EACH = 60;

for (let part = 0; part < PARTS; part++) {
	const first = 1 + part * EACH;
	test(`requests ${first} to ${first + EACH - 1}`, async (t) => {
		t.errors(); // of what comes where a script is asked for
		for (let seed = first; seed < first + EACH; seed++) {
			const { plain } = new Request(new Chance(seed));
			if ((await wrong(plain)) === "") continue;
			const small = await smallest(plain, async (less) => isWhole(less) && (await wrong(less)) !== "");
			equal(await wrong(small), "", `request ${seed}: ${words(small)}`);
		}
		nothingLeft();
	});
}

/** Only settings and extras may be left out of a request. @param {Plain} plain */
const isWhole = ({ chosen, extras }) =>
	chosen.every((one) => one.length === 2) && !extras.includes(undefined);

await run();
