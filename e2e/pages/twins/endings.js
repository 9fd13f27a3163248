// Animations that are stopped, jump to their end or are given up, and queues: "queue" puts one into that of its elements.

import { hidden, look, shown, to } from "./look.js";

/** @typedef {import("./play.js").Scenario} Scenario */

/** @type {Scenario[]} */
const ended = [
	...[0, 0.3, 0.75].map((part) => ({
		name: `stopped at ${part}`,
		steps: [
			{ do: "html", html: shown },
			{
				do: "move",
				id: "m",
				target: "#a",
				...to({ height: "80", width: "+=20", opacity: "0", marginLeft: "-5" }),
			},
			{ do: "at", part },
			{ do: "stop", id: "m" },
			{ do: "end", id: "m" },
			look,
			{ do: "running", n: 0 },
		],
	})),
	...["slideUp", "hide", "fadeOut", "slideDown", "show", "fadeIn"].map((effect) => ({
		name: `${effect}, stopped half-way`,
		steps: [
			{ do: "html", html: /Up|hide|Out/.test(effect) ? shown : hidden },
			{ do: "move", id: "m", target: "#a", effect },
			{ do: "at", part: 0.5 },
			{ do: "stop", id: "m" },
			{ do: "end", id: "m" },
			look,
		],
	})),
	{
		name: "jumps to its end",
		steps: [
			{ do: "html", html: shown },
			{ do: "move", id: "m", target: "#a", ...to({ height: "80", opacity: "hide" }) },
			{ do: "at", part: 0.5 },
			{ do: "jump", id: "m" },
			{ do: "end", id: "m" },
			look,
		],
	},
	{
		name: "stopped when it is over",
		steps: [
			{ do: "html", html: shown },
			{ do: "move", id: "m", target: "#a", effect: "slideUp" },
			{ do: "finish" },
			{ do: "end", id: "m" },
			{ do: "stop", id: "m" },
			{ do: "end", id: "m" },
			look,
		],
	},
	{
		name: "stopped twice",
		steps: [
			{ do: "html", html: shown },
			{ do: "move", id: "m", target: "#a", effect: "slideUp" },
			{ do: "at", part: 0.5 },
			{ do: "stop", id: "m" },
			{ do: "stop", id: "m" },
			{ do: "end", id: "m" },
			look,
		],
	},
	{
		name: "of two elements, one is removed",
		steps: [
			{ do: "html", html: '<p id="a" style="height: 10px">a</p><p id="b" style="height: 20px">b</p>' },
			{ do: "move", id: "m", target: "p", effect: "slideUp" },
			{ do: "running", n: 2 },
			{ do: "remove", of: "#b" },
			{ do: "finish" },
			{ do: "end", id: "m" },
			look,
		],
	},
	{
		name: "its element is removed",
		steps: [
			{ do: "html", html: shown },
			{ do: "move", id: "m", target: "#a", effect: "slideUp" },
			{ do: "running", n: 1 },
			{ do: "remove", of: "#a" },
			{ do: "end", id: "m" },
		],
	},
	{
		name: "two of one element at the same time",
		steps: [
			{ do: "html", html: shown },
			{ do: "move", id: "m", target: "#a", ...to({ height: "80" }) },
			{ do: "move", id: "n", target: "#a", ...to({ width: "20" }) },
			{ do: "at", part: 0.5 },
			look,
			{ do: "finish" },
			{ do: "end", id: "m" },
			{ do: "end", id: "n" },
			look,
		],
	},
	{
		name: "a number of what is hidden",
		steps: [
			{ do: "html", html: '<div id="a" style="display: none"><p style="width: 50px; margin: 0">t</p></div>' },
			{ do: "move", id: "m", target: "#a", ...to({ width: "+=10" }, { duration: "0" }) },
			{ do: "look", of: "#a" },
			{ do: "end", id: "m" },
		],
		differs: {
			why: "the Go face measures nothing that is hidden: it begins at 0; jQuery shows it for that",
			page: ['a: looks {"style":"display: none; width: 60px"}'],
			go: ['a: looks {"style":"display: none; width: 10px"}'],
		},
	},
	{
		name: "given up half-way",
		steps: [
			{ do: "html", html: '<div id="a" style="height: 40px; opacity: 0.8"></div>' },
			{ do: "move", id: "m", target: "#a", ...to({ height: "80" }, { easing: "linear" }) },
			{ do: "at", part: 0.5 },
			{ do: "cancel", id: "m", reason: "enough 😀" },
			{ do: "end", id: "m" },
			{ do: "look", of: "#a", what: ["height"] },
		],
		differs: {
			why: "an end of the context has elements jump to their end, as the comment of Animate says; a signal stops them",
			page: ['a: looks {"height":"60px","style":"height: 60px; opacity: 0.8"}'],
			go: ['m: each {"element":"a"}', 'a: looks {"height":"80px","style":"height: 80px; opacity: 0.8"}'],
		},
	},
	{
		name: "stopped half-way, in another unit",
		steps: [
			{ do: "html", html: '<div id="a"></div>' },
			{ do: "move", id: "m", target: "#a", ...to({ marginLeft: "2em" }) },
			{ do: "at", part: 0.5 },
			{ do: "stop", id: "m" },
			{ do: "end", id: "m" },
			{ do: "look", of: "#a", what: ["marginLeft"] },
		],
		differs: {
			why: "the Go face measures no units: what is stopped stays where it is, in px",
			page: ['a: looks {"marginLeft":"16px","style":"margin-left: 1em"}'],
			go: ['a: looks {"marginLeft":"16px","style":"margin-left: 16px"}'],
		},
	},
];

