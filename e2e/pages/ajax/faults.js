// What can go wrong with a request: each ends once, with jQuery's textStatus and a useful error, and
// leaves nothing behind.

import { deepEqual, equal, ok, test, throws } from "../lib/test.js";
import { asked, settled } from "./settled.js";
import { godeferred, nothingLeft } from "../lib/started.js";

// The same server, but another origin.
const elsewhere = `http://localhost:${location.port}`;

/** name, settings, textStatus, and what was thrown or the name of its class */
/** @type {[string, any, string, any, number][]} */
const table = [
	["404", { url: "/missing" }, "error", "Not Found", 404],
	["500", { url: "/failed-badjson" }, "error", "Internal Server Error", 500],
	["malformed JSON", { url: "/badjson" }, "parsererror", "SyntaxError", 200],
	["empty JSON", { url: "/emptyjson" }, "parsererror", "SyntaxError", 200],
	["empty text wanted as JSON", { url: "/empty", dataType: "json" }, "parsererror", "SyntaxError", 200],
	["the wrong type", { url: "/html", dataType: "json" }, "parsererror", "SyntaxError", 200],
	["malformed XML", { url: "/badxml" }, "parsererror", "Error", 200],
	["no converter", { url: "/text", dataType: "yaml" }, "parsererror", "No conversion from text to yaml", 200],
	["timeout", { url: "/never", timeout: 20 }, "timeout", "timeout", 0],
	["timeout in the body", { url: "/slow", timeout: 50 }, "timeout", "timeout", 0],
	["cut before the head", { url: "/cut" }, "error", "TypeError", 0],
	["cut in the middle", { url: "/cut-body" }, "error", "TypeError", 0],
	[
		"cut in the middle of an upload",
		{ url: "/cut", type: "POST", data: "x".repeat(1e6), progress() {} },
		"error",
		"TypeError",
		0,
	],
	["nobody listens", { url: "http://127.0.0.1:1/" }, "error", "TypeError", 0],
	["no URL", { url: "http://[" }, "error", "TypeError", 0],
	["a redirect loop", { url: "/loop" }, "error", "TypeError", 0],
	["refused by CORS", { url: `${elsewhere}/text` }, "error", "TypeError", 0],
	["no method", { url: "/text", type: "A B" }, "error", "TypeError", 0],
	[
		"integrity that is not",
		{ url: "/text", integrity: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" },
		"error",
		"TypeError",
		0,
	],
	["a script that is missing", { url: "/missing", dataType: "script" }, "error", "error", 404],
	[
		"JSONP that never answers",
		{ url: "/never", dataType: "jsonp", scriptAttrs: {}, timeout: 20 },
		"timeout",
		"timeout",
		0,
	],
	[
		"JSONP that does not call",
		{ url: "/script", dataType: "jsonp", scriptAttrs: {} },
		"parsererror",
		"Error",
		200,
	],
];

for (const [name, settings, textStatus, thrown, status] of table) {
	test(name, async () => {
		const scripts = document.scripts.length;
		const globals = Object.keys(window).filter((key) => key.startsWith("godeferred_")).length;
		const end = await settled(settings);
		deepEqual([end.how, end.textStatus], ["fail", textStatus]);
		if (end.thrown instanceof Error) ok(end.thrown.name === thrown && end.thrown.message, String(end.thrown));
		else equal(end.thrown, thrown);
		deepEqual([end.jqXHR.status, end.jqXHR.readyState], [status, status ? 4 : 0]);
		equal(document.scripts.length, scripts, "script elements");
		equal(Object.keys(window).filter((key) => key.startsWith("godeferred_")).length, globals, "globals");
		nothingLeft();
	});
}

test("a script with a syntax error has loaded, and the page hears of the error", async (t) => {
	const errors = t.errors();
	const end = await settled({ url: "/badscript", dataType: "script" });
	deepEqual([end.how, end.textStatus], ["done", "success"]);
	equal(errors.length, 1);
});

test("an exception in a callback is reported, and the others run", async (t) => {
	const errors = t.errors();
	const fails = () => {
		throw new Error("mine");
	};
	const end = await settled({ url: "/text", success: fails, statusCode: { 200: fails } });
	equal(end.how, "done");
	deepEqual(errors.map(String), ["Error: mine", "Error: mine"]);
});

test("a dataFilter that throws ends the request", async (t) => {
	const errors = t.errors();
	const end = await settled({
		url: "/text",
		dataFilter() {
			throw new RangeError("mine");
		},
	});
	deepEqual(
		[end.how, end.textStatus, end.thrown.name, errors.length],
		["fail", "parsererror", "RangeError", 1],
	);
});

test("abort before, during and after", async () => {
	const before = await settled(
		{ url: "/text", beforeSend: (/** @type {any} */ x) => void x.setRequestHeader("a", "b") },
		(x) => x.abort(),
	);
	deepEqual([before.textStatus, before.thrown], ["abort", "abort"]);
	const during = await settled({ url: "/slow" }, async (x) => {
		await (await fetch("/text")).text();
		x.abort(new RangeError("mine"));
	});
	deepEqual([during.textStatus, during.thrown.message], ["abort", "mine"]);
	const after = await settled({ url: "/text" }, (x) => x.done(() => x.abort()));
	deepEqual([after.how, after.jqXHR.status], ["done", 200]);
	nothingLeft();
});

test("abort reaches the request through then, unless somebody else waits for it", async () => {
	for (const make of [
		(/** @type {any} */ x) => x.then(() => {}),
		(/** @type {any} */ x) => x.then(null, null).then(() => {}),
		(/** @type {any} */ x) => x.catch((/** @type {any} */ e) => Promise.reject(e)).finally(() => {}),
	]) {
		/** @type {any[]} */
		const ends = [];
		const complete = (/** @type {any} */ _, /** @type {string} */ textStatus) => ends.push(textStatus);
		make(godeferred.ajax({ url: "/never", dataType: "jsonp", complete })).abort("chained");
		deepEqual(ends, ["chained"]);
		make(godeferred.ajax({ url: "/never", complete })).abort();
		deepEqual(ends, ["chained", "abort"]);
		const wanted = godeferred.ajax("/text", { complete });
		wanted.done((/** @type {string} */ text) => ends.push(text));
		make(wanted).abort();
		await wanted;
		deepEqual(ends, ["chained", "abort", "hällo", "success"]);
	}
	nothingLeft();
});

test("a JSONP script that comes too late answers no other request", async () => {
	/** @type {string[]} */
	const names = [];
	const settings = {
		dataType: "jsonp",
		scriptAttrs: {},
		beforeSend: (/** @type {any} */ _, /** @type {any} */ s) => void names.push(s.jsonpCallback),
	};
	godeferred.ajax({ ...settings, url: "/never" }).abort();
	for (let i = 0; i < 2; i++) equal((await settled({ ...settings, url: "/jsonp" })).how, "done");
	ok(names[1] !== names[0], "the script of the first may still call that name");
	equal(names[2], names[1], "the second has been called");
	nothingLeft();
});

test("a signal aborts, and is let go of", async () => {
	const controller = new AbortController();
	const { signal } = controller;
	let listening = 0;
	const { addEventListener, removeEventListener } = signal;
	signal.addEventListener = (/** @type {any[]} */ ...args) => {
		listening++;
		Reflect.apply(addEventListener, signal, args);
	};
	signal.removeEventListener = (/** @type {any[]} */ ...args) => {
		listening--;
		Reflect.apply(removeEventListener, signal, args);
	};
	equal((await settled({ url: "/text", signal })).how, "done");
	equal(listening, 0);
	const end = await settled({ url: "/never", signal }, () => controller.abort(new RangeError("mine")));
	deepEqual([end.textStatus, end.thrown.message, listening], ["abort", "mine", 0]);
	const request = godeferred.ajax({ url: "/never?aborted", signal });
	equal(request.state(), "rejected");
	equal(await asked("/never?aborted"), 0);
	const timeout = await settled({ url: "/never", signal: AbortSignal.timeout(10) });
	equal(timeout.textStatus, "timeout");
	throws(() => godeferred.ajax({ url: "/text", signal: {} }), /signal must be an AbortSignal/);
});

test("what is known of an ordinary URL says nothing of another", async () => {
	const { origin } = location;
	const planned = (/** @type {string} */ url) => {
		/** @type {any} */
		let seen;
		godeferred.ajax({ url, cache: true, beforeSend: (_x, s) => !(seen = s) }).fail(() => {});
		return [seen.url, seen.crossDomain];
	};
	for (let round = 0; round < 2; round++) {
		deepEqual(planned("/text"), ["/text", false]);
		deepEqual(planned("text?a=//b"), ["text?a=//b", false]);
		deepEqual(planned(`${origin}/text`), [`${origin}/text`, false]);
		deepEqual(planned("http://other.example/text"), ["http://other.example/text", true]);
		deepEqual(planned("//other.example/text"), [`${location.protocol}//other.example/text`, true]);
		deepEqual(planned("/\\other.example/text")[1], true);
		deepEqual(planned("/text#a"), ["/text#a", false]);
	}
	const base = document.createElement("base");
	base.href = "http://other.example/";
	document.head.append(base);
	deepEqual(planned("/text"), ["/text", true]);
	base.remove();
	deepEqual(planned("/text"), ["/text", false]);
});

test("what cannot be asked for is a TypeError at once", () => {
	throws(() => godeferred.ajax({ url: "/text", async: false }), /async: false/);
	throws(() => godeferred.ajax("javascript:alert(1)"), /^godeferred\.ajax: url must be relative/);
	throws(() => godeferred.getScript(" java\nscript:alert(1)"), /^godeferred\.getScript: url must be/);
	throws(() => godeferred.ajax({ url: "/text", credentials: "all" }), /credentials must be/);
	throws(() => godeferred.ajax({ url: "/text", retry: "often" }), /retry must be/);
	for (const headers of [
		{ "X-A": "1\r\nX-B: 2" },
		{ "X-A\n": "1" },
		{ "X-A": "1\n" },
		{ "": "1" },
		{ "a:b": "1" },
	]) {
		ok(throws(() => godeferred.ajax({ url: "/text", headers, dataType: "jsonp" })) instanceof TypeError);
	}
	throws(
		() =>
			godeferred.ajax({
				url: "/text",
				dataType: "jsonp",
				beforeSend: (/** @type {any} */ _, /** @type {any} */ s) => void (s.url = "file:///etc/passwd"),
			}),
		/url must be/,
	);
	equal(Object.keys(window).filter((key) => key.startsWith("godeferred_")).length, 0);
	nothingLeft();
});

test("nothing pollutes a prototype", async () => {
	const evil = JSON.parse(
		'{"__proto__":{"polluted":1},"headers":{"__proto__":{"polluted":1}},"constructor":{"prototype":{"polluted":1}}}',
	);
	await godeferred.ajax({ url: "/text", ...evil });
	await godeferred.ajax(Object.assign(JSON.parse('{"__proto__":{"polluted":1}}'), { url: "/text" }));
	godeferred.ajaxSetup(evil);
	godeferred.ajaxSetup({ headers: null });
	await godeferred.ajax({ url: "/evil" });
	equal(/** @type {any} */ ({}).polluted, undefined);
	equal(/** @type {any} */ (() => {}).polluted, undefined);
});

test("an answer runs as a script only where one was asked for", async () => {
	/** @type {any} */ (window).ran = undefined;
	for (const dataType of [undefined, "text", "html", "text html"])
		await godeferred.ajax({ url: "/script", dataType });
	await godeferred.ajax({ url: "/failed-script", dataType: "script", headers: { a: "b" } }).catch(() => {});
	equal(/** @type {any} */ (window).ran, undefined);
	equal(/** @type {any} */ (window).ranOfFailure, undefined);
	await godeferred.getScript("/script");
	equal(/** @type {any} */ (window).ran, true);
});
