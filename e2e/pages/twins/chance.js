// Scenarios made up by chance: programs of deferreds and what combines them, and queues of animations.

import { Chance } from "../lib/chance.js";
import { effects } from "../anim/twins/random-effects.js";
import { look } from "./look.js";

/** @typedef {import("./play.js").Scenario} Scenario */

const values = [0, 1, -1, "", "a", "ä😀", null, true, [1, [2]]];

/** Makes programs of what combines deferreds. The first promises are the bases. */
class Combining {
	/** @param {number} seed */
	constructor(seed) {
		this.chance = new Chance(seed);
		this.names = 0;
		/** Whether a promise brings a single value, as members of joins but for `when` have to. @type {boolean[]} */
		this.single = [];
		this.bases = 0;
	}

	/** @returns {any} */
	step() {
		const { chance } = this;
		this.bases = 2 + chance.below(3);
		this.single = Array(this.bases).fill(true);
		const bases = this.single.map(() => ({ stops: chance.often(60) }));
		const program = chance.some(6 + chance.below(16), () => this.instruction());
		const states = this.single.flatMap((_, p) => [{ op: "state", p }]);
		return { do: "program", bases, program: [...program, { op: "turn" }, ...states] };
	}

	/** @returns {any} */
	instruction() {
		const { chance } = this;
		const kind = chance.below(100);
		if (kind < 25) return this.join();
		if (kind < 45) return this.then();
		if (kind < 50) return this.makes(true, { op: "timeout", p: this.one(true), ms: 600000 });
		if (kind < 62) return this.listen(2);
		if (kind < 70) return { op: "turn" };
		return this.acts();
	}

	/** What makes no promise. @returns {any} */
	acts() {
		const { chance } = this;
		const kind = chance.below(100);
		const base = chance.below(this.bases);
		if (kind < 40) return { op: "resolve", p: base, value: chance.one(values) };
		if (kind < 60) return { op: "reject", p: base, error: chance.one(["no", "nö 😀"]) };
		if (kind < 72) return { op: "notify", p: base, value: chance.one(values) };
		if (kind < 90) return { op: "abort", p: this.one(), error: chance.one(["", "left", "weg 😀"]) };
		return { op: "state", p: this.one() };
	}

	/** @param {number} depth @returns {any} */
	listen(depth) {
		const { chance } = this;
		const body = chance.some(chance.below(depth + 1), () =>
			depth > 0 && chance.often(30) ? this.listen(depth - 1) : this.acts(),
		);
		const how = chance.one(["done", "fail", "always", "progress"]);
		return { op: "listen", p: this.one(), how, id: this.name(), body };
	}

	then() {
		const { chance } = this;
		const how = chance.one(["then", "catch", "handle", "finally", "follow"]);
		const p = this.one();
		const error = chance.often(25) ? "thrown" : "";
		const id = this.name();
		// What passes a list on brings a list.
		const single = how === "then" || how === "handle" || how === "follow" || this.single[p];
		return this.makes(single, {
			op: "then",
			p,
			how,
			id,
			error,
			value: chance.one(values),
			of: [this.one(true)],
		});
	}

	join() {
		const { chance } = this;
		const how = chance.one(["all", "when", "allSettled", "any", "race"]);
		// By design not as in Go: one member of when is adopted, and what has none is in no queue with the others.
		const count = how === "when" ? 2 + chance.below(2) : 1 + chance.below(3);
		const of = chance.some(count, () => this.one(true));
		return this.makes(how === "any" || how === "race", { op: "join", how, of });
	}

	/** @param {boolean} single @param {any} instruction */
	makes(single, instruction) {
		this.single.push(single);
		return instruction;
	}

	/** One of the promises. @param {boolean} [single] */
	one(single = false) {
		const all = [...this.single.keys()];
		return this.chance.one(single ? all.filter((p) => this.single[p]) : all);
	}

	name() {
		return `n${this.names++}`;
	}
}

const boxes = [
	'<div id="a" style="width: 100px; height: 40px; opacity: 0.8"></div>',
	'<b id="a">text</b>',
	'<div id="a" style="height: 40px">a</div><div id="b" style="height: 20px">b</div>',
];
const hiddenBoxes = [
	'<p id="a" style="display: none; height: 30px">text</p>',
	'<div id="a" style="height: 40px">a</div><div id="b" style="display: none; height: 20px">b</div>',
];
const goals = [
	{ height: "80" },
	{ width: "+=30" },
	{ height: "-=15px", opacity: "0.25" },
	{ marginLeft: "-12" },
	{ opacity: "1", width: "0" },
];

/**
 * A queue of animations. What a stop half-way leaves of words is jQuery's in the page alone, so effects only jump; and
 * only the page measures what is hidden.
 *
 * @param {number} seed
 * @returns {any[]}
 */
function queue(seed) {
	const chance = new Chance(seed);
	const words = chance.often(50);
	let count = 0;
	const add = () => {
		const move = words
			? { effect: chance.one(effects) }
			: chance.often(20)
				? { effect: "fadeTo", opacity: chance.one(["0", "0.5", "1"]) }
				: { effect: "animate", properties: chance.one(goals) };
		const easing = chance.one([undefined, "linear", "swing"]);
		// So long that none ends before it is held.
		const duration = chance.often(15) ? "0" : "100000";
		return { do: "queue", id: String(count++), target: "[id]", duration, easing, ...move };
	};
	const act = () => {
		const kind = chance.below(100);
		if (kind < 40) return [add(), { do: "held" }];
		if (kind < 65) return [{ do: "at", part: chance.one([0, 0.25, 0.5, 0.99]) }, look];
		if (kind < 80) return [{ do: "finish" }, { do: "held" }, look];
		return [
			{ do: "halt", target: "[id]", clear: chance.often(40), toEnd: words || chance.often(50) },
			{ do: "held" },
			look,
		];
	};
	const steps = [add(), { do: "held" }, ...chance.some(4 + chance.below(8), act).flat()];
	const ids = Array.from({ length: count }, (_, id) => String(id));
	return [
		{ do: "html", html: chance.one(words ? [...boxes, ...hiddenBoxes] : boxes) },
		...steps,
		...ids.flatMap(() => [{ do: "finish" }, { do: "held" }]),
		...ids.map((id) => ({ do: "end", id })),
		look,
	];
}

/**
 * So many scenarios, each of its own seed.
 *
 * @param {string} what
 * @param {number} count
 * @param {(seed: number) => any[]} steps
 * @returns {Scenario[]}
 */
const some = (what, count, steps) =>
	Array.from({ length: count }, (_, seed) => ({
		name: `${what} by chance, seed ${seed}`,
		steps: steps(seed),
	}));

export const byChance = [
	...some("programs", 250, (seed) => [new Combining(seed).step()]),
	...some("queues", 12, queue),
];
