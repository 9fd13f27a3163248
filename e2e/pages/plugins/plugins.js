// Plugins as they are published, used as their visitors do: on jQuery 3, the last that they know of, and on
// godeferred as `$`. The page must look the same after each step.

import { deepEqual, ok, run, test } from "../lib/test.js";
import { lazyload } from "./lazyload.js";
import { pjax } from "./pjax.js";
import { select2 } from "./select2.js";
import { flexslider, slick } from "./sliders.js";
import { validate } from "./validate.js";

const scope = /** @type {any} */ (window);
const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));

/**
 * What a scenario gets: the library, the stage, a log, and the visitor's hand.
 *
 * @typedef {object} Kit
 * @property {any} $
 * @property {HTMLElement} stage
 * @property {(...what: any[]) => void} log
 * @property {() => void} look writes down how the stage looks
 * @property {(selector: string, i?: number) => Promise<void>} click the browser's own click
 * @property {(html: string) => void} show
 * @property {(target: any, types: string) => Promise<void>} event
 */

/** @typedef {(kit: Kit) => Promise<void>} Scenario */

/** Without ids that plugins make up, and the class that select2 removes when its timer runs. @param {string} html */
const plain = (html) =>
	html.replace(/ (data-select2-id|id|aria-\w+)="[^"]*"| select2-container--focus/g, "").replace(/\s+/g, " ");

/** @param {any} $ @param {Scenario} scenario */
async function lines($, scenario) {
	/** @type {string[]} */
	const written = [];
	const log = (/** @type {any[]} */ ...what) =>
		written.push(what.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "));
	scope.jQuery = scope.$ = $;
	await scenario({
		$,
		stage,
		log,
		look: () => log(plain(document.body.innerHTML.replace(/<script.*/s, ""))),
		show(html) {
			stage.innerHTML = html;
		},
		async click(selector, i = 0) {
			const element = /** @type {HTMLElement} */ (document.querySelectorAll(selector)[i]);
			element.scrollIntoView({ block: "center" });
			const { left, top, width, height } = element.getBoundingClientRect();
			const where = `x=${left + width / 2}&y=${top + height / 2}`;
			const { status } = await fetch(`/click?${where}`, { method: "POST" });
			ok(status < 300, `the click on ${selector}: ${status}`);
		},
		event: (target, types) =>
			new Promise((resolve) => {
				$(target).one(types, () => setTimeout(resolve));
			}),
	});
	$(stage).empty();
	return written;
}

/** @type {Record<string, Record<string, Scenario>>} */
const plugins = { select2, slick, flexslider, pjax, lazyload, validate };

await scope.ours.ready;
// Both would follow the history.
for (const $ of [scope.theirs, scope.ours]) $.pjax?.disable();
for (const [name, scenario] of Object.entries(plugins[scope.plugin])) {
	test(name, async () => {
		const expected = await lines(scope.theirs, scenario);
		ok(expected.length > 2, "something was written down");
		deepEqual(await lines(scope.ours, scenario), expected);
	});
}

await run();
