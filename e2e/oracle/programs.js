// The programs of the machine's tests, and what the model in those tests did (deferred/internal/machine): Go writes
// them, so that the Go model, jQuery itself and the shipped files are compared on the same ones.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../", import.meta.url);

/**
 * A step of a program: what to do, to which deferred, how, and steps inside its callbacks.
 *
 * @typedef {[verb: number, d: number, arg: number, body: Step[]]} Step
 *
 * What can be seen from outside: "c" a callback runs, "t" a handler of then, "s" the state after a step, "u" a
 * rejection is reported as unhandled, "r" it is handled after all.
 *
 * @typedef {[what: string, name: number, d: number, value: number, state: number]} Event
 *
 * @typedef {{ name: string, plain: boolean, whole: boolean, program: Step[], trace: Event[] }} Program
 */

/** @returns {Program[]} the same ones at each call: their seed is fixed */
export function programs() {
	const folder = mkdtempSync(join(tmpdir(), "oracle-"));
	try {
		const file = process.env.ORACLE_PROGRAMS ?? write(join(folder, "programs.jsonl"));
		const lines = readFileSync(file, "utf8").trimEnd().split("\n");
		return lines.map((line) => JSON.parse(line));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** @param {string} file */
function write(file) {
	const args = ["test", "./deferred/internal/machine", "-run", "^TestExportPrograms$", "-programs", file];
	execFileSync("go", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
	return file;
}
