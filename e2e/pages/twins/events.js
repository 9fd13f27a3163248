// First events, and what else a page waits for once.

/** @typedef {import("./play.js").Scenario} Scenario */

const html = { do: "html", html: '<div id="p"><b id="a"></b><i id="b"></i></div>' };

/** @param {string} name @param {any} step @returns {Scenario} */
const refuses = (name, step) => ({ name, steps: [html, { id: "f", ...step }, { do: "end", id: "f" }] });

/** What is no target. @type {[string, any][]} */
const wrong = [
	["null", null],
	["a number", 5],
	["NaN's stand-in, 0", 0],
	["false", false],
	["an object", { a: 1 }],
];

/** @type {Scenario[]} */
export const events = [
	{
		name: "the first event",
		steps: [
			html,
			{ do: "first", id: "f", target: "#a", event: "click" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
			{ do: "fire", at: "#a", event: "click", detail: 2 },
			{ do: "end", id: "f" },
		],
	},
	{
		name: "asked for again after the event",
		steps: [
			html,
			{ do: "first", id: "f", target: "#a", event: "click" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
			{ do: "first", id: "g", target: "#a", event: "click" },
			{ do: "fire", at: "#a", event: "click", detail: 2 },
			{ do: "end", id: "g" },
			{ do: "end", id: "f" },
		],
	},
	{
		name: "an event from within",
		steps: [
			html,
			{ do: "first", id: "f", target: "#p", event: "click" },
			{ do: "fire", at: "#b", event: "click", detail: 1 },
			{ do: "end", id: "f" },
		],
	},
	{
		name: "two elements and two events",
		steps: [
			html,
			{ do: "first", id: "1", target: "#a", event: "click" },
			{ do: "first", id: "2", target: "#b", event: "click" },
			{ do: "first", id: "3", target: "#a", event: "keydown" },
			{ do: "fire", at: "#a", event: "keydown", detail: 1 },
			{ do: "fire", at: "#b", event: "click", detail: 2 },
			{ do: "fire", at: "#a", event: "click", detail: 3 },
			...["1", "2", "3"].map((id) => ({ do: "end", id })),
		],
	},
	{
		name: "the window's and the document's",
		steps: [
			{ do: "first", id: "w", target: "window", event: "twins-{run}" },
			{ do: "first", id: "d", target: "document", event: "twins-{run}" },
			{ do: "fire", at: "document", event: "twins-{run}" },
			{ do: "end", id: "w" },
			{ do: "end", id: "d" },
		],
	},
	{
		name: "an event named with Unicode",
		steps: [
			html,
			{ do: "first", id: "f", target: "#a", event: "ä😀" },
			{ do: "fire", at: "#a", event: "ä😀", detail: 0 },
			{ do: "end", id: "f" },
		],
	},
	{
		name: "an event named as a method of objects",
		steps: [
			html,
			{ do: "first", id: "f", target: "#a", event: "__proto__" },
			{ do: "first", id: "g", target: "#a", event: "constructor" },
			{ do: "fire", at: "#a", event: "__proto__" },
			{ do: "fire", at: "#a", event: "constructor" },
			{ do: "end", id: "f" },
			{ do: "end", id: "g" },
		],
	},
	{
		name: "an element that is removed still tells",
		steps: [
			html,
			{ do: "first", id: "f", target: "#b", event: "click" },
			{ do: "keep", of: "#b" },
			{ do: "remove", of: "#b" },
			{ do: "fire", at: "kept", event: "click", detail: 1 },
			{ do: "end", id: "f" },
		],
	},
	...wrong.map(([name, target]) =>
		refuses(`the first event of ${name}`, { do: "first", target, event: "click" }),
	),
	refuses("the first event without a name", { do: "first", target: "#a", event: "" }),
	{
		name: "a handler runs once",
		steps: [
			html,
			{ do: "once", id: "o", target: "#a", event: "click" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
			{ do: "fire", at: "#a", event: "click", detail: 2 },
		],
	},
	{
		name: "two handlers, in their order",
		steps: [
			html,
			{ do: "once", id: "o", target: "#a", event: "click" },
			{ do: "once", id: "p", target: "#a", event: "click" },
			{ do: "once", id: "q", target: "#p", event: "click" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
		],
	},
	{
		name: "a handler that is taken away",
		steps: [
			html,
			{ do: "once", id: "o", target: "#a", event: "click" },
			{ do: "once", id: "p", target: "#a", event: "click" },
			{ do: "forget", id: "o" },
			{ do: "forget", id: "o" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
			{ do: "forget", id: "p" },
		],
	},
	{
		name: "a handler for another event",
		steps: [
			html,
			{ do: "once", id: "o", target: "#a", event: "keydown" },
			{ do: "fire", at: "#a", event: "click", detail: 1 },
			{ do: "fire", at: "#a", event: "keydown", detail: 2 },
		],
	},
	{
		name: "an element in view",
		steps: [
			{ do: "html", html: '<div id="a" style="height: 10px"></div>' },
			{ do: "visible", id: "v", target: "#a" },
			{ do: "end", id: "v" },
		],
	},
	{
		name: "an element that comes into view",
		steps: [
			{ do: "html", html: '<div style="height: 9000px"></div><div id="a" style="height: 10px"></div>' },
			{ do: "visible", id: "v", target: "#a" },
			{ do: "scroll", y: 9000 },
			{ do: "end", id: "v" },
		],
	},
	{
		name: "an element within a margin",
		steps: [
			{ do: "html", html: '<div style="height: 3000px"></div><div id="a" style="height: 10px"></div>' },
			{ do: "visible", id: "v", target: "#a", margin: "4000px", threshold: 1 },
			{ do: "end", id: "v" },
		],
	},
	{
		name: "a wait for the view is given up",
		steps: [
			{ do: "html", html: '<div style="height: 9000px"></div><div id="a" style="height: 10px"></div>' },
			{ do: "visible", id: "v", target: "#a" },
			{ do: "tick" },
			{ do: "abort", id: "v", reason: "left 😀" },
			{ do: "end", id: "v" },
		],
	},
	{
		name: "an image",
		steps: [
			{ do: "image", id: "i", url: "/twins/red.png?run={run}" },
			{ do: "end", id: "i" },
		],
	},
	{
		name: "an image of data",
		steps: [
			{
				do: "image",
				id: "i",
				url: "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==",
			},
			{ do: "end", id: "i" },
		],
	},
	...[
		"/twins/answer?status=404&run={run}",
		"/twins/answer?type=image/png&body=none&run={run}",
		"",
		"http://",
		"ä😀",
	].map((url) => ({
		name: `no image: ${JSON.stringify(url.replace(/.run=.*/, ""))}`,
		steps: [
			{ do: "image", id: "i", url },
			{ do: "end", id: "i" },
		],
	})),
];
