// Requests made up by chance.

import { settings } from "./random-settings.js";

/** @typedef {import("./record.js").Log} Log */

const often = ["dataType", "data", "type", "converters", "url"];

export class Request {
	/** @param {import("../lib/chance.js").Chance} chance */
	constructor(chance) {
		this.chance = chance;
		/** @type {Record<string, number>} which of the values */
		this.chosen = { url: chance.below(settings.url.length) };
		for (let i = chance.below(6); i--; ) {
			const name = chance.one(chance.often(50) ? often : Object.keys(settings));
			this.chosen[name] = chance.below(settings[name].length);
		}
		/** What the page does with it beside. @type {string[]} */
		this.extras = chance.often(50)
			? chance.some(1 + chance.below(2), () => chance.one(Object.keys(extras)))
			: [];
		// The transport is chosen before `beforeSend`, with jQuery after it.
		if (this.extras.includes("beforeSend types")) delete this.chosen.dataType;
	}

	/** Plain data that say all of it. */
	get plain() {
		return { chosen: Object.entries(this.chosen), extras: this.extras };
	}
}

/** @typedef {Request["plain"]} Plain */

/** What can be done to the settings, or to the jqXHR at once. @type {Record<string, {set?: (log: Log, s: any) => void, do?: (jqXHR: any, log: Log) => void}>} */
const extras = {
	"beforeSend false": { set: (log, s) => (s.beforeSend = log.as("before", () => false)) },
	"beforeSend aborts": {
		set: (log, s) => (s.beforeSend = log.as("before", (jqXHR) => void jqXHR.abort("word"))),
	},
	"beforeSend headers": {
		set: (log, s) =>
			(s.beforeSend = log.as("before", (jqXHR) => {
				jqXHR.setRequestHeader("X-B", "1").setRequestHeader("x-b", "2").overrideMimeType("application/json");
			})),
	},
	"beforeSend changes": {
		set: (log, s) =>
			(s.beforeSend = log.as("before", (_, settings) => {
				settings.url = "/echo?changed";
				settings.type = "POST";
				settings.data = "d=1";
			})),
	},
	"beforeSend types": {
		set: (log, s) =>
			(s.beforeSend = log.as("before", (_, settings) => {
				settings.dataTypes = ["text", "shout"];
				settings.converters["text shout"] = (/** @type {string} */ text) => text.toUpperCase();
			})),
	},
	"beforeSend true": { set: (log, s) => (s.beforeSend = log.as("before", () => true)) },
	dataFilter: { set: (log, s) => (s.dataFilter = log.as("filter", (data) => data)) },
	"dataFilter other": { set: (log, s) => (s.dataFilter = log.as("filter", () => '{"filtered":1}')) },
	statusCode: {
		set: (log, s) =>
			(s.statusCode = {
				200: log.as("200"),
				404: [log.as("404"), log.as("404b")],
				304: log.as("304"),
				0: log.as("0"),
				204: log.as("204"),
			}),
	},
	"abort in success": {
		set: (log, s) => (s.success = log.as("success", (_, __, jqXHR) => void jqXHR.abort())),
	},
	"abort in error": { set: (log, s) => (s.error = log.as("error", (jqXHR) => void jqXHR.abort("late"))) },
	lists: {
		set: (log, s) =>
			Object.assign(s, {
				success: [log.as("s1"), log.as("s2")],
				complete: [log.as("c1"), log.as("c2")],
			}),
	},
	"no callbacks": {
		set: (_, s) => Object.assign(s, { success: undefined, error: null, complete: undefined }),
	},
	"abort later": {
		set: (_, s) => (s.url = "/never"),
		do: (jqXHR) => void setTimeout(() => jqXHR.abort()),
	},
	cut: { set: (_, s) => Object.assign(s, { url: "/cut", type: "GET", method: undefined }) },
	timeout: { set: (_, s) => Object.assign(s, { url: "/never", timeout: 10 }) },
	abort: { do: (jqXHR) => void jqXHR.abort() },
	"abort word": { do: (jqXHR) => void jqXHR.abort("word").abort("another") },
	"abort soon": { do: (jqXHR) => void Promise.resolve().then(() => void jqXHR.abort()) },
	"statusCode late": {
		do: (jqXHR, log) => {
			jqXHR.statusCode({ 200: log.as("early 200"), 404: log.as("early 404") });
			jqXHR.always(() =>
				jqXHR.statusCode({ 200: log.as("late 200"), 404: log.as("late 404"), 0: log.as("late 0") }),
			);
		},
	},
	"overrideMimeType after": { do: (jqXHR) => void jqXHR.overrideMimeType("application/json") },
	"setRequestHeader after": { do: (jqXHR) => void jqXHR.setRequestHeader("X-Late", "1") },
	headers: {
		do: (jqXHR, log) => {
			const names = ["X-Kind", "content-type", "Content-Type", "ETag", "none", ""];
			log.add("headers before", jqXHR.getResponseHeader("X-Kind"), jqXHR.getAllResponseHeaders());
			jqXHR.always(() => log.add("headers", ...names.map((name) => jqXHR.getResponseHeader(name))));
			jqXHR.always(() => log.add("all", /x-kind/i.test(jqXHR.getAllResponseHeaders() ?? "")));
		},
	},
	pipe: { do: (jqXHR, log) => void jqXHR.pipe(log.as("pipe"), log.as("pipe fail")).always(log.as("piped")) },
	progress: { do: (jqXHR) => void jqXHR.progress(null) },
};

/**
 * Makes the request with a library.
 *
 * @param {Plain} plain
 * @param {any} library
 * @param {Log} log
 * @param {number} number that no other request has
 */
export function ask({ chosen, extras: names }, library, log, number) {
	const s = settingsOf(chosen, log);
	if (s.ifModified) s.url = `/modified?n=${number}`;
	for (const name of names) extras[name].set?.(log, s);
	// Which of the two comes first must not hang on how busy the machine is.
	if (s.timeout && names.includes("abort later")) s.timeout = 60_000;
	const jqXHR = library.ajax(s);
	for (const name of names) extras[name].do?.(jqXHR, log);
	return jqXHR;
}

/** @param {Plain["chosen"]} chosen @param {Log} log */
function settingsOf(chosen, log) {
	const s = log.all();
	for (const [name, i] of chosen) s[name] = settings[name][i]();
	return s;
}

/** The request in words. @param {Plain} plain */
export function words({ chosen, extras: names }) {
	const values = chosen.map(([name, i]) => `${name}: ${settings[name][i]}`);
	return [...values, ...names].join(", ").replace(/\(\) => /g, "");
}
