// Programs of animations and queues, made up by chance.

/**
 * ms that pass, or a call; what its callback calls is inside.
 *
 * @typedef {{ms: number} | {call: string, args: any[], on: number, inside: Step[]}} Step
 * @typedef {{elements: string[], steps: Step[]}} Program
 */

const htmls = [
	"<div>x</div>",
	'<div style="display: none">x</div>',
	'<div class="gone">x</div>',
	"<span>some text</span>",
	'<span class="gone">x</span>',
	'<span style="display: none">x</span>',
	'<span style="display: inline-block">x</span>',
	'<div class="box" style="overflow: auto">x<br>y</div>',
	'<div class="border-box">x</div>',
	'<div class="at sized">x</div>',
	'<div class="at sized" style="opacity: 0.5; left: 10%">x</div>',
	'<div class="half">x</div>',
	"<aside>x</aside>",
	'<div style="width: 50%; padding: 1em; margin-top: 5px">x</div>',
	'<div style="display: flex; height: 30px; overflow-x: scroll">x</div>',
	'<p style="display: inline">x</p>',
	'<div class="sized" style="box-sizing: border-box; border: 3px solid; min-height: 10px">x</div>',
	'<img alt="" width="9" height="9">',
	'<div style="max-height: 15px; overflow: hidden">x<br>y<br>z</div>',
	'<div style="position: relative; top: 4px; display: inline-flex">x</div>',
	"<ul><li>x</li><li>y</li></ul>",
	'<div class="gone" style="opacity: 0.3; height: 12px">x</div>',
];

const float = '<b style="float: left">x</b>'; // moves with others' widths, so it is alone

/** The effects that need no argument. */
export const effects = [
	"slideDown",
	"slideUp",
	"slideToggle",
	"fadeIn",
	"fadeOut",
	"fadeToggle",
	"show",
	"hide",
	"toggle",
];

const numbers = {
	width: [100, "+=20"],
	height: ["60px", "+=10px", 5, "3em"],
	opacity: [0.25, 1, 0, "-=.1", ".75"],
	marginLeft: [20, "-=3"],
	"padding-left": ["4px", 12],
	lineHeight: [2],
	maxWidth: [50],
};
// What runs beside the queue moves nothing that runs in the queue.
const alone = {
	left: [70, "+=10", "-=5px", "50%", 0],
	top: ["30px", "+=1em", 10],
	borderWidth: ["3px"],
};
const words = ["height", "width", "opacity", "paddingTop", "marginBottom"];

const durations = [20, 50, 60, 100, 100, 150, 200];
const names = ["fx", "mine"];

export class Effects {
	/** @param {import("../../lib/chance.js").Chance} chance */
	constructor(chance) {
		this.chance = chance;
		/** There is more than one element. */
		this.many = false;
	}

	/** @returns {Program} */
	program() {
		const { chance } = this;
		const elements = chance.some(1 + chance.below(3), () => chance.one(htmls));
		if (elements.length === 1 && chance.often(5)) elements[0] = float;
		this.many = elements.length > 1;
		return { elements, steps: chance.some(3 + chance.below(8), () => this.step(elements.length)) };
	}

	/** @param {number} count @returns {Step} */
	step(count) {
		const { chance } = this;
		if (chance.often(35)) return { ms: 10 + 10 * chance.below(15) };
		return this.call(chance.often(50) ? -1 : chance.below(count), 0);
	}

	/** @param {number} on @param {number} depth @returns {Step} */
	call(on, depth) {
		const { chance } = this;
		const [call, ...args] = this.words(depth);
		const callback = depth < 2 && chance.often(depth === 0 ? 35 : 15);
		const inside = callback
			? // Of many elements, one after the other begins, and ends, with jQuery alone.
				chance.some(1 + chance.below(2), () => this.call(this.many || chance.often(70) ? -2 : -1, depth + 1))
			: [];
		return { call, args, on, inside };
	}

	/** @param {number} depth @returns {any[]} */
	words(depth) {
		const { chance } = this;
		const kind = chance.below(100);
		if (kind < 40) return this.effect();
		if (kind < 62) return this.animate();
		if (kind < 70) return ["stop", ...this.name(20), chance.often(40), chance.often(40)];
		if (kind < 74 && depth === 0) return ["finish", ...this.name(20)];
		if (kind < 78) return ["delay", chance.one(durations), ...this.name(20)];
		if (kind < 85) return ["queued", ...this.name(20)];
		if (kind < 88) return ["dequeue", ...this.name(60)];
		if (kind < 91) return ["clearQueue", ...this.name(60)];
		if (kind < 95) return ["promise", ...this.name(20)];
		return ["length", ...this.name(20)];
	}

	/** @param {number} percent */
	name(percent) {
		return this.chance.often(percent) ? [this.chance.one(names)] : [];
	}

	/** @returns {any[]} */
	effect() {
		const { chance } = this;
		const name = chance.one(effects);
		if (/^(show|hide|toggle)$/.test(name) && chance.often(30)) {
			return name === "toggle" && chance.often(50) ? [name, chance.often(50)] : [name];
		}
		if (chance.often(10)) return ["fadeTo", chance.one(durations), chance.one([0, 0.4, 1])];
		const rest = chance.often(30) ? ["linear"] : [];
		return [name, chance.often(20) ? this.options() : chance.one(durations), ...rest];
	}

	/** @returns {any[]} */
	animate() {
		const { chance } = this;
		const beside = chance.often(25);
		/** @type {any} */
		const properties = {};
		for (let i = chance.below(3); i >= 0; i--) {
			if (!beside && chance.often(30)) {
				properties[chance.one(words)] = chance.one(["show", "hide", "toggle", "toggle"]);
			} else {
				const name = chance.one(Object.keys(beside ? alone : numbers));
				properties[name] = chance.one(/** @type {any} */ (beside ? alone : numbers)[name]);
				if (chance.often(10)) properties[name] = [properties[name], "linear"];
			}
		}
		return ["animate", properties, beside || chance.often(40) ? this.options(beside) : chance.one(durations)];
	}

	/** @param {boolean} [beside] the queue */
	options(beside) {
		const { chance } = this;
		/** @type {any} */
		const options = { duration: chance.one(durations) };
		if (beside) options.queue = chance.one([false, false, "mine"]);
		if (chance.often(30)) options.easing = "linear";
		return options;
	}
}
