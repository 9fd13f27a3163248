// A page that does much at once, by one library: e2e/bench/frames.go counts the long tasks, with a slower processor.

import { quiet } from "./environment.js";
import { loadLibraries } from "./libraries.js";

const ELEMENTS = 500;
const MS = 1000;
const REQUESTS = 200;
const CALLS = 100;

const libraries = await loadLibraries(["jquery4", "godeferred"]);
const stage = /** @type {HTMLElement} */ (document.querySelector("#stage"));
const godeferred = libraries.find(({ id }) => id === "godeferred")?.object;

/** What the browser calls a long task: one of more than 50 ms. @type {number[]} */
const long = [];
const observer = new PerformanceObserver((list) => {
	for (const { duration } of list.getEntries()) long.push(duration);
});

/** @param {any} $ */
const members = ($) => $(stage.children);
/** @param {any} $ @param {string} method @param {any[]} args */
const animation = ($, method, ...args) =>
	members($)
		[method](...args)
		.promise();

/** @type {Record<string, ($: any) => PromiseLike<unknown>>} */
const works = {
	fade: ($) => animation($, "fadeOut", MS),
	slide: ($) => animation($, "slideUp", MS),
	step: ($) => animation($, "animate", { width: 2 }, { duration: MS, step() {} }),
	// All in flight: each answer comes in pieces, and the page hears of each.
	requests: ($) => Promise.all(Array.from({ length: REQUESTS }, (_, i) => request($, i))),
	// Ten calls in each tenth of a second, for a second.
	calls: async () => {
		for (let i = 0; i < 10; i++) {
			const answers = Array.from({ length: CALLS / 10 }, (_, k) => godeferred.go.add(i, k));
			const sums = await Promise.all(answers);
			if (sums.some((sum, k) => sum !== i + k)) throw new Error("wrong sums");
			await new Promise((over) => setTimeout(over, 100));
		}
	},
	// By jQuery without the calls: it has no Go.
	all: ($) => Promise.all([works.step($), works.requests($), $ === godeferred && works.calls($)]),
};

/** @param {any} $ @param {number} i */
function request($, i) {
	const address = `/slow?${i}`;
	// jQuery tells of progress only through the XMLHttpRequest.
	if ($ === godeferred) return $.ajax(address, { dataType: "text" }).progress(heard);
	const xhr = () => {
		const own = new XMLHttpRequest();
		own.addEventListener("progress", heard);
		return own;
	};
	return $.ajax(address, { dataType: "text", xhr });
}

let pieces = 0;
const heard = () => {
	pieces++;
};

Object.assign(globalThis, {
	/**
	 * Does some work with new elements. Returns the longest task of more than 50 ms, or 0; `count` has how many there were.
	 *
	 * @param {string} id
	 * @param {string} work
	 */
	async frames(id, work) {
		const library = libraries.find((one) => one.id === id);
		stage.textContent = "";
		for (let i = 0; i < ELEMENTS; i++) stage.append(document.createElement("i"));
		void stage.offsetHeight;
		await quiet();
		await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
		observer.observe({ type: "longtask" });
		long.length = pieces = 0;
		// In a task of the page's own.
		await new Promise((over, fail) => setTimeout(() => works[work](library?.object).then(over, fail)));
		// The browser tells of a task after its end.
		await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
		for (const { duration } of observer.takeRecords()) long.push(duration);
		observer.disconnect();
		if (["requests", "all"].includes(work) && pieces < REQUESTS)
			throw new Error(`${id} told of ${pieces} pieces`);
		return Math.max(0, ...long);
	},
	/** How many long tasks the last work had. */
	count: () => long.length,
});
