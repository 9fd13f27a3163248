// Animations of elements, from their beginning to their end. "move" begins one at once.

import { effects } from "../anim/twins/random-effects.js";
import { endings } from "./endings.js";
import { hidden, look, shown, to } from "./look.js";

/** @typedef {import("./play.js").Scenario} Scenario */

/**
 * An animation, held at parts of its way, to its end.
 *
 * @param {string} name
 * @param {string} html
 * @param {any} move
 * @returns {Scenario}
 */
const moves = (name, html, move) => ({
	name,
	steps: [
		{ do: "html", html },
		{ do: "move", id: "m", target: "[id]", ...move },
		...[0, 0.25, 0.5, 0.9].flatMap((part) => [{ do: "at", part }, look]),
		{ do: "finish" },
		{ do: "end", id: "m" },
		look,
	],
});

/** One that ends, or is refused, at once. @param {string} name @param {string} html @param {any} move @returns {Scenario} */
const atOnce = (name, html, move) => ({
	name,
	steps: [
		{ do: "html", html },
		{ do: "move", id: "m", target: "[id]", ...move },
		look,
		{ do: "end", id: "m" },
		look,
	],
});

/** @type {Scenario[]} */
const single = [
	...effects.flatMap((effect) => [
		moves(`${effect} of what shows`, shown, { effect }),
		moves(`${effect} of what is hidden`, hidden, { effect }),
	]),
	moves("fadeTo", shown, { effect: "fadeTo", opacity: "0.25" }),
	moves("fadeTo of what is hidden", hidden, { effect: "fadeTo", opacity: "0.5" }),
	moves("fadeTo nothing", shown, { effect: "fadeTo", opacity: "0" }),
	moves("fadeTo above 1", shown, { effect: "fadeTo", opacity: "7" }),
	moves("fadeTo below 0", shown, { effect: "fadeTo", opacity: "-1" }),
	moves("linear", shown, to({ height: "80" }, { easing: "linear" })),
	moves("swing", shown, to({ height: "80" }, { easing: "swing" })),
	moves("fast", shown, to({ height: "80" }, { duration: "fast" })),
	moves("slow", shown, to({ height: "80" }, { duration: "slow" })),
	moves("a tiny duration", shown, to({ height: "80" }, { duration: "0.5" })),
	moves("a duration of days", shown, to({ height: "80" }, { duration: "864000000" })),
	moves("several properties", shown, to({ height: "80", width: "50px", opacity: "0", marginLeft: "-20" })),
	moves("names as in CSS", shown, to({ "margin-left": "12px", "padding-top": "1" })),
	moves("shorthands", shown, to({ margin: "1 2px 3 4", padding: "10" })),
	moves("a shorthand and one of its own", shown, to({ margin: "8", marginLeft: "1" })),
	moves("relative", shown, to({ height: "+=15", width: "-=30px" })),
	moves("relative with a fraction", shown, to({ height: "+=0.5", width: "-=1e1" })),
	moves("below 0", shown, to({ height: "-10", marginLeft: "-=500" })),
	moves("huge", shown, to({ height: "1e6", width: "99999" })),
	moves("tiny", shown, to({ height: "1e-7", width: "0.0001px" })),
	moves("0", shown, to({ height: "0", opacity: "0" })),
	moves("%", shown, to({ width: "50%" })),
	moves("em", shown, to({ height: "2em", marginLeft: "1.5em" })),
	moves("rem and vw", shown, to({ height: "2rem", width: "10vw" })),
	moves("a unit in capitals", shown, to({ height: "20PX", width: "2EM" })),
	moves("a number with a plus", shown, to({ height: "+20" })),
	moves("no number at all", shown, to({ height: "auto" })),
	moves("an empty value", shown, to({ height: "" })),
	moves("a value with spaces", shown, to({ height: " 20px " })),
	moves("a value of Unicode digits", shown, to({ height: "２０" })),
	moves("a property that there is not", shown, to({ bigness: "20" })),
	moves("a property without a name", shown, to({ "": "20" })),
	moves("a property of Unicode", shown, to({ höhe: "20" })),
	moves("a custom property", shown, to({ "--x": "20" })),
	moves(
		"z-index, which is whole",
		'<div id="a" style="position: relative; z-index: 1">t</div>',
		to({ zIndex: "10" }),
	),
	moves("line-height, which has no unit", shown, to({ lineHeight: "3" })),
	moves("font-size", shown, to({ fontSize: "32" })),
	moves("words among numbers", shown, to({ height: "hide", opacity: "0.2" })),
	moves("show among hide", hidden, to({ height: "show", width: "hide" })),
	moves("toggle of one property", hidden, to({ width: "toggle" })),
	moves("hide of what is hidden", hidden, to({ width: "hide" })),
	moves("words in capitals", shown, to({ height: "HIDE" })),
	moves("an inline element", '<b id="a">text</b>', to({ width: "80", height: "30" })),
	moves("an inline element hides", '<b id="a">text</b>', { effect: "slideUp" }),
	moves("a hidden inline element", '<b id="a" style="display: none">text</b>', { effect: "slideDown" }),
	moves("a row of a table", '<table><tr id="a"><td>text</td></tr></table>', { effect: "fadeOut" }),
	moves("a hidden row", '<table><tr id="a" style="display: none"><td>text</td></tr></table>', {
		effect: "fadeIn",
	}),
	moves("what a style sheet hides", '<style>.no { display: none }</style><div class="no" id="a">text</div>', {
		effect: "fadeIn",
	}),
	moves("what the attribute hides", '<div hidden id="a">text</div>', { effect: "slideDown" }),
	moves("a flex box", '<div id="a" style="display: flex; height: 30px">text</div>', { effect: "hide" }),
	moves("a hidden parent", '<div style="display: none"><div id="a" style="height: 9px">text</div></div>', {
		effect: "slideUp",
	}),
	moves("an overflow of its own", '<div id="a" style="overflow: scroll auto; height: 30px">text</div>', {
		effect: "slideUp",
	}),
	moves("border-box", '<div id="a" style="box-sizing: border-box; height: 30px; padding: 5px">t</div>', {
		effect: "slideUp",
	}),
	moves("a drawing", '<svg width="40" height="40"><rect id="a" width="20" height="20"/></svg>', {
		effect: "fadeOut",
	}),
	moves(
		"three at once",
		`${shown}<p id="b" style="height: 10px">b</p><p id="c" style="display: none">c</p>`,
		{
			effect: "slideToggle",
		},
	),
	moves(
		"an element in an element",
		'<div id="a" style="height: 50px"><p id="b" style="height: 20px">b</p></div>',
		{
			effect: "slideUp",
		},
	),
	moves("a name of Unicode", '<div id="ä😀" style="height: 20px">t</div>', { effect: "slideUp" }),
	atOnce("a duration of 0", shown, to({ height: "80", opacity: "hide" }, { duration: "0" })),
	atOnce("a duration below 0", shown, to({ height: "80" }, { duration: "-5" })),
	atOnce("nothing to do", shown, to({})),
	atOnce("no elements", "", to({ height: "80" })),
	atOnce("slideDown of what shows, at once", shown, { effect: "slideDown" }),
	atOnce("an easing that there is not", hidden, { effect: "slideDown", easing: "bounce" }),
	atOnce("an easing of Unicode", hidden, { effect: "slideDown", easing: "ä\u0000😀" }),
	atOnce("an easing of many letters of two bytes", hidden, { effect: "slideDown", easing: "ä".repeat(30) }),
	atOnce("an easing of many letters", hidden, { effect: "slideDown", easing: "x".repeat(41) }),
	atOnce("no element", shown, { effect: "slideUp", target: null }),
	atOnce("a number for an element", shown, { effect: "slideUp", target: 5 }),
	atOnce("true for an element", shown, { effect: "slideUp", target: true }),
	atOnce("an object for an element", shown, { effect: "slideUp", target: {} }),
	atOnce("a list of no elements", shown, { effect: "slideUp", target: [1] }),
	atOnce("a selector that is none", shown, { effect: "slideUp", target: "div[" }),
	atOnce("a selector that is none, of Unicode", shown, {
		effect: "slideUp",
		target: "ä\u0001\u007f\u2028😀[",
	}),
	atOnce("a selector that is none, of many letters of two bytes", shown, {
		effect: "slideUp",
		target: `${"ä".repeat(30)}[`,
	}),
	atOnce("an empty selector", shown, { effect: "slideUp", target: "" }),
	...["NaN", "Infinity", "-Infinity"].map((opacity) => ({
		...atOnce(`fadeTo ${opacity}`, shown, { effect: "fadeTo", opacity, duration: "0" }),
		differs: {
			why: "jQuery takes any number; the Go face refuses those, as the comment of FadeTo says",
			page: ['m: each {"element":"a"}', "m: over"],
			go: [
				`m: refused {"error":"TypeError: opacity must be a number from 0 to 1, not ${opacity.replace(/^Inf/, "+Inf").replace("Infinity", "Inf").replace("Infinity", "Inf")}"}`,
			],
		},
	})),
];

export const animations = [...single, ...endings];
