// A page's own method in the place of one that others call, as plugins have them, is called as in jQuery.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { godeferred } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);

/** @type {[method: string, call: (set: any) => any][]} */
const cases = [
	["animate", (set) => set.slideDown(400)],
	["animate", (set) => set.slideUp()],
	["animate", (set) => set.slideToggle({ duration: 5, queue: false })],
	["animate", (set) => set.fadeIn("fast", "linear", () => {})],
	["animate", (set) => set.fadeOut(() => {})],
	["animate", (set) => set.fadeToggle(1)],
	["animate", (set) => set.fadeTo(1, 0.5, "linear")],
	["animate", (set) => set.show(1)],
	["animate", (set) => set.hide("slow")],
	["animate", (set) => set.toggle(1, "linear", () => {})],
	["animate", (set) => set.show().hide().show(null).toggle(true).length],
	["on", (set) => set.bind("a", () => {})],
	["on", (set) => set.bind("a", { x: 1 }, () => {})],
	["on", (set) => set.click(() => {})],
	["on", (set) => set.click(5, () => {})],
	["on", (set) => set.hover(() => {})],
	["on", (set) => set.ajaxStart(() => {})],
	["on", (set) => set.one("a", () => {}).length],
	["off", (set) => set.unbind("a", () => {})],
	["off", (set) => set.unbind()],
	["trigger", (set) => set.click()],
	["trigger", (set) => set.triggerHandler("a")],
	["hide", (set) => set.toggle()],
	["hide", (set) => set.toggle(false)],
	["hide", (set) => set.toggle(true)],
	["show", (set) => set.hide().toggle()],
	["show", (set) => set.toggle(true)],
	["show", (set) => set.toggle().toggle(null)],
];

for (const [method, call] of cases) {
	test(`${method}: ${String(call).slice(9)}`, () => {
		/** @type {any[]} */
		const seen = [];
		for (const $ of [jQuery, godeferred]) {
			const element = document.createElement("p");
			document.body.append(element);
			element.style.display = /fadeTo/.test(String(call)) ? "none" : "";
			const before = $.fn[method];
			/** @type {any[]} */
			const heard = [];
			/** @this {any} */
			$.fn[method] = function (/** @type {any[]} */ ...args) {
				heard.push(this[0] === element || this[0], args.map(shown));
				return this;
			};
			try {
				const answer = call($(element));
				heard.push(answer?.jquery || answer?.css ? answer[0] === element : answer, element.style.cssText);
			} finally {
				$.fn[method] = before;
				element.remove();
			}
			seen.push(heard);
		}
		deepEqual(seen[1], seen[0]);
	});
}

/** @param {any} value */
const shown = (value) => (typeof value === "function" ? "function" : (JSON.stringify(value) ?? "undefined"));

test("a wrapper of animate may go on to ours", async () => {
	const { animate } = godeferred.fn;
	let calls = 0;
	/** @this {any} */
	godeferred.fn.animate = function (/** @type {any[]} */ ...args) {
		calls++;
		return animate.apply(this, args);
	};
	const element = document.createElement("p");
	document.body.append(element);
	try {
		await godeferred(element).slideUp(1).fadeIn(1).promise();
		equal(calls, 2);
		ok(element.style.display !== "none");
	} finally {
		godeferred.fn.animate = animate;
		element.remove();
	}
});
