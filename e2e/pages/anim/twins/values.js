// What animate makes of properties and values.

import { same } from "./play.js";

const sized = '<div class="sized at">x</div>';

/** @param {any} properties @param {any[]} rest */
const animate = (properties, ...rest) => ["animate", properties, ...rest];

for (const properties of [
	{ left: 70 },
	{ left: "70px", top: "+=10" },
	{ left: "-=30", width: "+=20px" },
	{ width: "50%" },
	{ width: "+=10%" },
	{ width: "5em", height: "+=1em" },
	{ opacity: 0.25 },
	{ opacity: "-=.5" },
	{ "margin-left": 20, "padding-top": "4px" },
	{ margin: "4px 8px" },
	{ padding: 6, paddingLeft: 1 },
	{ borderWidth: "3px 1px" },
	{ fontSize: 24 },
	{ "font-size": "2em" },
	{ "font-size": "+=4" },
	{ lineHeight: 2 },
	{ letterSpacing: "3px" },
	{ width: "hide" },
	{ height: "hide", opacity: 0.5 },
	{ height: "toggle", left: 50 },
	{ width: "toggle", opacity: "toggle" },
	{ opacity: "show" },
	{ color: "red", left: 30 },
	{ width: "auto" },
	{ scrollTop: 30 },
	{ left: "1.5e1px", top: ".5" },
	{ left: "10 px" },
	{ left: "", top: null, width: undefined },
	{ maxWidth: 50 },
	{ "min-height": "60px" },
]) {
	same(sized, [animate(properties, 100), 50, 100]);
	same(sized, [animate(properties, 100), 40, "stop", 100]);
}
same(sized, [animate({ zIndex: 5 }, 100), 50, 100]);
// What is no size of a box, and is measured in px even so.
for (const properties of [{ lineHeight: "hide" }, { fontSize: "toggle" }, { letterSpacing: "hide" }]) {
	const tall = '<div style="font-size: 20px; line-height: 2; letter-spacing: 3px">x<br>y</div>';
	same(tall, [animate(properties, 100), 50, 100]);
}
same(sized, [animate({ left: 70 }, { duration: 100, progress: "told" }), 50, 100]);
same(sized, [animate({ left: 70 }, { duration: 100, progress: "told" }), 30, "stop", 50, 50]);
same(sized, [animate({ width: -5, height: "-=100" }, 100)]);
same('<div style="display: none" class="sized">x</div>', [
	animate({ width: "+=20", opacity: 0.5 }, 100),
	50,
	100,
]);
same('<div class="gone at">x</div>', [animate({ left: "+=20", height: 30 }, 100), 50, 100, "show"]);
same("<span>some text</span>", [animate({ width: 100 }, 100), 50, 100]);
same("<span>some text</span>", [animate({ width: "+=20", height: "hide" }, 100), 50, 100]);
same('<div style="overflow-x: scroll; height: 20px">x</div>', [animate({ height: 50 }, 100), 50, 100]);
same(sized, [animate({ left: [80, "linear"], top: [50, "swing"] }, 100), 30, 30, "stop"]);
same(sized, [
	animate({ left: 80, top: 50 }, { duration: 100, specialEasing: { top: "linear" } }),
	30,
	"stop",
]);
same(sized, [animate({ left: 80 }, { duration: 100, easing: "linear", queue: false }), 30, 100]);
same(sized, [animate({ left: 80 }, { duration: 100 }), 50, "stop"]);
same(sized, [animate({ left: 80 }, { duration: 100 }), 50, "stop true true"]);
same(sized, [
	animate({ left: 80 }, { duration: 100 }),
	animate({ top: 80 }, { duration: 100 }),
	50,
	"finish",
]);
same(sized, [animate({}, 100), "fadeOut 50", animate({}, { duration: 50 })]);
same(sized, [animate({ left: 70 }, 0), animate({ left: "+=5" }, 0)]);
same(sized, [animate({ opacity: "hide" }, 0), animate({ opacity: "show" }, 100), 50]);
same('<div style="height: 20px; overflow: auto"><p style="height: 90px">x</p></div>', [
	animate({ scrollTop: 40 }, 100, "linear"),
	50,
	100,
]);
same('<div style="height: 20px; overflow: auto"><p style="height: 90px">x</p></div>', [
	animate({ scrollTop: 40 }, 100, "linear"),
	50,
	"stop",
	10,
	20,
	100,
]);

// Beside a word that has nothing to do.
same(sized, [animate({ left: 50, width: "show" }, 100), 50, 100]);
same('<div style="display: none; float: left">x</div>', [
	animate({ width: "+=20", height: "hide" }, 100),
	50,
	100,
]);
// What is hidden is measured as it would show, in any unit.
same('<div style="display: none">x</div>', [animate({ width: "50%" }, 100), 50, 100]);
same('<div style="display: none">x</div>', [animate({ width: "+=2em" }, 100), 50, 100]);
