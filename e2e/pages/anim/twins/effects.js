// Every effect on every kind of element; turned round, stopped and finished at several moments.

import { same } from "./play.js";

const shown = "<div>x</div>";
const hidden = '<div style="display: none">x</div>';
const byClass = '<div class="gone">x</div>';
const span = "<span>x</span>";
const box = '<div class="box" style="overflow: auto">x<br>y</div>';

for (const html of [shown, hidden, byClass, span, box]) {
	for (const step of [
		"slideToggle 100",
		"fadeToggle 100",
		"toggle 100",
		"slideUp 100",
		"fadeOut 100 'linear'",
	]) {
		same(html, [step, 50, 100]);
	}
}
for (const html of [
	hidden,
	byClass,
	'<span class="gone">x</span>',
	'<span style="display: none">x</span>',
	shown,
]) {
	for (const step of [
		"slideDown 100",
		"fadeIn 100",
		"show 100",
		"fadeTo 100 0.5",
		"show",
		"hide",
		"toggle",
	]) {
		same(html, [step, 50, 100]);
	}
}
for (const effect of ["slideToggle", "fadeToggle", "toggle"]) {
	for (const html of [shown, byClass, box, span]) {
		same(html, [`${effect} 100`, 50, "stop", `${effect} 100`, 30, "stop", `${effect} 100`, 200]);
		same(html, [`${effect} 100`, 100, `${effect} 100`, 150, `${effect} 0`, `${effect} 0`]);
	}
	same(shown, [`${effect} 100`, 40, "stop true true", 50]);
	same(shown, [`${effect} 100`, 40, "finish", 50]);
	same(box, [`${effect} 100`, `${effect} 100`, `${effect} 100`, 40, "finish"]);
	same(shown, [`${effect} 100`, 0, "stop"]);
	same(shown, [`${effect} 'fast'`, 100, `${effect} 'slow'`, 300, "stop false true"]);
}
for (const [first, second] of [
	["slideUp", "slideDown"],
	["fadeOut", "fadeIn"],
	["hide", "show"],
	["slideDown", "slideUp"],
]) {
	same(shown, [`${first} 100`, 60, "stop", `${second} 100`, 150]);
	same(byClass, [`${second} 100`, 60, "stop", `${first} 100`, 150]);
	same(box, [`${first} 100`, 60, "stop true", `${second} 100`, 60, "stop true", `${first} 100`]);
	same(span, [`${first} 100`, `${second} 100`, 150]);
}
same(shown, ["hide", "show"]);
same('<span style="display: inline-block">x</span>', ["hide", "slideDown 100", 50, 100, "slideUp 50", 100]);
same('<div style="display: flex">x</div>', ["hide", "fadeIn 100", 200]);
same("<aside>x</aside>", ["slideUp 100", 100, "slideDown 100"]);
same(shown, ["toggle true", "toggle false", "toggle true"]);
same(`${shown}${hidden}${byClass}`, ["slideToggle 100", 50, 100]);
same(`${shown}${hidden}${byClass}`, ["toggle", "toggle 100", 40, "stop", "toggle 60"]);
same('<div class="border-box">x</div>', ["slideUp 100", 50, 80, "slideDown 100", 50]);
same('<b style="float: left">x</b>', ["slideUp 100", 50, 80, "slideDown 100", 50]);
same('<div class="half">x</div>', ["fadeOut 100", 50, "stop", "fadeIn 100", 200]);
same('<div class="half">x</div>', ["fadeTo 100 1", 50, 80, "fadeTo 100 0", 50]);
same('<ul><li>x</li></ul><table><tr><td>x</td></tr></table><img alt="" width="9" height="9">', [
	"hide 100",
	50,
	100,
	"show 100",
	50,
]);
// A fade that was stopped is turned round, and what comes after it in the same effect is as hidden.
same('<div style="display: flex; height: 30px">x</div>', [
	"fadeToggle 60",
	0,
	"stop true",
	"show 60",
	10,
	100,
]);
