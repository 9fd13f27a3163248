// What the checker looks for: one rule for each row of COMPAT.md that can be seen in a program's text.

import { contains, failsUnheard, field, fields, isFalse, setting, text, url } from "./checker-settings.js";

/**
 * @typedef {import("./checker-uses.js").Use} Use
 * @typedef {import("./checker-uses.js").Node} Node
 * @typedef {{ resolve: (node: Node) => Node, names: import("./checker-names.js").Names,
 *   defined: Set<string> }} Tools
 *
 * @typedef {object} Rule
 * @property {string} id
 * @property {"change" | "look" | "note"} level change: it does not work here. look: it works, but differs. note: it works
 * @property {string} section the heading in COMPAT.md
 * @property {string} row the beginning of its row there, without marks for code; "" for a rule of jQuery 4's
 * @property {string} title what was found
 * @property {string} here what happens with it
 * @property {string} change what to do
 * @property {(use: Use, tools: Tools) => boolean} finds
 */

// A page's own function in place of these counts: other functions call it.
const replaceable = {
	$: ["ajax", "get", "param", "ajaxSettings", "active"],
	fn: ["animate", "on", "off", "trigger", "show", "hide"],
};
// Those of $.fx and $.expr that stay open.
const hooks = ["step", "tick", "interval", "timer", "start", "stop"];
const inserting =
	/^(html|append|prepend|before|after|replaceWith|appendTo|prependTo|insertBefore|insertAfter|wrap|wrapAll|wrapInner|add)$/;

