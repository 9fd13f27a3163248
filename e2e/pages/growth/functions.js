// godeferred's functions that are jQuery's, and those about the page.

import { families, times } from "./surroundings.js";

const nop = () => {};

/** @param {any} godeferred @param {any} jQuery @returns {Record<string, import("./growth.js").Work>} */
export function functionRows(godeferred, jQuery) {
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {
		"each: items": (n) => godeferred.each(times(n, Number), nop),
		"map: items": (n) => godeferred.map(times(n, Number), (/** @type {number} */ i) => [i, i]),
		"grep: items": (n) => godeferred.grep(times(n, Number), nop),
		"inArray: items": (n) => godeferred.inArray(-1, times(n, Number)),
		"makeArray: items": (n) => godeferred.makeArray(times(n, Number)),
		"merge: items": (n) => godeferred.merge([], times(n, Number)),
		"extend: members": (n) => godeferred.extend({}, Object.fromEntries(times(n, (i) => [`m${i}`, i]))),
		"extend: members, deep": (n) =>
			godeferred.extend(true, {}, Object.fromEntries(times(n, (i) => [`m${i}`, { i }]))),
		"unique: elements": (n) => godeferred.unique(families(n)),
		"uniqueSort: elements": (n) => godeferred.uniqueSort(families(n).reverse()),
		"filter: elements": (n) => godeferred.filter("b", families(n)),
		"filter: elements, jQuery's selector": (n) => godeferred.filter("b:header", families(n)),
		"find: elements": (n) => {
			families(n);
			godeferred.find("b");
		},
		"find: elements, jQuery's selectors": (n) => {
			families(n);
			godeferred.find("p:first b, p:has(b):odd, p:eq(3)");
		},
		"ready: calls": (n) => {
			for (let i = 0; i < n; i++) godeferred(document).ready(nop);
		},
		"globalEval: calls": (n) => {
			for (let i = 0; i < n; i++) {
				try {
					godeferred.globalEval("1");
				} catch {}
			}
		},
		"error: calls": (n) => {
			for (let i = 0; i < n; i++) {
				try {
					godeferred.error("one");
				} catch {}
			}
		},
		"load: calls": (n) => {
			for (let i = 0; i < n; i++) godeferred.load();
		},
		"GodeferredError: errors": (n) => {
			for (let i = 0; i < n; i++) new godeferred.GodeferredError("ended", "one");
		},
		"install: calls": {
			top: 10_000,
			why: "each changes a hundred members",
			run: (n) => {
				for (let i = 0; i < n; i++) godeferred.install(jQuery);
				godeferred.uninstall(jQuery);
			},
		},
		"uninstall: calls": {
			top: 1000,
			why: "each changes a hundred members",
			run: (n) => {
				for (let i = 0; i < n; i++) {
					godeferred.install(jQuery);
					godeferred.uninstall(jQuery);
				}
			},
		},
		"visible: elements": (n) => {
			godeferred.visible(families(n));
		},
		"visible: waiters of one signal, which aborts": (n) => {
			const controller = new AbortController();
			const [one] = families(1);
			for (let i = 0; i < n; i++) godeferred.visible(one, { signal: controller.signal }).fail(nop);
			controller.abort();
		},
	};
	const [one] = families(1);
	// Of one thing, again and again.
	/** @type {Record<string, any[]>} */
	const calls = {
		attr: [one, "title"],
		css: [one, "color"],
		prop: [one, "title"],
		text: [one],
		data: [one, "key", 1],
		hasData: [one],
		removeData: [one],
		camelCase: ["margin-top"],
		contains: [document, one],
		isEmptyObject: [{}],
		isNumeric: ["1"],
		isPlainObject: [{}],
		isWindow: [{}],
		isXMLDoc: [one],
		nodeName: [one, "b"],
		proxy: [nop, null],
		trim: [" a "],
		type: [[]],
		isFunction: [1],
		terminate: [],
		noConflict: [],
		Event: ["click"],
		parseHTML: ["<b></b>"],
	};
	for (const [name, args] of Object.entries(calls)) {
		const run = (/** @type {number} */ n) => {
			for (let i = 0; i < n; i++) godeferred[name](...args);
		};
		rows[`${name}: calls`] = name === "parseHTML" ? { top: 10_000, why: "the browser's parser", run } : run;
	}
	return rows;
}
