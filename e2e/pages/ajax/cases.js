// The cases of the side-by-side test: name, and a function that makes the request with either library.

/** @typedef {import("./record.js").Log} Log */
/** @typedef {[name: string, start: (library: any, log: Log) => any]} Case */

/**
 * A case that is settings alone, with every callback written down.
 *
 * @param {string} name
 * @param {any | ((log: Log) => any)} settings
 * @returns {Case}
 */
const of = (name, settings) => [
	name,
	($, log) => $.ajax(log.all(typeof settings === "function" ? settings(log) : settings)),
];

/** @type {Case[]} */
export const cases = [
	// Answers
	of("text", { url: "/text" }),
	of("JSON by its type", { url: "/json" }),
	of("JSON that is null", { url: "/null" }),
	of("HTML by its type", { url: "/html" }),
	of("XML by its type", { url: "/xml" }),
	of("malformed XML", { url: "/badxml" }),
	of("malformed JSON", { url: "/badjson" }),
	of("empty JSON", { url: "/emptyjson" }),
	of("an empty text", { url: "/empty" }),
	of("no type", { url: "/notype" }),
	of("204", { url: "/nothing" }),
	of("204 and JSON", { url: "/nothing", dataType: "json" }),
	of("HEAD", { url: "/json", method: "HEAD" }),
	of("404", { url: "/missing" }),
	of("404 and JSON", { url: "/missing", dataType: "json" }),
	of("500 with malformed JSON", { url: "/failed-badjson" }),
	of("500 where a script is wanted", { url: "/failed-script", dataType: "script", headers: { "X-A": "1" } }),
	of("a script that nobody asked for", { url: "/script" }),
	of("a redirect", { url: "/moved" }),
	of("Latin 1", { url: "/latin1" }),
	// Types
	of("text as JSON", { url: "/textjson", dataType: "json" }),
	of("JSON as text", { url: "/json", dataType: "text" }),
	of("JSON as HTML", { url: "/json", dataType: "html" }),
	of("text as XML", { url: "/xmltext", dataType: "xml" }),
	of("HTML as JSON", { url: "/html", dataType: "json" }),
	of("a chain of types", { url: "/xmltext", dataType: "text xml" }),
	of("from what comes to JSON", { url: "/textjson", dataType: "* json" }),
	of("a type nobody knows", { url: "/text", dataType: "yaml" }),
	of("a converter of the page's", {
		url: "/text",
		dataType: "shout",
		converters: { "text shout": (/** @type {string} */ t) => `${t}!` },
	}),
	of("two converters in a row", {
		url: "/textjson",
		dataType: "names",
		converters: { "json names": (/** @type {any} */ o) => Object.keys(o) },
	}),
	of("a converter that throws", {
		url: "/text",
		dataType: "no",
		converters: {
			"text no": () => {
				throw new RangeError("no");
			},
		},
	}),
	of("contents and a converter", {
		url: "/yaml",
		contents: { yaml: /yaml/ },
		converters: { "text yaml": (/** @type {string} */ t) => t.split(": ") },
	}),
	...[
		"marked",
		"marked16",
		"marked16be",
		"latin1xml",
		"latin1untyped",
		"utf16xml",
		"declared",
		"noxml",
	].flatMap((name) => [
		of(`encoding: ${name}`, { url: `/${name}` }),
		of(`encoding, as text: ${name}`, { url: `/${name}`, dataType: "text" }),
	]),
	of("contents switched off", { url: "/json", contents: { json: false } }),
	of("dataFilter", (log) => ({ url: "/text", dataFilter: log.as("filter", () => "filtered") })),
	of("dataFilter and JSON", (log) => ({
		url: "/json",
		dataType: "json",
		dataFilter: log.as("filter", () => '{"b":2}'),
	})),
	of("no dataFilter for failures", (log) => ({ url: "/missing", dataFilter: log.as("filter") })),
	of("mimeType", { url: "/text", mimeType: "application/json" }),
	of("mimeType leaves the letters", { url: "/latin1", mimeType: "text/html" }),
	of("mimeType with letters of its own", { url: "/latin1", mimeType: "text/plain; charset=windows-1251" }),
	of("two converters by one name", {
		url: "/text",
		dataType: "shout",
		converters: { "TEXT Shout": true, "text shout": (/** @type {string} */ t) => `${t}!` },
	}),
	of("accepts", { url: "/echo", dataType: "x", accepts: { x: "a/b" }, converters: { "text x": true } }),
	of("Accept of JSON", { url: "/echo?fields=accept", dataType: "json" }),
	// Data
	of("data in the URL", { url: "/echo", data: { a: 1, b: "x y&z", c: [1, 2], d: { e: null } } }),
	of("data behind a query", { url: "/echo?q=1#hash", data: "a=1" }),
	of("a list of pairs", { url: "/echo", data: [{ name: "a", value: "1" }] }),
	of("traditional", { url: "/echo", data: { a: [1, 2] }, traditional: true }),
	of("POST of an object", { url: "/echo", type: "POST", data: { a: "x y", b: [1, { c: 2 }] } }),
	of("POST of a string", { url: "/echo", method: "post", data: "a=%20b" }),
	of("POST of JSON", { url: "/echo", type: "POST", contentType: "application/json", data: '{"a":1}' }),
	of("POST of nothing", { url: "/echo", type: "POST" }),
	of("POST with a type of headers", {
		url: "/echo",
		type: "POST",
		headers: { "content-type": "a/b" },
		data: { a: 1 },
	}),
	of("POST without a type", { url: "/echo", type: "POST", contentType: false, data: "a" }),
	of("POST of a Blob", { url: "/echo", type: "POST", data: new Blob(["blob"]) }),
	of("POST of a buffer", {
		url: "/echo",
		type: "POST",
		contentType: "x/y",
		data: new TextEncoder().encode("bytes"),
	}),
	of("POST of parameters", { url: "/echo", type: "POST", data: new URLSearchParams({ a: "1 2" }) }),
	of("PUT", { url: "/echo", type: "PUT", data: { a: 1 } }),
	of("DELETE with data", { url: "/echo", type: "DELETE", data: { a: 1 } }),
	of("processData: false", { url: "/echo", type: "POST", processData: false, data: "a=%20" }),
	of("contentType of a GET", { url: "/echo", contentType: "a/b" }),
	of("cache: false", { url: "/echo", cache: false }),
	of("cache: false in place", { url: "/echo?_=1&a=2", cache: false }),
	of("headers", { url: "/echo", headers: { "X-A": "1", "x-a": "2", Accept: "q/r" } }),
	// Order, contexts, statusCode
	of("beforeSend", (log) => ({ url: "/text", beforeSend: log.as("before") })),
	of("beforeSend that cancels", (log) => ({ url: "/text", beforeSend: log.as("before", () => false) })),
	of("beforeSend that aborts", (log) => ({
		url: "/text",
		beforeSend: log.as("before", (/** @type {any} */ jqXHR) => void jqXHR.abort("mine")),
	})),
	of("beforeSend that changes", (log) => ({
		url: "/nowhere",
		beforeSend: log.as("before", (/** @type {any} */ jqXHR, /** @type {any} */ s) => {
			s.url = "/echo?changed";
			s.type = "POST";
			jqXHR.setRequestHeader("X-B", "3").overrideMimeType("text/plain");
		}),
	})),
	of("context", { url: "/text", context: { mine: 1 } }),
	of("statusCode of a success", (log) => ({
		url: "/text",
		statusCode: { 200: log.as("200"), 404: log.as("404") },
	})),
	of("statusCode of a failure", (log) => ({
		url: "/missing",
		statusCode: { 404: [log.as("a"), log.as("b")] },
	})),
	of("lists of callbacks", (log) => ({
		url: "/text",
		success: [log.as("s1"), log.as("s2")],
		complete: [log.as("c")],
	})),
	[
		"statusCode of the jqXHR, early and late",
		($, log) => {
			const jqXHR = $.ajax("/text", log.all({ statusCode: { 200: log.as("setting") } }));
			jqXHR.statusCode({ 200: log.as("early") });
			jqXHR.always(() => jqXHR.statusCode({ 200: log.as("late") }));
			return jqXHR;
		},
	],
	// Ends
	of("abort in success", (log) => ({
		url: "/text",
		success: log.as("success", (_, __, jqXHR) => void jqXHR.abort()),
	})),
	["abort", ($, log) => $.ajax("/text", log.all()).abort()],
	["abort with a word", ($, log) => $.ajax("/text", log.all()).abort("changed my mind")],
	of("timeout", { url: "/never", timeout: 20 }),
	// Scripts
	of("a script", { url: "/script?side", dataType: "script" }),
	of("a script that is missing", { url: "/missing", dataType: "script" }),
	of("a script with headers", { url: "/script?side", dataType: "script", headers: { "X-A": "1" } }),
	of("a script with attributes", { url: "/script?side", dataType: "script", scriptAttrs: { id: "x" } }),
	of("JSONP", { url: "/jsonp", dataType: "jsonp" }),
	of("JSONP by an element", { url: "/jsonp", dataType: "jsonp", scriptAttrs: { id: "x" } }),
	of("JSONP with a place in the URL", { url: "/jsonp?x=1&callback=?", dataType: "jsonp" }),
	of("JSONP with a name", { url: "/jsonp", dataType: "jsonp", jsonp: "cb", jsonpCallback: "mine" }),
	of("JSONP that a cache may answer", { url: "/jsonp", dataType: "jsonp", cache: true }),
	of("JSONP with data", { url: "/jsonp", dataType: "jsonp", data: { a: 1 } }),
	of("JSONP that does not call", { url: "/script?side", dataType: "jsonp" }),
	of("JSONP that fails", { url: "/failed-script", dataType: "jsonp" }),
	// Shorthands
	["get", ($, log) => $.get("/text", log.as("success"))],
	["get with data and a type", ($, log) => $.get("/echo", { a: 1 }, log.as("success"), "text")],
	["get with null in the callback's place", ($) => $.get("/textjson", null, "json")],
	["get of settings", ($, log) => $.get({ url: "/text", success: log.as("success") })],
	["post", ($, log) => $.post("/echo", { a: 1 }, log.as("success"))],
	["post of a callback", ($, log) => $.post("/echo", log.as("success"), "text")],
	["getJSON", ($, log) => $.getJSON("/textjson", { a: 1 }, log.as("success"))],
	["getScript", ($, log) => $.getScript("/script?side", log.as("success"))],
	["settings alone", ($, log) => $.ajax(log.all({ url: "/text" }))],
];
