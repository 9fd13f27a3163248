// A page's own Go program as its runtime, by the module.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test, turn } from "../lib/test.js";
import { PROGRAM, cases } from "./cases.js";
import { endings } from "./endings.js";

PROGRAM.wasm = "/artifacts/pageprogram.wasm";
const godeferred = await load(PROGRAM);

const ends = import.meta.url.endsWith("?ends");

for (const [name, run] of ends ? endings : cases) {
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

if (!ends) {
	test("an answer that is no success reaches the page whole", async () => {
		const error = await rejects(godeferred.go.get(new URL("/artifacts/nothing", location.href).href), Error);
		deepEqual([error.name, error.status, error.response.status], ["StatusError", 404, 404]);
		equal(await error.response.text(), "404 page not found\n");
	});

	test("a failed jqXHR reaches Go with its words, and comes back with all of them", async () => {
		const request = godeferred.get("/artifacts/nothing");
		/** @type {any[]} */
		const args = await new Promise((resolve) => godeferred.go.await(request).fail((...all) => resolve(all)));
		deepEqual([args.length, args[0], args[1], args[2]], [3, request, "error", "Not Found"]);
	});
}
