// Chains of calls made up by chance, the same ones each time: what comes of them has to be what comes of
// them with jQuery.

import { page, same } from "./twins.js";
import { Events, played } from "./random-events.js";
import { Chance } from "../lib/chance.js";

const selectors = [
	"li",
	"p",
	"#box",
	"#box, ul",
	"b",
	".a",
	"ul > li",
	"form *",
	"[title]",
	"p:not(.a)",
	"i, b",
];
const contents = [
	"<u>u</u>",
	"text",
	"<hr> &amp; <s>s</s>",
	"",
	7,
	"<tr><td>cell</td></tr>",
	["<em>1</em>", "2"],
];
const names = ["a", "b new", "x y a", ""];

/** What can be called, with arguments to choose from; an argument is a list of choices. @type {[string, ...any[][]][]} */
const calls = [
	["find", selectors],
	["filter", selectors],
	["not", selectors],
	["has", selectors],
	["closest", selectors],
	["add", selectors],
	["children", [undefined, ...selectors]],
	["parent", ["#stage *", ...selectors]],
	["parents", ["#stage *"]],
	["siblings", [undefined, ...selectors]],
	["next", [undefined, ...selectors]],
	["prev", [undefined, ...selectors]],
	["nextAll", [undefined, ...selectors]],
	["prevAll", [undefined, ...selectors]],
	["eq", [0, 1, -1, 5]],
	["first"],
	["last"],
	["slice", [0, 1, -2], [2, undefined]],
	["addClass", names],
	["removeClass", names],
	["toggleClass", names, [undefined, true, false]],
	["attr", ["title", "lang", "data-x"], ["1", null, 5, true, false]],
	["prop", ["title", "hidden"], ["1", true, false]],
	["text", contents.filter((one) => !Array.isArray(one))],
	["html", contents.filter((one) => !Array.isArray(one))],
	["append", contents],
	["prepend", contents],
	["before", contents],
	["after", contents],
	["appendTo", ["#box", "p", "#none"]],
	["insertAfter", ["#box", "li", "p"]],
	["clone", [undefined, true]],
	["remove", [undefined, ...selectors]],
	["detach", [undefined, ...selectors]],
	["empty"],
	["css", ["color", "width", "margin-left"], ["", "red", 5, "+=5", "10px"]],
	["width", [5, "+=3", "50%"]],
	["height", [5, "-=3"]],
	["val", ["x", "c1", ["m1", "m2"], null]],
	["data", ["n", "own"], [1, "x", null]],
	["hide"],
	["show"],
	["toggle"],
];

/** Chance that can be repeated. @param {number} seed @returns {(below: number) => number} */
const chance = (seed) => (below) => {
	seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
	return Math.floor((seed / 2 ** 32) * below);
};

/** @param {number} seed */
function chain(seed) {
	const random = chance(seed * 7919);
	/** @template T @param {T[]} list */
	const one = (list) => list[random(list.length)];
	/** @type {any[][]} */
	const steps = [];
	for (let i = 0; i < 7; i++) {
		const [name, ...choices] = one(calls);
		steps.push([name, ...choices.map(one)]);
	}
	return { start: one(selectors), steps };
}

for (let seed = 1; seed <= 400; seed++) {
	const { start, steps } = chain(seed);
	const words = steps.map(
		([name, ...args]) => `.${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`,
	);
	same(
		($, log) => {
			let set = $(start, "#stage");
			try {
				for (const [name, ...args] of steps) {
					set = set[name](...args);
					log(set.length);
				}
			} catch (error) {
				log(/** @type {Error} */ (error).name); // what is put into itself
			}
			return set;
		},
		page,
		`${seed}: $("${start}")${words.join("")}`,
	);
}

for (let seed = 1; seed <= 200; seed++) {
	const program = new Events(new Chance(seed)).program();
	same(played(program), page, `events ${seed}: ${JSON.stringify(program)}`);
}
