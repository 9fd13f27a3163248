// jQuery's $.map, and the requests that pages make with it.

import { godeferred } from "../lib/started.js";
import { deepEqual, equal, ok, run, test, throws } from "../lib/test.js";

const { jQuery } = /** @type {any} */ (window);

/** A list, and whether jQuery walks it by index. @type {Record<string, () => any>} */
const lists = {
	"an array": () => ["a", "b", "c"],
	"an empty array": () => [],
	"a sparse array": () => Object.assign(["a"], { 2: "c" }),
	"an array with a property": () => Object.assign(["a"], { extra: "x" }),
	"an object": () => ({ a: 1, b: 2 }),
	"an object that inherits": () => Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } }),
	"an array-like": () => ({ length: 2, 0: "a", 1: "b" }),
	"an array-like without its last member": () => ({ length: 2, 0: "a" }),
	"an array-like that lacks its first": () => ({ length: 2, 1: "b" }),
	"an object of length 0": () => ({ length: 0, a: 1 }),
	"an object whose length is no number": () => ({ length: "1", 0: "a" }),
	"an object of negative length": () => ({ length: -1, a: 1 }),
	"an object of half a length": () => ({ length: 1.5, 0.5: "half", 0: "a" }),
	arguments: () =>
		(function (/** @type {any[]} */ ..._) {
			return arguments;
		})("a", "b"),
	"a list of nodes": () => document.querySelectorAll("meta, script"),
	"a String": () => new String("ab"),
	"an empty string": () => "",
	"a number": () => 5,
	"a symbol": () => Symbol("s"),
	null: () => null,
	undefined: () => undefined,
	false: () => false,
	"a function": () => Object.assign((/** @type {any} */ _) => {}, { a: 1 }),
	"a Map": () => new Map([["a", 1]]),
	"typed numbers": () => new Uint8Array([7, 8]),
	"an object that is its own window": () => {
		const odd = { length: 1, 0: "a", window: /** @type {any} */ (null) };
		odd.window = odd;
		return odd;
	},
};

/** @type {Record<string, (value: any, key: any) => any>} */
const results = {
	itself: (value) => value,
	"its key": (_, key) => key,
	"a list": (value, key) => [key, [value, null]],
	"null, undefined and values that are false": (_, key) => ({ 0: null, 1: undefined, a: 0 })[key] ?? false,
	"an array-like, which stays": () => ({ length: 1, 0: "a" }),
	"a sparse list": () => Object.assign([], { 1: 1 }),
};

for (const [what, list] of Object.entries(lists)) {
	test(`map of ${what} is jQuery's`, () => {
		for (const [name, fn] of Object.entries(results)) {
			const [ours, theirs] = [godeferred, jQuery].map(($) => {
				/** @type {any[]} */
				const calls = [];
				const given = list();
				const found = $.map(
					given,
					/** @this {any} */ function (/** @type {any[]} */ ...args) {
						calls.push([this === undefined, args[0] === given?.[args[1]], ...args.slice(1)]);
						return fn(args[0], args[1]);
					},
				);
				ok(Array.isArray(found));
				return { calls, found: found.map(String) };
			});
			deepEqual(ours, theirs, name);
		}
	});
}

test("map hands a third argument on, and reads the length once, as jQuery", () => {
	const [ours, theirs] = [godeferred, jQuery].map(($) => {
		const list = ["a", "b"];
		return $.map(
			list,
			(/** @type {any} */ value, /** @type {any} */ i, /** @type {any} */ more) => {
				list.push("later");
				return value + i + more;
			},
			"more",
		);
	});
	deepEqual(ours, theirs);
});

test("what jQuery's map throws is thrown", () => {
	for (const $ of [godeferred, jQuery]) {
		throws(() => $.map("ab", (/** @type {any} */ one) => one), TypeError);
		throws(() => $.map(["a"]), TypeError);
		throws(
			() =>
				$.map(["a"], () => {
					throw new RangeError("mine");
				}),
			RangeError,
		);
	}
	throws(() => godeferred.map([], "no"), /^godeferred\.map: fn must be a function, not "no"$/);
});

const urls = ["/echo?a", "/echo?b", "/echo?c"];

/** The commonest way to make several requests. @param {any} $ @returns {Promise<any[]>} */
const requested = ($) =>
	new Promise((resolve) => {
		$.when
			.apply(
				$,
				$.map(urls, (/** @type {string} */ url) => $.getJSON(url)),
			)
			.done((/** @type {any[]} */ ...answers) =>
				resolve(answers.map(([data, text, jqXHR]) => [data.url, text, jqXHR.status, jqXHR.state()])),
			);
	});

test("when of mapped requests waits for them all, as in jQuery", async () => {
	const ours = await requested(godeferred);
	deepEqual(
		ours,
		urls.map((url) => [url, "success", 200, "resolved"]),
	);
	deepEqual(ours, await requested(jQuery));
});

test("a jQuery with install keeps its map, and has mapAsync", async () => {
	const { map } = jQuery;
	godeferred.install(jQuery);
	equal(jQuery.map, map);
	equal(jQuery.mapAsync, godeferred.mapAsync);
	deepEqual(
		await requested(jQuery),
		urls.map((url) => [url, "success", 200, "resolved"]),
	);
	const found = await jQuery.mapAsync(urls, jQuery.getJSON, { concurrency: 2 });
	deepEqual(
		found.map((/** @type {any} */ { url }) => url),
		urls,
	);
	godeferred.uninstall(jQuery);
	ok(!("mapAsync" in jQuery));
	equal(jQuery.map, map);
});

test("map with the options of mapAsync warns once", () => {
	const { warn } = console;
	/** @type {string[]} */
	const warned = [];
	console.warn = (text) => warned.push(text);
	try {
		godeferred.map([1], Number, {});
		godeferred.map([1], Number, "concurrency");
		deepEqual(warned, []);
		deepEqual(
			godeferred.map([1, 2], (/** @type {number} */ n) => n, { concurrency: 2 }),
			[1, 2],
		);
		godeferred.map([1], Number, { signal: new AbortController().signal });
	} finally {
		console.warn = warn;
	}
	equal(warned.length, 1);
	ok(/call mapAsync\(list, fn, \{ concurrency, signal \}\)/.test(warned[0]), warned[0]);
});

await run();
