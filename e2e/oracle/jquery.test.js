// The Go model against jQuery 4.0.0: its own modules, with a queue in place of setTimeout.
//
//	node --test e2e/oracle/jquery.test.js
//
// The machine is compared with the model in Go (FuzzMachineAgainstModel), so this says that the machine's rules are
// jQuery's. Exceptions thrown by callbacks are no part of the programs: there we differ, on purpose.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { compareAll } from "./compare.js";
import { programs } from "./programs.js";
import { Run } from "./run.js";

const folder = new URL("../../node_modules/jquery/", import.meta.url);

const PATIENCE = 1000; // jobs of a program: progress in a ring of promises never ends

/** @type {(() => void)[]} */
let queue = [];
let patience = 0;

function drain() {
	for (; queue.length > 0 && patience > 0; patience--) queue.shift()();
}

async function loadJQuery() {
	// All that these modules ask of a browser.
	const window = { document: {}, setTimeout: (/** @type {() => void} */ job) => queue.push(job) };
	Object.assign(globalThis, { window, document: window.document });
	const { version } = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));
	assert.equal(version, "4.0.0");
	return (await import(new URL("src/deferred.js", folder).href)).jQuery;
}

test("jQuery does what the model does", async (t) => {
	const jQuery = await loadJQuery();
	assert.equal(
		(await import("../../node_modules/jquery/package.json", { with: { type: "json" } })).default.version,
		"4.0.0",
	);
	const all = programs();
	assert.ok(all.length >= 3000, `${all.length} programs`);
	const library = { Deferred: jQuery.Deferred, when: jQuery.when, drain };
	const events = await compareAll(
		all,
		async ({ program }) => {
			queue = [];
			patience = PATIENCE;
			return await new Run(library).run(program);
		},
		// jQuery reports no unhandled rejections.
		({ trace }) => trace.filter(([what]) => what !== "u" && what !== "r"),
	);
	assert.ok(events > 100_000, `${events} events`);
	t.diagnostic(`${all.length} programs, ${events} events`);
});
