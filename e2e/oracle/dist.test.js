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
import { Run, seenValue } from "./run.js";

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
	/** @type {import("./programs.js").Event[]} */
	let relieved = [];
	/** @type {WeakMap<Promise<unknown>, number>} */
	const values = new WeakMap();
	const restore = listen({
		unhandledRejection(reason, promise) {
			values.set(promise, seenValue([reason]));
			run?.trace.push(["u", 0, 0, seenValue([reason]), 0]);
		},
		rejectionHandled(promise) {
			relieved.push(["r", 0, 0, /** @type {number} */ (values.get(promise)), 0]);
		},
	});
	try {
		const library = { Deferred: godeferred.Deferred, when: godeferred.when, drain };
		const events = await compareAll(
			all,
			async ({ program, whole }) => {
				run = new Run(library);
				relieved = [];
				const trace = await run.run(program);
				run = null;
				await drain(); // what a program that ran out of steps left behind does not reach into the next
				return whole ? trace.concat(relieved) : trace;
			},
			visible,
		);
		assert.ok(events > 50_000, `${events} events`);
		t.diagnostic(`${all.length} programs, ${events} events`);
	} finally {
		restore();
	}
});

/**
 * The platform says the reason of a rejection and not whose it is. That it was handled after all, it says a turn
 * later: so these events stand at the end, and are left out where that turn may not come.
 *
 * @param {import("./programs.js").Program} program
 */
function visible({ trace, whole }) {
	/** @type {import("./programs.js").Event[]} */
	const events = [];
	/** @type {import("./programs.js").Event[]} */
	const relieved = [];
	for (const event of trace) {
		const [what, , , value] = event;
		if (what === "r") relieved.push([what, 0, 0, value, 0]);
		else events.push(what === "u" ? [what, 0, 0, value, 0] : event);
	}
	return whole ? events.concat(relieved) : events;
}

/**
 * Listens in place of the test runner, which takes any unhandled rejection for a failed test.
 *
 * @param {Record<string, (...args: any[]) => void>} listeners
 * @returns {() => void} gives way to it again
 */
function listen(listeners) {
	const others = process.listeners("unhandledRejection");
	process.removeAllListeners("unhandledRejection");
	for (const name in listeners) process.on(name, listeners[name]);
	return () => {
		for (const name in listeners) process.removeListener(name, listeners[name]);
		for (const listener of others) process.on("unhandledRejection", listener);
	};
}
