// Runs the cases, in pages and in Node: each place has its own way to import.

import { deepEqual, equal, ok } from "../lib/assert.js";
import { cases, unchanged } from "./cases.js";

/**
 * The tests, by name.
 * @param {{ check: any, rules: any[], parts: any, compat: string, godeferred: any, inPage: boolean }} it
 * @returns {[string, () => unknown][]}
 */
export function testsOf({ check, rules, parts, compat, godeferred, inPage }) {
	/** @param {string} text */
	const found = (text) => {
		const { findings, unknown } = check(text, parts);
		/** @type {Record<string, number[]>} */
		const lines = {};
		for (const { id, places } of findings) lines[id] = places.map((/** @type {any} */ { line }) => line);
		for (const { title, places } of unknown)
			lines[`? ${title}`] = places.map((/** @type {any} */ { line }) => line);
		return lines;
	};
	const rows = compat
		.replaceAll("`", "")
		.split("\n")
		.filter((line) => line.startsWith("| "));
	return [
		...cases.map(
			({ text, finds, does }) =>
				/** @type {[string, () => unknown]} */ ([
					`finds ${Object.keys(finds).join(", ") || "nothing"} in ${text.slice(0, 40).replace(/\s+/g, " ")}`,
					async () => {
						deepEqual(sorted(found(text)), sorted(finds));
						if (inPage) await does?.(godeferred);
					},
				]),
		),
		[
			"finds nothing in what works as it is",
			() => {
				for (const text of unchanged) {
					deepEqual(found(text), {}, text);
					const { uses, unchanged: same } = check(text, parts);
					ok(uses > 0 && uses === same, `${text}: ${same} of ${uses}`);
				}
			},
		],
		[
			"each rule has a case",
			() => {
				const seen = new Set(cases.flatMap(({ finds }) => Object.keys(finds)));
				deepEqual(
					rules.filter(({ id }) => !seen.has(id)).map(({ id }) => id),
					[],
				);
			},
		],
		[
			"each rule cites a row of COMPAT.md, under its heading",
			() => {
				for (const { id, row, section } of rules) {
					ok(compat.includes(`\n## ${section}\n`), `${id}: ${section}`);
					ok(
						row === "" || rows.some((line) => line.startsWith(`| ${row}`)),
						`${id}: no row begins with: ${row}`,
					);
				}
			},
		],
		[
			"a syntax error has its place",
			() => {
				try {
					check("var a;\nvar b = ;", parts);
					ok(false, "no error");
				} catch (error) {
					equal(/** @type {any} */ (error).loc.line, 2);
				}
			},
		],
	];
}

/** @param {Record<string, number[]>} lines */
const sorted = (lines) => Object.fromEntries(Object.entries(lines).sort(([a], [b]) => (a < b ? -1 : 1)));
