// A page's own Go program as its runtime, by the module.

import { load } from "/dist/godeferred.mjs";
import { test, turn } from "../lib/test.js";
import { PROGRAM, cases } from "./cases.js";
import { endings } from "./endings.js";

PROGRAM.wasm = "/artifacts/pageprogram.wasm";
const godeferred = await load(PROGRAM);

for (const [name, run] of location.search === "?ends" ? endings : cases) {
	test(name, (t) =>
		run({
			godeferred,
			turn,
			async collecting(act) {
				const errors = t.errors();
				const value = await act();
				await turn();
				return { errors, value };
			},
		}),
	);
}
