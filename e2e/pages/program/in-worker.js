// A page's own Go program in a worker, called from the page: the cases of page.js, by messages.

import { load } from "/dist/godeferred.mjs";
import { test, turn } from "../lib/test.js";
import { PROGRAM, cases } from "./cases.js";
import { endings } from "./endings.js";

Object.assign(PROGRAM, { wasm: "/artifacts/pageprogram.wasm", worker: true });
const godeferred = await load(PROGRAM);

for (const [name, run] of location.search === "?ends" ? endings : cases) {
	test(
		name,
		(t) =>
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
		{ deadline: 5000 },
	);
}