/** @type {Rule[]} */
export const rules = [
	{
		id: "async-false",
		level: "change",
		section: "Requests",
		row: "async: false freezes the page.",
		title: "`async: false`",
		here: "A `TypeError` at the call.",
		change: "Leave it out, and go on in `done`, `then` or after `await`.",
		finds: (use, tools) => isFalse(setting(use, "async", tools)),
	},
	{
		id: "scheme",
		level: "change",
		section: "Requests",
		row: "Any URL that the browser accepts.",
		title: "A URL of another scheme",
		here: "A `TypeError`: only `http:`, `https:`, `blob:`, `data:` and relative URLs are requested.",
		change: "Use one of these schemes.",
		finds: (use, tools) => /^(?!https?:|blob:|data:)[a-z][a-z+.-]*:/i.test(text(url(use, tools)) ?? ""),
	},
	{
		id: "no-url",
		level: "change",
		section: "Requests",
		row: "Without a URL, get and the other shorthands request the page itself.",
		title: "A shorthand without a URL",
		here: "A `TypeError`.",
		change: "Say `location.href`, if you mean the page.",
		finds: (use) =>
			use.of === "$" && /^(get|post|getJSON|getScript)$/.test(use.name) && use.args?.length === 0,
	},
	{
		id: "before-send",
		level: "look",
		section: "Requests",
		row: "beforeSend and ajaxSend run within the call.",
		title: "`beforeSend`, `ajaxSend`",
		here: "The same, once the runtime is ready. For a request made earlier, it runs when the runtime becomes ready.",
		change: "Nothing, unless the next line needs what it sets.",
		finds: (use, tools) =>
			setting(use, "beforeSend", tools) !== undefined || (use.of === "collection" && use.name === "ajaxSend"),
	},
	{
		id: "unhandled-request",
		level: "look",
		section: "Requests",
		row: "Failed requests without a handler are silent.",
		title: "A request whose failure nobody handles",
		here: "A failure raises the page's `unhandledrejection` event. In jQuery it is silent.",
		change: "Add `fail`, `catch` or the setting `error`.",
		finds: (use, tools) => use.alone && failsUnheard(use.node, tools),
	},
	{
		id: "transport",
		level: "look",
		section: "Requests",
		row: "Transports are asked within the call.",
		title: "`$.ajaxTransport`",
		here: "The same, once the runtime is ready; earlier, when the request begins.",
		change: "Nothing, unless the transport must be asked within the call.",
		finds: (use) => use.of === "$" && use.name === "ajaxTransport" && use.args !== undefined,
	},
	{
		id: "prefilter",
		level: "look",
		section: "Requests",
		row: "The code for JSONP and scripts is in prefilters",
		title: "`$.ajaxPrefilter`",
		here: "The same, but a prefilter for all types sees a JSONP request before its callback is in the URL.",
		change: "Nothing, unless it reads the URL of JSONP requests.",
		finds: (use) => use.of === "$" && use.name === "ajaxPrefilter" && use.args !== undefined,
	},
	{
		id: "jsonp-url",
		level: "change",
		section: "Requests",
		row: "",
		title: '`callback=?` without `dataType: "jsonp"`',
		here: "A request of JSON, as in jQuery 4. Only jQuery 3 and older made JSONP of it.",
		change: '`dataType: "jsonp"`, or ask the server for JSON.',
		finds: (use, tools) =>
			/[?&]\w+=\?(&|$)/.test(text(url(use, tools)) ?? "") &&
			text(setting(use, "dataType", tools)) !== "jsonp",
	},
	{
		id: "then-later",
		level: "note",
		section: "Deferred",
		row: "then waits for setTimeout at each hop",
		title: "`then`",
		here: "Handlers run in a microtask, not after a timer: sooner, and before any timer of the page.",
		change: "Nothing, unless you count on a timer between two steps.",
		finds: (use) => isPromise(use) && use.name === "then",
	},
	{
		id: "copied",
		level: "change",
		section: "Deferred",
		row: "Methods are the object's own properties.",
		title: "A promise copied by `Object.assign`, `Object.keys` or spread",
		here: "The copy has no methods, because they are inherited.",
		change: "`$.extend({}, promise)`, or `promise.promise(target)`.",
		finds: (use) => use.of === "promise" && use.name === "{...}",
	},
	{
		id: "own-method",
		level: "look",
		section: "Deferred",
		row: "resolve calls the deferred's own resolveWith",
		title: "A method of a deferred replaced",
		here: "The deferred's other methods do not call yours: `resolve` does not call `resolveWith`, nor `always` `done` and `fail`.",
		change: "Replace each method that you need.",
		finds: (use) =>
			isPromise(use) &&
			use.assigned !== undefined &&
			/^(resolve|reject|notify)With$|^(done|fail)$/.test(use.name),
	},
	{
		id: "pipe",
		level: "note",
		section: "Deferred",
		row: "",
		title: "`pipe`",
		here: "It works as in jQuery 4.",
		change: "Nothing. `then` is the newer one: it also takes exceptions.",
		finds: (use) => isPromise(use) && use.name === "pipe",
	},
	{
		id: "html-script",
		level: "change",
		section: "The collection",
		row: "Scripts in html run when it is inserted",
		title: "Html with a script",
		here: "The script never runs.",
		change: '`$.getScript`, or make the element: `document.createElement("script")`.',
		finds: (use) =>
			(use.of === "$" && use.name === "()") || (use.of === "collection" && inserting.test(use.name))
				? (use.args ?? []).some((one) => contains(one, /<script/i))
				: false,
	},
	{
		id: "load-scripts",
		level: "look",
		section: "The collection",
		row: "Scripts in html run when it is inserted",
		title: "`load` of html",
		here: "Scripts in the html never run.",
		change: "Nothing, if there are none. Else load them by `$.getScript`.",
		finds: (use) =>
			use.of === "collection" && use.name === "load" && use.args !== undefined && !isHandler(use.args[0]),
	},
	{
		id: "load-event",
		level: "change",
		section: "The collection",
		row: "",
		title: "`load` with a function",
		here: "It requests html, as in jQuery since 3.0. The function does not hear the event.",
		change: '`on("load", …)`.',
		finds: (use) =>
			use.of === "collection" && use.name === "load" && /Function/.test(use.args?.[0]?.type ?? ""),
	},
	{
		id: "global-eval",
		level: "change",
		section: "The collection",
		row: "$.globalEval runs text as a program.",
		title: "`$.globalEval`",
		here: "A `TypeError`.",
		change: "Put the text into a script of its own.",
		finds: (use) => use.of === "$" && use.name === "globalEval",
	},
	{
		id: "support",
		level: "change",
		section: "The collection",
		row: "$.support has the findings of jQuery.",
		title: "`$.support`",
		here: "It is empty, and your own findings can be put there.",
		change: "Ask the browser.",
		finds: (use, tools) => use.of === "$.support" && !tools.defined.has(`$.support ${use.name}`),
	},
	{
		id: "own-function",
		level: "look",
		section: "The collection",
		row: "Methods call each other through $.fn and $",
		title: "A function of jQuery's replaced",
		here: "Other functions do not call yours.",
		change: "Nothing, if only your code is to call it.",
		finds: (use, tools) =>
			use.assigned !== undefined &&
			((use.of === "$.fn" && tools.names.fn.has(use.name) && !replaceable.fn.includes(use.name)) ||
				(use.of === "$" && tools.names.$.has(use.name) && !replaceable.$.includes(use.name))),
	},
	{
		id: "special-hooks",
		level: "change",
		section: "The collection",
		row: "cssHooks, attrHooks, valHooks; in expr all but pseudos",
		title: "A hook of jQuery's own code",
		here: "Nobody calls it.",
		change: "`event.special`, `expr.pseudos` and the options `step` and `progress` are here.",
		finds: (use) =>
			(use.of === "$" && /^(css|attr|val|prop)Hooks$/.test(use.name)) ||
			(use.of === "$.expr" && /^(attrHandle|cacheLength|preFilter|relative|setFilters)$/.test(use.name)),
	},
	{
		id: "css-relative",
		level: "look",
		section: "The collection",
		row: 'css("fontSize", "+=4") writes the present size unchanged.',
		title: "`css` with `+=` or `-=`",
		here: "It adds, in the unit of the present value.",
		change: "Nothing, if adding is what you mean.",
		finds: (use) => use.of === "collection" && use.name === "css" && /^[+-]=/.test(text(use.args?.[1]) ?? ""),
	},
	{
		id: "frame-hooks",
		level: "change",
		section: "Animations, queues, events",
		row: "fx.step, tweener, prefilter, Tween, $.timers, fx.tick: hooks into each frame.",
		title: "A hook into each frame",
		here: "It is missing.",
		change: "Use the options `step` and `progress`.",
		finds: (use) =>
			(use.of === "$.fx" && hooks.includes(use.name)) ||
			(use.of === "$" && /^(Tween|timers|Animation)$/.test(use.name)),
	},
	{
		id: "custom-property",
		level: "look",
		section: "Animations, queues, events",
		row: "Custom properties (--x) are not animated.",
		title: "An animated custom property",
		here: "It gets its end value at once.",
		change: "Use a CSS transition.",
		finds: (use, tools) =>
			use.of === "collection" &&
			use.name === "animate" &&
			fields(use.args?.[0], tools).some((name) => name.startsWith("--")),
	},
	{
		id: "easing",
		level: "note",
		section: "Animations, queues, events",
		row: "A function of $.easing is looked up and called at each frame.",
		title: "Your own easing",
		here: "It is called for 101 points when an animation begins, not at each frame.",
		change: "Nothing, if it answers the same for the same fraction.",
		finds: (use) => use.of === "$.easing" && use.assigned !== undefined,
	},
	{
		id: "tween",
		level: "look",
		section: "Animations, queues, events",
		row: "step gets a Tween.",
		title: "The option `step`",
		here: "Its second argument has `elem`, `prop`, `start`, `end`, `now`, `pos`, `unit` and `options`.",
		change: "Nothing, unless you use other members of a `Tween`.",
		finds: (use, tools) =>
			use.of === "collection" &&
			use.name === "animate" &&
			(field(use.args?.[1], "step", tools)?.params?.length ?? 0) > 1,
	},
];

/** Whose names are looked at: "promise" and "request" are one. @param {Use} use */
const isPromise = (use) => use.of === "promise" || use.of === "request";

/** `load(fn)` of old code listens. @param {Node | undefined} node */
const isHandler = (node) => node === undefined || /Function/.test(node.type);
