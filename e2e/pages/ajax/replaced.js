// A page may replace a function of godeferred's. The replacement is called wherever jQuery would call it.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);

/**
 * Replaces a member while fn runs.
 *
 * @param {any} $
 * @param {string} name
 * @param {(before: any) => any} make
 * @param {() => any} fn
 */
async function replacing($, name, make, fn) {
	const before = $[name];
	$[name] = make(before);
	try {
		return await fn();
	} finally {
		$[name] = before;
	}
}

/** @type {[string, (get: any) => any][]} */
const calls = [
	["get", (get) => get("/a")],
	["get", (get) => get("/a", { b: 1 }, () => {}, "json")],
	["get", (get) => get("/a", () => {}, "text")],
	["get", (get) => get("/a", null, "text")],
	["get", (get) => get({ url: "/a", headers: { a: "b" } })],
	["post", (post) => post("/a", "b")],
	["post", (post) => post({ url: "/a", type: "PUT", data: 1 })],
	["getJSON", (getJSON) => getJSON("/a", { b: 1 }, () => {})],
	["getJSON", (getJSON) => getJSON("/a", () => {})],
	["getScript", (getScript) => getScript("/a", () => {})],
];

test("ajax is called by the functions built on it, also detached", async () => {
	for (const [name, call] of calls) {
		/** @type {any[]} */
		const seen = [];
		for (const $ of [jQuery, godeferred]) {
			const spy = () =>
				/** @this {any} */ function (/** @type {any[]} */ ...args) {
					seen.push([this === $, args.map((one) => shown(one))]);
					return "mine";
				};
			equal(await replacing($, "ajax", spy, () => call($[name])), "mine");
		}
		equal(seen.length, 2);
		deepEqual(seen[1], seen[0], `${name}: ${call}`);
	}
});

/** The settings of a call, with those that are left out. @param {any} settings */
const shown = (settings) =>
	Object.entries(settings)
		.map(([name, value]) => `${name}: ${typeof value === "function" ? "function" : JSON.stringify(value)}`)
		.sort();

test("get is called by getJSON and getScript", async () => {
	for (const [name, call] of calls.slice(-3)) {
		/** @type {any[]} */
		const seen = [];
		for (const $ of [jQuery, godeferred]) {
			const spy =
				() =>
				(/** @type {any[]} */ ...args) =>
					seen.push(args.map(String));
			await replacing($, "get", spy, () => call($[name]));
		}
		deepEqual(seen[1], seen[0], name);
	}
});

test("a wrapper may go on to the one before", async () => {
	for (const $ of [jQuery, godeferred]) {
		/** @type {string[]} */
		const urls = [];
		const wrap = (/** @type {any} */ before) => (/** @type {any} */ settings) => {
			urls.push(settings.url);
			return before({ ...settings, url: "/text" });
		};
		equal(await replacing($, "ajax", wrap, () => $.get("/elsewhere")), "hällo");
		deepEqual(urls, ["/elsewhere"]);
	}
	nothingLeft();
});

test("put, patch, delete and cachedGetScript go through them, too", async () => {
	/** @type {string[]} */
	const types = [];
	const spy = () => (/** @type {any} */ settings) => types.push(settings.type);
	for (const name of ["put", "patch", "delete"])
		await replacing(godeferred, "ajax", spy, () => godeferred[name]("/a"));
	deepEqual(types, ["put", "patch", "delete"]);
	const script = () => () => godeferred.Deferred().resolve("mine");
	equal(
		await replacing(godeferred, "getScript", script, () => godeferred.cachedGetScript("/none.js")),
		"mine",
	);
});

test("param writes the data", async () => {
	for (const $ of [jQuery, godeferred]) {
		const mine = () => (/** @type {any} */ data, /** @type {any} */ traditional) =>
			`mine=${data.a}${traditional}`;
		const { url } = await replacing($, "param", mine, () =>
			$.ajax({ url: "/echo", data: { a: 1 }, traditional: true }),
		);
		equal(url, "/echo?mine=1true");
	}
});

test("active counts the requests under way", async () => {
	for (const $ of [jQuery, godeferred]) {
		equal($.active, 0);
		const all = [$.get("/text"), $.get("/missing"), $.ajax("/text", { global: false })];
		equal($.active, 2);
		/** @type {any[]} */
		const seen = [];
		for (const one of all.slice(0, 2)) one.always(() => seen.push($.active));
		await Promise.allSettled(all);
		$.get("/never").abort();
		equal($.active, 0);
		ok(seen.includes(1) && !seen.includes(0), seen.join());
	}
});

test("a page's own document.createElement makes the scripts, as ad blockers and consent forms need it", async () => {
	for (const $ of [jQuery, godeferred]) {
		/** @type {string[]} */
		const made = [];
		const { createElement } = document;
		document.createElement = (/** @type {string} */ name) => {
			made.push(name.toLowerCase());
			return createElement.call(document, name);
		};
		try {
			await $.ajax("/script", { dataType: "script", crossDomain: true });
		} finally {
			Reflect.deleteProperty(document, "createElement");
		}
		ok(made.includes("script"), made.join());
	}
});

test("ajaxSettings are the live defaults", async () => {
	for (const $ of [jQuery, godeferred]) {
		const { ajaxSettings } = $;
		equal($.ajaxSetup({ mine: 1 }), ajaxSettings);
		equal(ajaxSettings.mine, 1);
		ajaxSettings.headers = { "X-Live": "1" };
		equal((await $.get("/echo")).headers["X-Live"], "1");
		delete ajaxSettings.headers;
		delete ajaxSettings.mine;
		ok(ajaxSettings.xhr() instanceof XMLHttpRequest);
		$.ajaxSettings = { ...ajaxSettings, type: "POST" };
		equal((await $.ajax("/echo")).method, "POST");
		$.ajaxSettings = ajaxSettings;
		for (const [type, of] of ["xml text/xml", "html application/html5", "json a/json+b"].map((row) =>
			row.split(" "),
		))
			ok(ajaxSettings.contents[type].test(of));
		for (const name of ["accepts", "contents", "converters", "responseFields", "flatOptions"])
			ok(ajaxSettings[name]);
	}
});

test("the xhr of the settings makes the request, and may use the default one", async () => {
	for (const $ of [jQuery, godeferred]) {
		let made = 0;
		const xhr = () => {
			made++;
			return $.ajaxSettings.xhr();
		};
		equal(await $.ajax({ url: "/text", xhr }), "hällo");
		equal(made, 1);
	}
});

test("param is called by serialize", async () => {
	const form = document.createElement("form");
	form.innerHTML = "<input name=a value=1>";
	/** @type {any[]} */
	const seen = [];
	for (const $ of [jQuery, godeferred])
		await replacing(
			$,
			"param",
			() =>
				(/** @type {any[]} */ ...args) =>
					seen.push(JSON.stringify(args)) && "mine",
			() => seen.push($(form).serialize()),
		);
	deepEqual(seen.slice(2), seen.slice(0, 2));
	deepEqual(seen[1], "mine");
});