const go = to({ height: "80" }, { target: "#a" });

/** @type {Scenario[]} */
const queued = [
	{
		name: "one after the other",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", ...to({ width: "20" }) },
			{ do: "queue", id: "3", target: "#a", effect: "fadeOut" },
			...["1", "2", "3"].flatMap((id) => [
				{ do: "running", n: 1 },
				{ do: "at", part: 0.5 },
				look,
				{ do: "finish" },
				{ do: "end", id },
				look,
			]),
			{ do: "running", n: 0 },
		],
	},
	{
		name: "a toggle and another",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", target: "#a", effect: "slideToggle" },
			{ do: "queue", id: "2", target: "#a", effect: "slideToggle" },
			...["1", "2"].flatMap((id) => [{ do: "running", n: 1 }, { do: "finish" }, { do: "end", id }, look]),
		],
	},
	{
		name: "what runs is stopped, and the next has its turn",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", ...to({ width: "20" }) },
			{ do: "at", part: 0.5 },
			{ do: "halt", target: "#a" },
			{ do: "end", id: "1" },
			{ do: "running", n: 1 },
			{ do: "finish" },
			{ do: "end", id: "2" },
			look,
		],
	},
	{
		name: "what runs jumps to its end, and the next has its turn",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", effect: "fadeOut" },
			{ do: "at", part: 0.5 },
			{ do: "halt", target: "#a", toEnd: true },
			{ do: "end", id: "1" },
			{ do: "running", n: 1 },
			look,
			{ do: "finish" },
			{ do: "end", id: "2" },
			look,
		],
	},
	...[true, false].map((toEnd) => ({
		name: `all that wait are taken out, and what runs ${toEnd ? "jumps" : "is stopped"}`,
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", effect: "fadeOut" },
			{ do: "queue", id: "3", target: "#a", effect: "slideUp" },
			{ do: "at", part: 0.5 },
			{ do: "halt", target: "#a", clear: true, toEnd },
			{ do: "end", id: "1" },
			{ do: "end", id: "2" },
			{ do: "end", id: "3" },
			{ do: "running", n: 0 },
			look,
		],
	})),
	{
		name: "turns that have nothing to do",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", target: "#a", effect: "slideDown" },
			{ do: "queue", id: "2", target: "#a", ...to({}) },
			{ do: "queue", id: "3", ...go, duration: "0" },
			{ do: "end", id: "1" },
			{ do: "end", id: "2" },
			{ do: "end", id: "3" },
			look,
		],
	},
	{
		name: "nothing to do, while another runs",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", ...to({}) },
			{ do: "held" },
			{ do: "halt", target: "#a", clear: true },
			{ do: "end", id: "1" },
			{ do: "end", id: "2" },
		],
		differs: {
			why: "in jQuery, what has nothing to do is never queued; in Go, all that is added waits for its turn",
			page: ['2: each {"element":"a"}', "2: over"],
			go: ['2: stopped {"error":"AbortError: stopped"}'],
		},
	},
	{
		name: "a turn that is refused lets the next begin",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", target: "#a", effect: "fadeTo", opacity: "0.5" },
			{ do: "queue", id: "2", ...go },
			{ do: "finish" },
			{ do: "end", id: "1" },
			{ do: "running", n: 1 },
			{ do: "finish" },
			{ do: "end", id: "2" },
			look,
		],
	},
	{
		name: "an empty queue is stopped",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "finish" },
			{ do: "end", id: "1" },
			{ do: "halt", target: "#a", clear: true },
			{ do: "queue", id: "2", target: "#a", effect: "fadeOut" },
			{ do: "running", n: 1 },
			{ do: "finish" },
			{ do: "end", id: "2" },
			look,
		],
	},
	{
		name: "one that waits is given up",
		steps: [
			{ do: "html", html: shown },
			{ do: "queue", id: "1", ...go },
			{ do: "queue", id: "2", target: "#a", effect: "fadeOut" },
			{ do: "queue", id: "3", target: "#a", ...to({ width: "20" }) },
			{ do: "cancel", id: "2", reason: "never mind" },
			{ do: "finish" },
			{ do: "end", id: "1" },
			{ do: "end", id: "2" },
			{ do: "running", n: 1 },
			{ do: "finish" },
			{ do: "end", id: "3" },
			look,
		],
	},
];

export const endings = [...ended, ...queued];
