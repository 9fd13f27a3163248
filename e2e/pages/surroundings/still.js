// Where the browser animates nothing, elements jump to their end: as in jQuery with fx.off.

import { deepEqual, equal, run, test } from "../lib/test.js";
import { jQuery, stage } from "../lib/stage.js";

const { godeferred } = /** @type {any} */ (window);
jQuery.fx.off = true;

/** @type {[name: string, ...args: any[]][]} */
const calls = [
	["slideDown", 100],
	["slideUp", 100],
	["slideToggle", "fast"],
	["fadeIn"],
	["fadeOut", 100, "linear"],
	["fadeToggle", { duration: 100 }],
	["fadeTo", 100, 0.5],
	["show", 100],
	["hide", "slow"],
	["toggle", 100],
	["animate", { height: 50, opacity: "toggle", scrollTop: 5 }, 100],
	["animate", { width: "+=20", left: "2em" }, { duration: 100, queue: false, easing: "linear" }],
];

/** @param {any} $ @param {string} style @param {[string, ...any[]]} call */
function play($, style, [name, ...args]) {
	stage.innerHTML = `<p style="${style}">x</p><p>y</p>`;
	const elements = $(stage).children();
	/** @type {any[]} */
	const log = [];
	const last = args.at(-1);
	if (name !== "animate" && typeof last !== "object") {
		elements[name](...args, function (/** @type {any} */ _) {
			log.push(`complete ${$(this).index()}`);
		});
	} else {
		const options =
			typeof last === "object" && args.length > (name === "animate" ? 1 : 0)
				? args.pop()
				: { duration: args.pop() };
		const callbacks = Object.fromEntries(
			["start", "progress", "complete", "done", "fail", "always"].map((event) => [
				event,
				(/** @type {any} */ _, /** @type {any} */ ...rest) => log.push([event, ...rest]),
			]),
		);
		elements[name](...args, { ...options, ...callbacks });
	}
	elements.delay(0).queue(() => log.push("queued"));
	elements.promise().done(() => log.push("promise"));
	return { log: log.sort(), html: stage.innerHTML, state: elements.promise().state() };
}

await godeferred.ready;
for (const call of calls)
	for (const style of ["", "display: none", "display: inline; width: 50px"])
		test(`${JSON.stringify(call)} of ${style || "a paragraph"}`, () => {
			deepEqual(play(godeferred, style, call), play(jQuery, style, call));
		});

test("promises are resolved", async () => {
	stage.innerHTML = "<p>x</p>";
	const [p] = /** @type {any} */ (stage.children);
	equal(godeferred.slideUp(p, 1e6).state(), "resolved");
	equal(await godeferred.animate(p, { opacity: 0.5 }, 1e6), p);
	equal(p.style.opacity, "0.5");
	equal(
		await godeferred(p)
			.showPromise(1e6)
			.then(() => p.style.display),
		"",
	);
});

test("visible: every element is in view, unless it was aborted before", async () => {
	stage.innerHTML = "<p>x</p><p>y</p>";
	/** @type {any[]} */
	const told = [];
	const p = godeferred.visible(stage.children);
	p.done(function (/** @type {any} */ entry) {
		told.push(this, entry.target);
	});
	const aborted = godeferred.visible(stage.lastChild);
	aborted.abort();
	const { target, isIntersecting } = await p;
	equal(target, stage.firstChild);
	equal(isIntersecting, true);
	equal(aborted.state(), "rejected");
	deepEqual(told, [stage.firstChild, stage.firstChild]);
});

await run();
