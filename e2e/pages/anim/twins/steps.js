// The option step, and what is no style: numbers of elements, of other objects and of the window.

import { deepEqual, equal, ok, test, throws } from "../../lib/test.js";
import { jQuery, show, stage } from "../../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../../lib/started.js";
import { same } from "./play.js";

/** @typedef {import("./play.js").Player} Player */

const sized = '<div class="sized at">x</div>';

/** @param {number} value */
const rounded = (value) => (Number.isNaN(value) ? "NaN" : Number(value.toFixed(2)) + 0);

/** Options whose callbacks write what they get into the log. @param {Player} player @param {any} options */
const logged = ({ log }, { several, ...options }) => ({
	step(/** @type {number} */ now, /** @type {any} */ tween) {
		const { elem, prop, start, end, unit, pos } = tween;
		if (several && pos === 0) return; // jQuery calls it for the first one only
		log.push(
			[prop, now, start, end, pos, tween.now]
				.map((one) => (typeof one === "number" ? rounded(one) : one))
				.concat(elem.nodeType ? unit : "", this === elem)
				.join(" "),
		);
	},
	start: () => log.push("start"),
	progress: (/** @type {any} */ _, /** @type {number} */ fraction, /** @type {number} */ remaining) =>
		several || log.push(`progress ${rounded(fraction)} ${rounded(remaining)}`),
	complete: () => log.push("complete"),
	fail: () => log.push("fail"),
	duration: 100,
	...options,
});

/** @param {any} properties @param {any} [options] @returns {(player: Player) => void} */
const stepped = (properties, options) => (player) =>
	player.$(player.elements).animate(properties, logged(player, options));

for (const properties of [
	{ left: 70 },
	{ left: "+=10", opacity: 0.5 },
	{ opacity: "hide" },
	{ height: "toggle", left: 5 },
	{ scrollTop: 5 },
	{ borderSpacing: -90 },
	{ width: "50%" },
	{ Counter: 50 },
	{ textIndent: 100, lineHeight: 2 },
])
	for (const options of [{}, { easing: "linear" }, { queue: false }, { duration: 0 }]) {
		const title = `${JSON.stringify(properties)} ${JSON.stringify(options)}`;
		// Without a duration, jQuery leaves what it has measured a negative spacing with.
		if (options.duration === 0 && properties.borderSpacing) continue;
		same(sized, [stepped(properties, options), 30, 30, 50], `step: ${title}`);
		if (options.duration === 0) continue;
		same(sized, [stepped(properties, options), 30, "stop", 50], `step, stopped: ${title}`);
		same(
			sized,
			[stepped(properties, options), 30, "stop true true", 50],
			`step, stopped at its end: ${title}`,
		);
		same(sized, [stepped(properties, options), 30, "finish", 50], `step, finished: ${title}`);
	}
same(
	sized + sized,
	[stepped({ left: 70 }, { several: true }), "fadeOut 50", 40, 100, 60],
	"step of two elements",
);
for (const effect of ["slideUp", "fadeOut", "fadeToggle", "hide"])
	same(
		sized,
		[(player) => player.$(player.elements)[effect](logged(player, {})), 50, 100],
		`step of ${effect}`,
	);
same(
	sized,
	[
		({ $, elements }) =>
			$(elements).animate(
				{ left: 70, top: 50 },
				{
					duration: 100,
					step: (/** @type {number} */ now, /** @type {any} */ tween) =>
						(tween.now = Math.round(now / 20) * 20),
				},
			),
		30,
		30,
		50,
	],
	"step rounds",
);
same(
	sized,
	[
		({ $, elements }) =>
			$(elements).animate(
				{ left: 70 },
				{ duration: 100, step: (_, /** @type {any} */ tween) => (tween.end = 170) },
			),
		30,
		30,
		50,
	],
	"step moves the goal",
);
same(
	sized,
	[
		({ $, elements, log }) =>
			$(elements).animate(
				{ left: 70 },
				{
					duration: 100,
					done: () => log.push("done"),
					fail: () => log.push("fail"),
					step(/** @type {number} */ now) {
						if (now > 40) $(this).stop();
					},
				},
			),
		30,
		30,
		50,
	],
	"step stops",
);

/**
 * Animates an object. The log tells how it looks at each moment.
 *
 * @param {() => any} make
 * @param {any[]} calls
 */
function counts(make, calls, title = "") {
	/** @type {any} */
	let object;
	/** @type {any[]} */
	const steps = [
		() => {
			object = make();
		},
	];
	for (const call of calls) {
		if (typeof call === "number") {
			steps.push(call, ({ log }) =>
				log.push(
					Object.entries(object)
						.filter(([, value]) => typeof value !== "function" && typeof value !== "object")
						.map(([key, value]) => `${key} ${typeof value === "number" ? rounded(value) : value}`)
						.join(),
				),
			);
			continue;
		}
		const [name, ...args] = call;
		steps.push((/** @type {Player} */ player) => {
			const last = args.at(-1);
			const options =
				name === "animate" && typeof last === "object" ? [...args.slice(0, -1), logged(player, last)] : args;
			player.$(object)[name](...options);
		});
	}
	same("<div></div>", steps, `${title} ${JSON.stringify(make())} ${JSON.stringify(calls)}`);
}

