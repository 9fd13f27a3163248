// Durations of all kinds, and easings of the page's own.

import { equal, test, throws } from "../../lib/test.js";
import { jQuery, show } from "../../lib/stage.js";
import { godeferred, nothingLeft } from "../../lib/started.js";
import { same } from "./play.js";

const sized = '<div class="sized at">x</div>';

/** @param {any} properties @param {any[]} rest */
const animate = (properties, ...rest) => ["animate", properties, ...rest];

for (const duration of [
	"normal",
	"500",
	"",
	"50ms",
	"slow",
	"fast",
	"_default",
	true,
	false,
	null,
	undefined,
	[],
	50,
	-5,
	NaN,
]) {
	const title = `a duration of ${JSON.stringify(duration)}`;
	same(sized, [animate({ left: 70 }, { duration }), 150, 100, 200, 200], `animate, ${title}`);
	if (typeof duration !== "object") {
		same(sized, [["slideUp", duration], 150, 100, 200], `slideUp, ${title}`);
		same(sized, [["fadeTo", duration, 0.5], 150, 100, 200], `fadeTo, ${title}`);
	}
}
same(sized, [["hide", "normal"], 150, 300], "hide, normal");
same(
	sized,
	[
		({ $ }) => ($.fx.speeds.glacial = 90),
		animate({ left: 70 }, "glacial"),
		50,
		50,
		({ $ }) => delete $.fx.speeds.glacial,
		animate({ left: 10 }, "glacial"),
		150,
		300,
	],
	"a name of the page's own",
);

/** @type {Record<string, (...args: any[]) => number>} */
const own = {
	back: (p) => p * p * (2.7 * p - 1.7),
	thereAndBack: (p) => Math.sin(p * Math.PI),
	steps: (p) => Math.floor(p * 4) / 4,
	old: (_, t, b, c, d) => c * (t / d) ** 3 + b,
	easeOutBounce(p) {
		const n = 7.5625;
		if (p < 1 / 2.75) return n * p * p;
		if (p < 2 / 2.75) return n * (p - 1.5 / 2.75) ** 2 + 0.75;
		if (p < 2.5 / 2.75) return n * (p - 2.25 / 2.75) ** 2 + 0.9375;
		return n * (p - 2.625 / 2.75) ** 2 + 0.984375;
	},
};
Object.assign(jQuery.easing, own);
Object.assign(godeferred.easing, own);

for (const easing of Object.keys(own)) {
	same(sized, [animate({ left: 70, opacity: 0.5 }, 100, easing), 30, 30, 50], easing);
	same(sized, [animate({ left: 70, width: "+=20px" }, 100, easing), 40, "stop", 60], `${easing}, stopped`);
	same(sized, [animate({ left: 70 }, { duration: 100, easing }), 40, "finish", 60], `${easing}, finished`);
	same(
		sized,
		[["slideUp", 100, easing], 30, 30, "stop", ["slideDown", 100, easing], 30, 90],
		`${easing}, slides`,
	);
	same(
		sized,
		[animate({ left: [70, easing], margin: ["4px 8px", easing], opacity: 0.5 }, 100), 30, 30, 60],
		`${easing} of some properties`,
	);
	same(
		sized,
		[
			animate({ left: 70, width: 90 }, { duration: 100, specialEasing: { left: easing, width: "linear" } }),
			30,
			90,
		],
		`${easing} as a special easing`,
	);
	same(sized, [animate({ left: 70 }, 0, easing)], `${easing} without a duration`);
	same(
		'<div style="height: 20px; overflow: auto"><p style="height: 90px">x</p></div>',
		[animate({ scrollTop: 40 }, 100, easing), 30, 30, "stop", 60],
		`${easing} of scrollTop`,
	);
}
for (const name of ["swing", "linear", "_default"])
	same(
		sized,
		[
			({ $, log }) => {
				log.before = $.easing[name];
				$.easing[name] = name === "_default" ? "old" : own.old;
			},
			animate({ left: 70 }, 100),
			animate({ top: 70 }, 100, "swing"),
			animate({ width: 90 }, 100, "linear"),
			30,
			30,
			90,
			90,
			90,
			({ $, log }) => {
				$.easing[name] = log.before;
				delete log.before;
			},
		],
		`${name} of the page's own`,
	);
same(
	sized,
	[animate({ left: 70 }, { duration: 100, easing: "" }), ["fadeOut", 100, false], 50, 50, 50],
	"a false easing",
);

test("jQuery's own functions are there", () => {
	for (const p of [0, 0.2, 0.5, 0.9, 1]) {
		equal(godeferred.easing.swing(p), jQuery.easing.swing(p));
		equal(godeferred.easing.linear(p), jQuery.easing.linear(p));
	}
	equal(godeferred.easing._default, jQuery.easing._default);
});

test("the browser gets the page's easing as points, and moves the element by itself", () => {
	const element = show(sized);
	godeferred.animate(element, { left: 70 }, 1000, "back");
	const [animation] = element.getAnimations();
	const { easing } = animation.effect.getKeyframes()[0];
	equal(easing.startsWith("linear("), true, easing);
	animation.pause();
	animation.currentTime = 300;
	equal(Math.abs(Number.parseFloat(getComputedStyle(element).left) - (20 + 50 * own.back(0.3))) < 0.1, true);
	godeferred.stop(element);
	nothingLeft();
});

test("an easing that is none is refused", () => {
	const element = show(sized);
	godeferred.easing.none = () => {};
	godeferred.easing.text = "swing";
	throws(
		() => godeferred.fadeOut(element, 5, "none"),
		/^godeferred\.fadeOut: what easing\.none returns must be a number, not undefined$/,
	);
	for (const name of ["text", "toString", "unknown"])
		throws(() => godeferred.fadeOut(element, 5, name), /^godeferred\.fadeOut: easing must be .*/);
	throws(
		() => godeferred.fadeOut(element, { easing: 5 }),
		/^godeferred\.fadeOut: easing must be the name of an easing, not 5$/,
	);
	delete godeferred.easing.none;
	delete godeferred.easing.text;
	nothingLeft();
});
