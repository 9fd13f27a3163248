// The checker without its page: what a program's text has that differs here.

import { jQueryNames } from "./checker-jquery.js";
import { rules } from "./checker-rules.js";
import { memberName, placeOf, usesOf } from "./checker-uses.js";

/**
 * @typedef {import("./checker-names.js").Names} Names
 * @typedef {import("./checker-rules.js").Rule} Rule
 * @typedef {import("./checker-uses.js").Use} Use
 *
 * @typedef {{ line: number, column: number, code: string }} Place
 * @typedef {Pick<Rule, "id" | "level" | "section" | "row" | "title" | "here" | "change"> & { places: Place[] }} Finding
 * @typedef {{ title: string, places: Place[], tested: boolean }} Unknown
 *
 * @typedef {object} Answer
 * @property {Finding[]} findings in the order of their first lines
 * @property {Unknown[]} unknown members that neither jQuery nor godeferred has, and the program does not define
 * @property {number} uses how many uses of jQuery there are
 * @property {number} unchanged how many of them work as they are
 */

/** Plugins that are tested, by their methods. */
const tested = new Set(["select2", "slick", "flexslider", "pjax", "lazyload", "validate"]);

/** What was removed from jQuery before 3.7, and what to write instead. @type {Record<string, string>} */
const removed = {
	"collection live": "on, with a selector",
	"collection die": "off",
	"collection size": "length",
	"collection andSelf": "addBack",
	"collection context": "your own variable",
	"collection selector": "your own variable",
	"collection error": 'on("error", …)',
	"collection unload": 'on("pagehide", …)',
	"$ browser": "a test of what you need",
	"$ boxModel": "nothing: it is always true",
	"$ sub": "a function of your own",
	"request success": "done",
	"request error": "fail",
	"request complete": "always",
};

/** What to write instead of what is missing here. @type {Record<string, string>} */
const instead = {
	Callbacks: "An array of functions, or a deferred with `progress`.",
	escapeSelector: "`CSS.escape`.",
	holdReady: "A deferred, and `$.when($.ready, deferred)`.",
	_data: "`$.data`.",
	cleanData: "`event.special`: its `teardown` tells of removed elements.",
	expando: "`$.data`.",
};

/**
 * Checks a program's text. It throws acorn's SyntaxError, with `loc`, if the text is not JavaScript.
 * @param {string} text
 * @param {{ acorn: any, walk: any, names: Names }} parts acorn, acorn-walk, and the names that godeferred has
 * @returns {Answer}
 */
export function check(text, { acorn, walk, names }) {
	const isMethod = (/** @type {string} */ name) => jQueryNames.fn.has(name) || names.fn.has(name);
	const { uses, resolve } = usesOf(parse(text, acorn), walk, isMethod);
	const lines = text.split(/\r\n?|\n/);
	const defined = definedIn(uses);
	/** @type {Map<string, any>} */
	const findings = new Map();
	/** @type {Map<string, Unknown>} */
	const unknown = new Map();
	let unchanged = 0;
	for (const use of uses) {
		const { line, column } = acorn.getLineInfo(text, placeOf(use));
		const place = { line, column, code: lines[line - 1].trim() };
		const found = rules.filter((rule) => rule.finds(use, { resolve, names: jQueryNames, defined }));
		const list = listOf(use);
		const known = isKnown(use, list, names, defined);
		const old = removed[`${use.of} ${use.name}`];
		if (!known && old)
			found.push(missing(use, "removed", "", `jQuery has removed it, and it is not here.`, `Use ${old}.`));
		else if (!known && list && jQueryNames[list].has(use.name)) {
			if (!found.some((rule) => rule.level === "change"))
				found.push(
					missing(
						use,
						"missing",
						rowOf(use),
						"It is missing here.",
						instead[use.name] ?? "Write it another way.",
					),
				);
		} else if (!known) {
			const title = nameOf(use);
			if (!unknown.has(title)) unknown.set(title, { title, places: [], tested: tested.has(use.name) });
			unknown.get(title)?.places.push(place);
		}
		for (const { finds: _, ...rule } of found) {
			if (!findings.has(rule.id)) findings.set(rule.id, { ...rule, places: [] });
			findings.get(rule.id).places.push(place);
		}
		if ((known || found.length > 0) && found.every((rule) => rule.level === "note")) unchanged++;
	}
	return { findings: [...findings.values()], unknown: [...unknown.values()], uses: uses.length, unchanged };
}

/**
 * Whether godeferred or the program has it. A field that is only read may be anything, such as responseText.
 * @param {Use} use @param {keyof Names | undefined} list @param {Names} names @param {Set<string>} defined
 */
function isKnown(use, list, names, defined) {
	if (!list || use.assigned !== undefined || !/^\w/.test(use.name)) return true;
	if (names[list].has(use.name) || defined.has(`${list} ${use.name}`)) return true;
	return use.args === undefined && !jQueryNames[list].has(use.name) && !removed[`${use.of} ${use.name}`];
}

/** A script or a module. @param {string} text @param {any} acorn */
function parse(text, acorn) {
	const options = { ecmaVersion: "latest", allowHashBang: true, allowReturnOutsideFunction: true };
	try {
		return acorn.parse(text, { ...options, sourceType: "script" });
	} catch (error) {
		try {
			return acorn.parse(text, { ...options, sourceType: "module" });
		} catch {
			throw error;
		}
	}
}

/** Members that the program itself adds: its plugins, and its own functions on jQuery. @param {Use[]} uses */
function definedIn(uses) {
	const defined = new Set();
	for (const use of uses) {
		if (use.assigned) defined.add(`${listOf(use) ?? use.of} ${use.name}`);
		if (use.name !== "extend" || !use.args || !(use.of === "$.fn" || use.of === "$")) continue;
		// $.fn.extend({…}), $.extend({…}) and $.extend($.fn, {…}).
		const [first, second] = use.args;
		const toFn = use.of === "$.fn" || (first?.type === "MemberExpression" && memberName(first) === "fn");
		const added = use.of === "$" && toFn ? second : first;
		if (use.args.length > 1 && !(use.of === "$" && toFn)) continue;
		for (const property of added?.properties ?? [])
			if (property.key) defined.add(`${toFn ? "fn" : "$"} ${property.key.name ?? property.key.value}`);
	}
	return defined;
}

/**
 * Which list of names a use belongs to; none for members with names of the page's.
 * @param {Use} use @returns {keyof Names | undefined}
 */
function listOf({ of }) {
	if (of === "collection" || of === "$.fn") return "fn";
	return of === "$" ||
		of === "promise" ||
		of === "request" ||
		of === "$.fx" ||
		of === "$.event" ||
		of === "$.expr" ||
		of === "$.Deferred"
		? of
		: undefined;
}

/** @param {Use} use */
function nameOf({ of, name }) {
	if (of === "promise" || of === "request" || of === "collection" || of === "$.fn") return `.${name}`;
	return `${of}.${name}`;
}

/** @param {Use} use */
const rowOf = (use) => (use.of === "$" ? `$.${use.name}` : use.name);

/** @param {Use} use @param {string} kind @param {string} row @param {string} here @param {string} change @returns {any} */
const missing = (use, kind, row, here, change) => ({
	id: `${kind} ${nameOf(use)}`,
	level: "change",
	section: "The collection",
	row,
	title: `\`${nameOf(use)}\``,
	here,
	change,
});
