// Programs made up by chance of handlers that come and go, and of events, forms and data.

/**
 * A step, plain data: a method, the elements it is for and its arguments. `"fn 3"` is a handler; what each does when
 * it is called is the program's.
 *
 * @typedef {{on: string, call: string, args: any[]}} Step
 * @typedef {{returns?: false, stop?: string, inside: Step[]}} Handler
 * @typedef {{steps: Step[], handlers: Handler[]}} Program
 */

const sets = [
	"#list",
	"li",
	".a",
	"b",
	"#box",
	"#box p",
	"i",
	"#form",
	"input",
	"select",
	"button",
	"#none",
	"#stage",
];
const inner = ["li", "b", "p", "i", "input", ".a", "> li", "*", "option", "p.a, span"];
const types = [
	"click",
	"own",
	"own.x",
	"click.x",
	"own.x.y",
	"click.y",
	"mouseover",
	"mouseenter",
	"change",
	"own click",
];
const ends = ["own", "click", ".x", "own.y", ".y.x", "own.x", "click own.x", "mouseenter", ".none"];
const HANDLERS = 5;
const ONES = 10;

export class Events {
	/** @param {import("../lib/chance.js").Chance} chance */
	constructor(chance) {
		this.chance = chance;
		this.ones = 0;
	}

	/** @returns {Program} */
	program() {
		const { chance } = this;
		return {
			steps: chance.some(4 + chance.below(10), () => this.step(40)),
			handlers: chance.some(HANDLERS + ONES, () => this.handler()),
		};
	}

	/** @returns {Handler} */
	handler() {
		const { chance } = this;
		/** @type {Handler} */
		const handler = { inside: chance.often(15) ? [this.step(20, true)] : [] };
		if (chance.often(10)) handler.returns = false;
		if (chance.often(15)) {
			handler.stop = chance.one(["stopPropagation", "stopImmediatePropagation", "preventDefault"]);
		}
		return handler;
	}

	/** @param {number} listening percent @param {boolean} [again] it may be taken more than once @returns {Step} */
	step(listening, again) {
		const { chance } = this;
		const on = chance.one(sets);
		if (chance.often(listening)) return { on, ...this.listen(again) };
		const kind = chance.below(100);
		if (kind < 30)
			return { on, call: chance.one(["trigger", "trigger", "triggerHandler"]), args: this.event() };
		if (kind < 45)
			return { on, call: chance.one(["native click", "native own", "native mouseover"]), args: [] };
		if (kind < 60) return { on, call: "off", args: this.off() };
		const [call, ...choices] = chance.one(others);
		// The stage itself stays as it is, for the next program.
		return { on: on === "#stage" ? "#box" : on, call, args: choices.map((list) => chance.one(list)) };
	}

	/** @param {boolean} [again] */
	listen(again) {
		const { chance } = this;
		const args = /** @type {any[]} */ ([chance.one(types)]);
		if (chance.often(35)) args.push(chance.one(inner));
		if (chance.often(15)) args.push(args.length === 1 ? { d: 1 } : 5);
		// With jQuery alone, `one` takes away whatever has the same function: each has its own.
		const once = !again && this.ones < ONES && chance.often(20);
		args.push(`fn ${once ? HANDLERS + this.ones++ : chance.below(HANDLERS)}`);
		return { call: once ? "one" : "on", args };
	}

	event() {
		const { chance } = this;
		const type = chance.one([
			"own",
			"click",
			"own.x",
			"click.y",
			"own!",
			"change",
			"mouseover",
			"own.x.y",
			"none",
		]);
		return chance.often(25) ? [type, [1, "two"]] : chance.often(10) ? [type, 3] : [type];
	}

	off() {
		const { chance } = this;
		if (chance.often(10)) return [];
		const args = [chance.one(ends)];
		if (chance.often(25)) args.push(chance.one([...inner, "**"]));
		if (chance.often(30)) args.push(`fn ${chance.below(HANDLERS + ONES)}`);
		return args;
	}
}

const html = ["<p class='a'>new <i>i</i></p>", "text", "<li>li</li>", ""];

/** Other methods, an argument is a list of choices. @type {[string, ...any[][]][]} */
const others = [
	["remove"],
	["detach"],
	["empty"],
	["clone+", [true, false], ["#box", "#list"]],
	["html", html],
	["append", html],
	["appendTo", ["#box", "#list", "#form"]],
	["replaceWith", html.slice(0, 2)],
	["data", ["n", "own", "longName", "long-name"], [1, "x", null, { o: 1 }]],
	["data?", ["n", "own", "longName"]],
	["removeData", ["n", "own", "longName n"]],
	["val", ["x", "c1", "why", ["m1", "m2"], ["c1"], 5, null, ""]],
	["val?"],
	["attr", ["value", "checked", "title", "type", "disabled", "data-n"], ["1", true, false, null, "text"]],
	["prop", ["checked", "disabled", "value", "selected", "multiple"], [true, false, "v"]],
	["attr?", ["value", "checked", "data-n", "type"]],
	["prop?", ["checked", "value", "selectedIndex"]],
	["toggleClass", ["a", "b a", "gone"]],
	["css", ["color", "width", "opacity", "margin", "display"], ["", "red", 5, "+=5", "10px", "none"]],
	["css?", ["color", "width", "display", "marginTop"]],
	["text?"],
	["removeAttr", ["checked", "value", "class title", "disabled"]],
];

/** @param {Program} program @returns {($: any, log: (...values: any[]) => void) => void} */
export function played({ steps, handlers }) {
	return ($, log) => {
		let left = 60; // calls of handlers: they may call each other for ever
		const fns = handlers.map(
			({ returns, stop, inside }, i) =>
				/** @this {any} */ function (/** @type {any} */ e, /** @type {any[]} */ ...rest) {
					const { type, target, currentTarget, delegateTarget, namespace, data, result } = e;
					log(i, this, type, target, currentTarget, delegateTarget, namespace, data, ...rest);
					if (target.type !== "checkbox") log(result);
					log(
						e.isDefaultPrevented(),
						e.isPropagationStopped(),
						Boolean(e.isTrigger),
						e.relatedTarget ?? null,
					);
					if (--left < 0) return;
					if (stop) e[stop]();
					inside.forEach(take);
					return returns ?? i;
				},
		);
		const take = (/** @type {Step} */ step) => {
			try {
				taken(step);
			} catch (error) {
				log(/** @type {Error} */ (error).name); // what is put into itself
			}
		};
		const taken = (/** @type {Step} */ { on, call, args }) => {
			const set = on === "#stage" ? $(on) : $(on, "#stage");
			const given = args.map((arg) => (/^fn \d/.test(arg) ? fns[arg.slice(3)] : arg));
			if (call.startsWith("native")) {
				const type = call.slice(7);
				if (type === "click") set[0]?.click();
				else set[0]?.dispatchEvent(new MouseEvent(type, { bubbles: true, relatedTarget: document.body }));
			} else if (call === "clone+") {
				set.first().clone(given[0]).appendTo($(given[1], "#stage"));
			} else if (call.endsWith("?")) {
				log(set[call.slice(0, -1)](...given));
			} else if (call === "trigger" || call === "triggerHandler") {
				const answer = set[call](...given);
				log(call === "trigger" ? answer.length : answer);
			} else {
				log(set[call](...given).length);
			}
		};
		steps.forEach(take);
	};
}
