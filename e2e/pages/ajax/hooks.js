// Prefilters and transports of pages: called with the same, in the same order, as jQuery's. They stay for the rest of the
// page, so each is for data types or URLs of its own.

import { equal, ok, test, throws } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);
const both = [jQuery, godeferred];

/** @typedef {(...args: any[]) => void} Say */

/**
 * Runs the same with both libraries, and compares what they say.
 *
 * @param {string} name
 * @param {($: any, say: Say) => any} run
 */
function twin(name, run) {
	test(name, async () => {
		/** @type {string[][]} */
		const said = [];
		for (const $ of both) {
			/** @type {string[]} */
			const lines = [];
			await run($, (...args) => lines.push(args.map((one) => JSON.stringify(one) ?? String(one)).join(" ")));
			said.push(lines);
		}
		for (const [i, line] of said[0].entries()) equal(said[1][i], line, `line ${i}`);
		equal(said[1].length, said[0].length);
		ok(said[0].length > 0);
		nothingLeft();
	});
}

/** The end of a request. @param {any} jqXHR @param {Say} say */
const end = (jqXHR, say) =>
	new Promise((resolve) => {
		jqXHR
			.done((/** @type {any} */ data, /** @type {string} */ word) => say("done", data, word))
			.fail((/** @type {any} */ x, /** @type {string} */ word, /** @type {any} */ thrown) =>
				say("fail", x.status, x.statusText, word, thrown?.message ?? thrown, x.responseText),
			)
			.always(() => resolve(undefined));
	});

twin(
	"a prefilter gets the settings, those of the caller, and the jqXHR, before the data are written",
	async ($, say) => {
		const given = { url: "/echo?one", data: { a: 1 }, type: "post", mine: { x: 1 } };
		/** @type {any} */
		let got;
		$.ajaxPrefilter((/** @type {any} */ s, /** @type {any} */ original, /** @type {any} */ jqXHR) => {
			if (!s.url.includes("?one")) return;
			say(
				s.url,
				s.type,
				s.data,
				s.dataTypes,
				s.crossDomain,
				s.mine,
				original === given,
				original.type,
				jqXHR.readyState,
			);
			got = jqXHR;
			jqXHR.setRequestHeader("X-Token", "t");
			s.data = { ...s.data, b: 2 };
			s.url += "&more";
		});
		const jqXHR = $.ajax(given);
		say(got === jqXHR, Object.keys(given));
		const { url, body, headers } = await jqXHR;
		say(url, body, headers["X-Token"]);
	},
);

twin("a token only for the own origin", async ($, say) => {
	$.ajaxPrefilter((/** @type {any} */ s) => {
		if (s.url.includes("?token")) say(s.url.replace(/\d+/g, "N"), s.crossDomain);
	});
	const urls = [
		"/echo?token",
		"//h/?token",
		"http://h:80/?token",
		`${location.origin}/echo?token`,
		"http://[/?token",
	];
	for (const url of urls) $.ajax({ url, beforeSend: () => false }).catch(() => {});
});

twin("the order of prefilters: of the type, of all; with a plus sign first", async ($, say) => {
	const is = (/** @type {string} */ name) => (/** @type {any} */ s) => {
		if (s.url.includes("?order")) say(name, s.dataType !== "jsonp" && s.dataTypes);
	};
	$.ajaxPrefilter(is("all 1"));
	$.ajaxPrefilter("+*", is("all 0"));
	$.ajaxPrefilter("json", is("json 1"));
	$.ajaxPrefilter("+json  TEXT", is("json 0, text 1"));
	$.ajaxPrefilter("script", is("script"));
	$.ajaxPrefilter("+jsonp", is("jsonp 0"));
	for (const dataType of ["json", "text json", undefined, "script", "jsonp", "* json", " "])
		await $.ajax({ url: "/echo?order", dataType, beforeSend: () => false }).catch(() => {});
});

twin("a prefilter may choose another type, abort, or throw", async ($, say) => {
	$.ajaxPrefilter("first", (/** @type {any} */ s) => {
		say("first", s.dataTypes);
		return "second";
	});
	$.ajaxPrefilter("first", () => say("never"));
	$.ajaxPrefilter("second", (/** @type {any} */ s) => {
		say("second", s.dataTypes);
		return "first";
	});
	$.ajaxPrefilter(
		"aborts",
		(/** @type {any} */ _, /** @type {any} */ __, /** @type {any} */ x) => void x.abort("no"),
	);
	$.ajaxPrefilter("throws", () => {
		throw new RangeError("mine");
	});
	const converters = {
		"text second": (/** @type {string} */ t) => `${t}2`,
		"second first": (/** @type {string} */ t) => `${t}1`,
	};
	await end($.ajax({ url: "/text", dataType: "first", converters }), say);
	const log = (/** @type {string} */ name) => () => say(name);
	const aborted = $.ajax({
		url: "/text",
		dataType: "aborts",
		error: log("error"),
		beforeSend: log("before"),
	});
	say(aborted.state(), aborted.statusText, $.active);
	say(throws(() => $.ajax({ url: "/text", dataType: "throws" })).message, $.active);
});

