// What a page sees of jQuery with and without install: every callback with its context and arguments, in
// the same order.

import { ajaxCases } from "./ajax.js";
import { moves } from "./moves.js";
import { programs } from "./programs.js";
import { build, godeferred, loadJQuery } from "./builds.js";
import { Log, record } from "../ajax/record.js";
import { deepEqual, ok, test, turn } from "../lib/test.js";

const older = build.includes("jquery3");
const $ = await loadJQuery();
const had = {
	Deferred: "Deferred" in $,
	queue: "queue" in $.fn,
	animate: "animate" in $.fn,
	ajax: "ajax" in $,
};

/**
 * Runs fn with jQuery alone and with ours in it.
 *
 * @param {() => Promise<string[]>} fn
 */
async function same(fn) {
	const alone = await fn();
	godeferred.install($);
	try {
		deepEqual(await fn(), alone);
	} finally {
		godeferred.uninstall($);
	}
	ok(alone.length > 1, "something was written down");
}

/** A log that shows what the programs deal in. */
class Trace extends Log {
	/** @param {any} value @returns {string} */
	show(value) {
		if (value === $) return "jQuery";
		if (value === document) return "document";
		if (value?.jquery) return `collection of ${value.length}`;
		if (value instanceof Element) return `element ${value.id}`;
		if (Array.isArray(value)) return `[${Array.from(value, (one) => this.show(one)).join()}]`;
		if (typeof value?.tweens === "object") return `animation of ${value.elem.id}`;
		if (typeof value?.state === "function") return `promise ${value.state()}`;
		if (typeof value?.then === "function") return "thenable";
		return super.show(value);
	}
}

for (const [name, needs, run] of [...programs, ...moves]) {
	if (!(/** @type {Record<string, boolean>} */ (had)[needs])) continue;
	test(name, () =>
		same(async () => {
			const elements = $('<div id="one" style="width: 9px">1</div><div id="two">2</div>').appendTo(
				document.body,
			);
			const log = new Trace();
			await run($, log, elements);
			await turn();
			await turn(); // jQuery's own then waits for one
			elements.remove();
			return log.lines;
		}),
	);
}

if (had.ajax) {
	// jQuery 3 cannot send these without processData: false.
	const possible = ajaxCases.filter(([name]) => !older || !/^POST of (a Blob|parameters)$/.test(name));
	for (const [name, start] of possible) test(`ajax: ${name}`, () => same(() => record($, start)));
	test("there are at least ninety requests", () => ok(possible.length >= 90, String(possible.length)));
}
