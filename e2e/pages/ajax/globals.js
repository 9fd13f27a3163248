// The events of all requests, beside jQuery's: who hears of what, in which order.

import { deepEqual, equal, ok, test, turn } from "../lib/test.js";
import { Log, record } from "./record.js";
import { godeferred } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);
const names = ["ajaxStart", "ajaxSend", "ajaxSuccess", "ajaxError", "ajaxComplete", "ajaxStop"];

/** @param {any} $ @param {any} what */
const add = ($, what) => $(what).appendTo("body");

/** @type {[name: string, start: (library: any, log: Log) => any][]} */
const cases = [
	["global: false tells nobody", ($, log) => $.ajax(log.all({ url: "/text", global: false }))],
	[
		"an element is where it happens, and those above hear of it",
		($, log) => {
			const outer = add($, "<div><p></p></div>");
			outer.on(names.join(" "), (/** @type {any} */ { type, target }) =>
				log.add("outer", type, target.nodeName),
			);
			return $.ajax(log.all({ url: "/text", context: outer.find("p")[0] })).always(() => outer.remove());
		},
	],
	[
		"each element of a collection that is the context",
		($, log) => {
			const two = add($, "<b></b><b></b>");
			two.on("ajaxComplete", (/** @type {any} */ event) => log.add(event.type, two.index(event.target)));
			return $.ajax({ url: "/text", context: two }).always(() => two.remove());
		},
	],
	[
		"a method for each event",
		($, log) => {
			const page = $(document);
			for (const name of names)
				page[name]((/** @type {any} */ event) =>
					log.add("method", name, event.type, event.isPropagationStopped()),
				);
			return $.ajax("/missing").always(() => setTimeout(() => page.off(names.join(" "))));
		},
	],
	[
		"functions in properties",
		($, log) => {
			const page = /** @type {any} */ (document);
			for (const name of names) page[`on${name}`] = log.as(`on${name}`, () => undefined);
			log.show = (value) => value?.type ?? typeof value;
			return $.ajax("/text").always(() =>
				setTimeout(() => {
					for (const name of names) delete page[`on${name}`];
				}),
			);
		},
	],
	[
		"a header that ajaxSend adds is sent",
		($, log) => {
			$(document).one("ajaxSend", (/** @type {any} */ _, /** @type {any} */ jqXHR) =>
				jqXHR.setRequestHeader("X-Late", "1"),
			);
			return $.ajax(log.all({ url: "/echo" }));
		},
	],
	[
		"a request that ajaxSend aborts is not made",
		($, log) => {
			$(document).one("ajaxSend", (/** @type {any} */ _, /** @type {any} */ jqXHR) => jqXHR.abort());
			return $.ajax(log.all({ url: "/echo" }));
		},
	],
	[
		"one that beforeSend cancels has a start and an end",
		($, log) => $.ajax(log.all({ url: "/text", beforeSend: () => false })),
	],
	["a script", ($) => $.getScript("/script")],
	["JSONP", ($, log) => $.ajax(log.all({ url: "/jsonp", dataType: "jsonp" }))],
];

for (const [name, start] of cases) {
	test(name, async () => {
		const play = async (/** @type {any} */ $) => {
			const lines = await record($, start);
			await turn();
			return lines;
		};
		const theirs = await play(jQuery);
		deepEqual(await play(godeferred), theirs);
		ok(theirs.length > 2);
	});
}

test("start and stop once for all that overlap, and again for the next", async () => {
	/** @type {string[][]} */
	const seen = [];
	for (const $ of [jQuery, godeferred]) {
		/** @type {string[]} */
		const heard = [];
		const page = $(document).on("ajaxStart ajaxStop", (/** @type {any} */ { type }) => heard.push(type));
		await $.when($.ajax("/text"), $.ajax("/json"), $.ajax("/text"));
		await $.ajax("/text");
		await turn();
		page.off("ajaxStart ajaxStop");
		seen.push(heard);
	}
	deepEqual(seen[1], seen[0]);
	equal(seen[1].join(" "), "ajaxStart ajaxStop ajaxStart ajaxStop");
});

test("a handler that throws is reported, and keeps nobody from hearing", async (t) => {
	const reported = t.errors();
	let heard = 0;
	const page = godeferred(document);
	const fail = () => {
		throw new RangeError("of the page");
	};
	for (const name of names) page.on(name, fail).on(name, () => heard++);
	await godeferred.ajax("/text");
	await turn();
	page.off(names.join(" "));
	deepEqual([heard, reported.length], [5, 5]);
});

test("a URL that ajaxSend makes dangerous is refused, and the request ends", async () => {
	let ended = 0;
	godeferred(document)
		.one("ajaxSend", (/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ settings) => {
			settings.url = "javascript:alert(1)";
		})
		.one("ajaxStop", () => ended++);
	let refused;
	try {
		godeferred.ajax("/text");
	} catch (error) {
		refused = error;
	}
	ok(refused instanceof TypeError);
	equal(ended, 1);
});
