// A page's own Go program as its runtime, by the module.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, rejects, test } from "../lib/test.js";
import { PROGRAM, cases } from "./cases.js";
import { endings } from "./endings.js";
import { play } from "./play.js";

PROGRAM.wasm = "/artifacts/pageprogram.wasm";
const godeferred = await load(PROGRAM);

const ends = import.meta.url.endsWith("?ends");

play(godeferred, ends ? endings : cases);

if (!ends) {
	test("terminate leaves a program in the page alone", async () => {
		godeferred.terminate();
		equal(await /** @type {any} */ (godeferred).go.add(1, 1), 2);
	});

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
