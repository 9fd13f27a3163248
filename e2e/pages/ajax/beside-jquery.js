// The same settings given to jQuery.ajax 4.0.0 and to ours: the same callbacks, in the same order,
// with the same arguments. What differs on purpose is in COMPAT.md.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";
import "./globals.js";
import { cases } from "./cases.js";
import { record } from "./record.js";
import { paramCases } from "./param.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);

for (const [name, start] of cases) {
	test(name, async () => {
		const theirs = await record(jQuery, start);
		const ours = await record(godeferred, start);
		for (const [i, line] of theirs.entries()) equal(ours[i], line);
		equal(ours.length, theirs.length);
		ok(theirs.length > 2);
		nothingLeft();
	});
}

test("there are at least sixty cases", () => ok(cases.length >= 60, String(cases.length)));

test("ajaxSetup holds for requests that do not say otherwise", async () => {
	const before = {
		timeout: 0,
		beforeSend: null,
		success: null,
		complete: null,
		headers: null,
		dataType: null,
	};
	const set = (/** @type {any} */ $, /** @type {any} */ log) =>
		$.ajaxSetup({
			timeout: 5000,
			headers: { "X-A": "1" },
			beforeSend: log.as("global before"),
			success: log.as("global success"),
			complete: log.as("global complete"),
		});
	/** @type {string[][][]} */
	const seen = [];
	for (const $ of [jQuery, godeferred]) {
		const lines = [];
		lines.push(
			await record($, (_, log) => {
				set($, log);
				return $.ajax("/echo");
			}),
		);
		lines.push(
			await record($, (_, log) => {
				set($, log);
				return $.ajax("/echo", { headers: { "X-B": "2" }, success: log.as("own") });
			}),
		);
		$.ajaxSetup(before);
		seen.push(lines);
	}
	deepEqual(seen[1], seen[0]);
});

test("ifModified asks with what the last answer said", async () => {
	/** @type {string[][]} */
	const seen = [];
	for (const $ of [jQuery, godeferred]) {
		const name = $ === jQuery ? "theirs" : "ours";
		for (let i = 0; i < 2; i++) {
			const start = (/** @type {any} */ _, /** @type {any} */ log) =>
				$.ajax(log.all({ url: `/modified?${name}`, ifModified: true }));
			seen.push((await record($, start)).map((line) => line.replace(name, "")));
		}
	}
	deepEqual(seen[2], seen[0]);
	deepEqual(seen[3], seen[1]);
	ok(seen[1].join().includes("notmodified"));
});

for (const { name, value, traditional } of paramCases) {
	test(`param: ${name}`, () => equal(godeferred.param(value, traditional), jQuery.param(value, traditional)));
}

await run();
