// Animations and queues in programs made up by chance: jQuery and godeferred do the same. See random-oracle.js for
// what is changed about jQuery, so that no program comes upon what COMPAT.md lists.

import { ok, run, test } from "../../lib/test.js";
import { Chance, smallest } from "../../lib/chance.js";
import { Effects } from "./random-effects.js";
import { crowd } from "./random-oracle.js";
import { wrong } from "./random-play.js";

const PARTS = 8;
const EACH = 50;
let whole = 0;

for (let part = 0; part < PARTS; part++) {
	const first = 1 + part * EACH;
	test(`programs ${first} to ${first + EACH - 1}`, async () => {
		for (let seed = first; seed < first + EACH; seed++) {
			const program = new Effects(new Chance(seed)).program();
			const what = wrong(program);
			if (!crowd.seen) whole++;
			if (!what) continue;
			const small = await smallest(program, (less) => less.elements.length > 0 && wrong(less) !== "");
			throw new Error(`program ${seed}: ${wrong(small)}\n${JSON.stringify(small)}`);
		}
	});
}

test("most of them are compared in all that shows", () => ok(whole > PARTS * EACH * 0.6, String(whole)));

await run();