twin("a transport gets the headers, and answers in types of its own", async ($, say) => {
	$.ajaxTransport("mine", (/** @type {any} */ s, /** @type {any} */ original, /** @type {any} */ jqXHR) => {
		say("made", s.type, s.url, s.dataTypes, original.url, jqXHR.readyState);
		return {
			send(/** @type {any} */ headers, /** @type {any} */ complete) {
				say("send", headers);
				complete(...original.answer);
			},
			abort: (/** @type {any} */ word) => say("abort", word),
		};
	});
	$(document).on("ajaxSend.mine", () => say("ajaxSend"));
	const converters = {
		"a mine": (/** @type {any} */ x) => `${x} by a`,
		"text mine": (/** @type {any} */ x) => `${x} by text`,
	};
	const base = {
		url: "/x",
		dataType: "mine",
		type: "post",
		data: { a: 1 },
		headers: { "X-A": "1" },
		converters,
	};
	const answers = [
		[200, "OK", { mine: 1 }],
		[200, "OK", { text: "t" }],
		[200, "OK", { b: 1, a: "x", text: "t" }, "X-H: 1\r\nContent-Type: text/plain"],
		[200, "OK", { b: 1 }],
		[204, "None"],
		[404, "Missing", { text: "gone" }],
		["201", "Made", { mine: 2 }],
		[0, "cut"],
		[0, ""],
		[-1, "odd"],
	];
	for (const answer of answers) {
		const jqXHR = $.ajax({ ...base, answer });
		await end(jqXHR, say);
		say(jqXHR.getResponseHeader("x-h"), jqXHR.readyState, jqXHR.state());
	}
	$(document).off("ajaxSend.mine");
});

twin("a transport for all types is asked first with a plus sign only", async ($, say) => {
	const answer = (/** @type {string} */ name) => (/** @type {any} */ s) => {
		if (!s.url.includes("?all")) return undefined;
		say(name);
		return {
			send: (/** @type {any} */ _, /** @type {any} */ complete) => complete(200, "OK", { text: name }),
			abort() {},
		};
	};
	$.ajaxTransport("*", answer("behind"));
	$.ajaxTransport("html", () => undefined);
	$.ajaxTransport("html", answer("of a type"));
	await end($.ajax("/text?all", { dataType: "html" }), say);
	await end($.ajax("/text?all"), say);
	$.ajaxTransport("+*", answer("before"));
	await end($.ajax("/text?all"), say);
	await end($.ajax("/text?all", { type: "POST", data: "x" }), say);
	await end($.ajax("/text"), say);
});

twin("abort, timeout and an exception of a transport", async ($, say) => {
	/** @type {any[]} */
	const completes = [];
	$.ajaxTransport("hangs", (/** @type {any} */ s) => ({
		send(/** @type {any} */ _, /** @type {any} */ complete) {
			if (s.fails) throw new RangeError("mine");
			completes.push(complete);
		},
		abort: (/** @type {any} */ word) => {
			say("abort", word);
			completes[0]?.(0, "abort");
		},
	}));
	const one = $.ajax({ url: "/x", dataType: "hangs" });
	const over = end(one, say);
	one.abort();
	await over;
	await end($.ajax({ url: "/x", dataType: "hangs", timeout: 5 }), say);
	await end($.ajax({ url: "/x", dataType: "hangs", fails: true }), say);
	for (const complete of completes) complete(200, "OK", { text: "late" });
});

test("a handler that is not a function is named", () => {
	throws(
		() => godeferred.ajaxPrefilter("json"),
		/^godeferred\.ajaxPrefilter: handler must be a function, not undefined$/,
	);
	throws(() => godeferred.ajaxTransport(5), /^godeferred\.ajaxTransport: handler must be a function, not 5$/);
	equal(
		godeferred.ajaxPrefilter("", () => {}),
		undefined,
	);
});

twin("callbacks that a prefilter has added come first", async ($, say) => {
	$.ajaxPrefilter((/** @type {any} */ s, /** @type {any} */ _, /** @type {any} */ jqXHR) => {
		if (!s.first) return;
		jqXHR.done(() => say("prefilter done")).fail(() => say("prefilter fail"));
		jqXHR.always(() => say("prefilter always"));
	});
	for (const url of ["/text", "/none"]) {
		const jqXHR = $.ajax({
			url,
			first: true,
			beforeSend: (/** @type {any} */ one) => void one.always(() => say("beforeSend")),
			success: () => say("success"),
			error: () => say("error"),
			complete: () => say("complete"),
		});
		await end(jqXHR, say);
	}
});

twin("a prefilter may put another promise in the place of the jqXHR's, to try again", async ($, say) => {
	let tries = 0;
	$.ajaxPrefilter((/** @type {any} */ s, /** @type {any} */ original, /** @type {any} */ jqXHR) => {
		if (!s.again) return;
		const result = $.Deferred();
		jqXHR.done(result.resolve).fail(() => {
			tries++;
			$.ajax({ ...original, url: "/text", again: false, success: null }).then(result.resolve, result.reject);
		});
		result.promise(jqXHR);
	});
	const jqXHR = $.ajax({
		url: "/none",
		again: true,
		success: (/** @type {any} */ text) => say("success", text),
		error: () => say("error"),
	});
	await new Promise((resolve) => jqXHR.done((/** @type {any} */ text) => resolve(say("done", text, tries))));
});
