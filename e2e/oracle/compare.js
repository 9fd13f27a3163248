// Judges traces.

import assert from "node:assert/strict";

/**
 * @typedef {import("./programs.js").Program} Program
 * @typedef {import("./programs.js").Event} Event
 */

const SHOWN = 3; // differing programs; the first alone mostly says it all

/**
 * Runs all programs and fails at the end where a trace differs from the model's.
 *
 * @param {Program[]} programs
 * @param {(program: Program) => Promise<Event[]>} run
 * @param {(program: Program) => Event[]} visible the model's trace, as far as this library can show it
 */
export async function compareAll(programs, run, visible) {
	let events = 0;
	const differing = [];
	for (const program of programs) {
		const want = visible(program);
		const got = await run(program);
		events += got.length;
		const at = firstDifference(want, got);
		if (at >= 0) differing.push(describe(program, want, got, at));
	}
	assert.equal(
		differing.length,
		0,
		`${differing.length} of ${programs.length} programs differ\n\n${differing.slice(0, SHOWN).join("\n\n")}`,
	);
	return events;
}

/** @param {Event[]} a @param {Event[]} b */
function firstDifference(a, b) {
	for (let i = 0; i < Math.max(a.length, b.length); i++) {
		if (a[i] === undefined || b[i] === undefined || a[i].some((field, j) => field !== b[i][j])) return i;
	}
	return -1;
}

/** @param {Program} program @param {Event[]} want @param {Event[]} got @param {number} at */
function describe(program, want, got, at) {
	const near = (/** @type {Event[]} */ trace) => JSON.stringify(trace.slice(Math.max(0, at - 3), at + 3));
	return [
		`${program.name}: event ${at} of ${want.length}`,
		`model ${near(want)}`,
		`here  ${near(got)}`,
		JSON.stringify(program.program),
	].join("\n");
}
