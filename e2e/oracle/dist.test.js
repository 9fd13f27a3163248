// The shipped module against the Go model, and so against jQuery: see jquery.test.js.
//
//	node --test e2e/oracle/dist.test.js
//
// Its queue is a microtask, which no program can drain from inside a callback: it runs the plain programs, and each
// drain waits for a turn of the event loop. At the end of that turn the platform reports unhandled rejections, whose
// order and values are compared too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { compareAll } from "./compare.js";
import { programs } from "./programs.js";
import { Run, valueOf } from "./run.js";

const dist = new URL("../../dist/", import.meta.url);

const drain = () => new Promise((/** @type {(value: void) => void} */ resolve) => setImmediate(resolve));

test("the shipped module does what the model does", async (t) => {
	const { load } = await import(new URL("godeferred.mjs", dist).href);
	const godeferred = await load({ wasm: await readFile(new URL("godeferred.wasm", dist)) });
	godeferred.Deferred.exceptionHook = undefined; // it would print each promise that was to be resolved with itself
	const all = programs().filter(({ plain }) => plain);
	assert.ok(all.length >= 3000, `${all.length} programs`);

	/** @type {Run | null} */
	let run = null;
	const unhandled = (/** @type {unknown} */ reason) => run?.trace.push(["u", 0, 0, valueOf([reason]), 0]);
	// The test runner takes any unhandled rejection for a failed test.
	const others = process.listeners("unhandledRejection");
	process.removeAllListeners("unhandledRejection");
	process.on("unhandledRejection", unhandled);
	const ignore = () => {}; // without a listener, Node prints each
	process.on("rejectionHandled", ignore);
	try {
		const library = { Deferred: godeferred.Deferred, when: godeferred.when, drain };
		const events = await compareAll(
			all,
			async ({ program }) => {
				run = new Run(library);
				const trace = await run.run(program);
				run = null;
				await drain(); // what a program that ran out of steps left behind does not reach into the next
				return trace;
			},
			// The platform says the reason and not which deferred; that it was handled after all, it says a turn later.
			([what, name, d, value, state]) => {
				if (what === "r") return null;
				return what === "u" ? [what, 0, 0, value, 0] : [what, name, d, value, state];
			},
		);
		assert.ok(events > 50_000, `${events} events`);
		t.diagnostic(`${all.length} programs, ${events} events`);
	} finally {
		process.removeListener("unhandledRejection", unhandled);
		process.removeListener("rejectionHandled", ignore);
		for (const listener of others) process.on("unhandledRejection", listener);
	}
});
