// Runs a small program on jQuery and on godeferred, each on a fixture of its own, and compares what it
// returns, what it has written into its log, and what has become of the page.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { jQuery, stage } from "../lib/stage.js";
import { godeferred } from "../lib/started.js";

/** @typedef {($: any, log: (...values: any[]) => void) => any} Program */

/** What most programs work on. */
export const page = `<ul id="list" class="menu"><li class="a first">one</li><li class="b">two <b>bold</b></li><li class="a last" data-n="3">three</li></ul>
<div id="box" class="box" title="a box"><p>a <i>nested</i> text</p><p class="a" lang="en">second</p><span>in line</span></div>
<form id="form"><input name="q" value="text"><input type="checkbox" value="c1" checked><input type="checkbox" value="c2">
<select id="one"><option>x</option><option selected value="why">y</option><option disabled>z</option></select>
<select id="many" multiple><option selected>m1</option><option>m2</option><option selected>m3</option></select>
<textarea>area</textarea><button type="button" disabled>no</button></form>`;

/** @param {any} node @returns {string} */
function nameOf(node) {
	if (node.nodeType === 1) return node.outerHTML;
	if (node.nodeType) return `${node.nodeName} ${node.nodeValue}`;
	return node === window ? "window" : "an object";
}

/** A value in words, the same for the same whoever has made it. @param {any} value @param {any} $ @returns {any} */
function words(value, $) {
	if (value === $) return "$";
	if (typeof value === "function") return "a function";
	if (value === null || typeof value !== "object") return `${typeof value} ${value}`;
	if (value.nodeType || value === window) return nameOf(value);
	if (value instanceof $) return ["collection", ...Array.from(value, (one) => words(one, $))];
	if (Array.isArray(value)) return value.map((one) => words(one, $));
	if (value.preventDefault) return `event ${value.type}`;
	return Object.fromEntries(
		Object.keys(value)
			.sort()
			.map((key) => [key, words(value[key], $)]),
	);
}

/** @param {any} $ @param {string} html @param {Program} program */
function play($, html, program) {
	stage.innerHTML = html;
	/** @type {any[]} */
	const log = [];
	let result;
	try {
		result = words(
			program($, (...values) => log.push(words(values, $))),
			$,
		);
	} catch (error) {
		result = `throws a ${/** @type {Error} */ (error).constructor.name}: ${error}`;
	}
	const end = { log, html: stage.innerHTML };
	$(stage).off();
	$(document).off();
	$(window).off();
	return { result, ...end };
}

let count = 0;

/** How many programs there are. */
export const programs = () => count;

/**
 * Registers a test that both do the same.
 *
 * @param {Program} program
 * @param {string} [html]
 * @param {string} [title]
 */
export function same(program, html = page, title = String(program).replace(/\s+/g, " ")) {
	count++;
	test(title, () => compare(program, html));
}

/** Throws unless both do the same. @param {Program} program @param {string} [html] */
export function compare(program, html = page) {
	const theirs = play(jQuery, html, program);
	const ours = play(godeferred, html, program);
	deepEqual(ours.result, theirs.result, "result");
	deepEqual(ours.log, theirs.log, "log");
	equal(ours.html, theirs.html, "html");
	ok(!String(theirs.result).startsWith("throws"), String(theirs.result));
}