for (const [make, goals] of /** @type {[() => any, any][]} */ ([
	[() => ({ n: 0 }), { n: 100 }],
	[() => ({ n: 10, m: 5 }), { n: "+=5", m: "-=20" }],
	[() => ({}), { n: 100 }],
	[() => ({ width: 50, opacity: 1 }), { width: -10, opacity: 0 }],
	[() => ({ n: 0 }), { n: [100, "linear"] }],
	[() => ({ n: 5 }), { n: "hide" }],
	[() => ({ n: 5, m: 1 }), { n: "toggle", m: 9 }],
])) {
	counts(make, [["animate", goals, {}], 30, 30, 50]);
	counts(make, [["animate", goals, { queue: false }], 30, ["stop"], 30, 50]);
	counts(make, [["animate", goals, { easing: "linear" }], 30, ["finish"], 30, 50]);
	counts(make, [["animate", goals, { duration: 0 }], 30]);
	counts(make, [
		["animate", goals, { step: null, progress: null }],
		["delay", 20],
		["animate", { n: 0 }, {}],
		50,
		60,
		50,
		80,
	]);
}
counts(() => ({ n: 5 }), [["animate", { n: "show" }, { progress: null }], 30, 50], "shown");
counts(() => ({ n: 3 }), [["fadeOut", 50], 30, 50, ["fadeIn", 50], 60], "effects");
counts(() => ({ n: 3 }), [["hide"], ["show"], ["slideDown", 50], 60], "effects");
same(
	"<div></div>",
	[
		(player) => player.$(window).animate({ godeferredTwin: 9 }, logged(player, {})),
		30,
		80,
		({ log }) => {
			log.push(String(/** @type {any} */ (window).godeferredTwin));
			delete (/** @type {any} */ (window).godeferredTwin);
		},
	],
	"the window",
);
same(
	"<div>0</div><div>0</div>",
	[
		({ $, elements, log }) =>
			$(elements)
				.prop("Counter", 0)
				.animate(
					{ Counter: 50 },
					{
						duration: 100,
						easing: "swing",
						step(/** @type {number} */ now, /** @type {any} */ { pos }) {
							if (pos === 0) return;
							$(this).text(Math.ceil(now));
							log.push($(this).text());
						},
					},
				),
		30,
		30,
		50,
	],
	"the usual counter",
);

test("an object's promise, and several objects together with elements", async () => {
	const [a, b] = [{ n: 0 }, { n: 5 }];
	const element = show(sized);
	const set = godeferred([a, element, b]);
	equal(await set.animatePromise({ n: 10 }, 20), set);
	deepEqual([a.n, element.n, b.n], [10, 10, 10]);
	const moving = godeferred(a).animatePromise({ n: 0 }, 1e6);
	/** @type {any[]} */
	const fractions = [];
	await new Promise((resolve) =>
		moving.progress((/** @type {number} */ fraction) => resolve(fractions.push(fraction))),
	);
	ok(fractions[0] < 0.1, String(fractions));
	moving.abort();
	ok(a.n > 9 && a.n <= 10, String(a.n));
	equal(animations(), 0);
	nothingLeft();
});

test("a property that cannot be written is reported, and step goes on", async (t) => {
	const errors = t.errors();
	const frozen = Object.freeze({ n: 1 });
	/** @type {number[]} */
	const seen = [];
	await godeferred(frozen).animatePromise(
		{ n: 2 },
		{ duration: 20, step: (/** @type {number} */ now) => seen.push(now) },
	);
	equal(errors.length, 1);
	equal(seen[0], 1);
});

test("a step that throws is reported, and the animation goes on", async (t) => {
	const errors = t.errors();
	const object = { n: 0 };
	await godeferred(object).animatePromise({ n: 2 }, { duration: 1, step: () => jQuery.error("mine") });
	equal(object.n, 2);
	ok(errors.length > 0 && /mine/.test(String(errors[0])), String(errors[0]));
});

test("a step that ends its effect leaves the final styles (jQuery writes over them)", () => {
	const element = show(sized);
	godeferred(element).fadeOut({
		duration: 1e6,
		step() {
			godeferred.stop(element, true, true);
		},
	});
	equal(element.style.opacity, "");
	equal(element.style.display, "none");
	nothingLeft();
});

test("what is neither an element nor an object is refused", () => {
	throws(
		() => godeferred([5]).animate({ n: 5 }),
		/each item of target must be an element or an object, not 5$/,
	);
	throws(
		() => godeferred(document).animate({ scrollTop: 5 }),
		/each item of target must be an element or an object/,
	);
	throws(() => godeferred.animate({ n: 5 }, { n: 5 }), /target must be an element, a list/);
	throws(() => godeferred({ n: 5 }).fadeTo(5, 5), TypeError);
	throws(() => godeferred(stage).animate({ left: 5 }, { step: 5 }), /step must be a function, not 5$/);
	nothingLeft();
});
