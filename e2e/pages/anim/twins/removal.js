// An element that is removed for good loses its queues, and what a stopped or ended effect has left on it.

import { deepEqual, equal, test } from "../../lib/test.js";
import { stage } from "../../lib/stage.js";
import { Clock } from "../../lib/clock.js";
import { animations, godeferred } from "../../lib/started.js";
import { same } from "./play.js";

/** @typedef {import("./play.js").Player} Player */
/** @typedef {(player: Player) => void} Act */

/** The animated element, which may be out of the page. @param {Player} player */
const toast = ({ $, elements }) => $((elements[0].toast ??= elements[0].querySelector(".toast")));

/** @type {Record<string, Act>} */
const ways = {
	remove: (player) => toast(player).remove(),
	"remove with a selector": ({ $, elements }) => $("*", elements[0]).remove(".toast"),
	"remove its parent": (player) => toast(player).parent().remove(),
	empty: ({ $, elements }) => $(elements[0]).empty(),
	"html of nothing": ({ $, elements }) => $(elements[0]).html(""),
	"html of a row": ({ $, elements }) => $(elements[0]).html("<tr><td>x</td></tr>"),
	"html of a function": ({ $, elements }) => $(elements[0]).html(() => "<b>x</b>"),
	text: ({ $, elements }) => $(elements[0]).text("x"),
	"text of a function": ({ $, elements }) => $(elements[0]).text(() => "x"),
	replaceWith: (player) => toast(player).replaceWith("<b>x</b>"),
	"replaceWith nothing": (player) => toast(player).replaceWith(),
	detach: (player) => toast(player).detach(),
	"by the page": (player) => toast(player)[0].remove(),
};

/** @param {Player} player @param {string} text */
const say = ({ log }, text) => log.push(text);

/** @type {Act} */
const queue = (player) => {
	/** @param {string} text */
	const queued = (text) => (/** @type {() => void} */ next) => {
		say(player, text);
		next();
	};
	toast(player).queue(queued("fx"));
	for (const text of ["a", "b", "c"]) toast(player).queue("own", queued(text));
};
/** @type {Act} */
const lengths = (player) => {
	const $ = toast(player);
	say(player, `${$.queue().length} ${$.queue("own").length} ${$[0].style.display}`);
};
/** @type {Act} */
const back = (player) => toast(player).appendTo(player.elements[0]);
/** @type {(name: string, ...args: any[]) => Act} */
const does =
	(name, ...args) =>
	(player) =>
		toast(player)[name](...args);
/** Logs its end. @type {(name: string, ...args: any[]) => Act} */
const effect =
	(name, ...args) =>
	(player) =>
		toast(player)[name](...args, () => say(player, `${name} ended`));

const box = '<div><p class="toast" style="display: inline-block; width: 80px">x <i>y</i></p></div>';

for (const [title, away] of Object.entries(ways)) {
	const gone = [away, lengths, 20, lengths];
	same(
		box,
		[does("delay", 50), effect("fadeOut", 50), queue, 20, ...gone, back, 100, lengths],
		`a delay: ${title}`,
	);
	same(
		box,
		[effect("fadeOut", 50), does("delay", 20), effect("fadeIn", 50), queue, 20, ...gone, back, 200, lengths],
		`an effect under way: ${title}`,
	);
	same(
		box,
		[
			queue,
			does("queue", "own", () => {}),
			does("dequeue", "own"),
			...gone,
			does("dequeue", "own"),
			20,
			lengths,
		],
		`a queue with a name: ${title}`,
	);
	same(
		box,
		[
			effect("slideUp", 100),
			50,
			does("stop"),
			away,
			back,
			effect("slideDown", 100),
			50,
			lengths,
			100,
			lengths,
		],
		`a stopped effect: ${title}`,
	);
	same(
		box,
		[effect("fadeToggle", 100), 50, does("stop"), away, back, effect("fadeToggle", 100), 50],
		`toggle: ${title}`,
	);
	same(box, [does("hide"), away, back, does("show"), lengths], `hidden: ${title}`);
	same(
		box,
		[effect("slideUp", 50), 100, away, back, effect("slideDown", 50), 100, lengths],
		`slid: ${title}`,
	);
	same(
		box,
		[effect("fadeOut", 50), effect("fadeIn", 50), 20, away, does("finish"), 100, lengths],
		`finish: ${title}`,
	);
	same(
		box,
		[effect("fadeOut", 50), effect("fadeIn", 50), 20, away, does("stop"), 100, lengths],
		`stop: ${title}`,
	);
	same(
		box,
		[
			effect("fadeOut", 50),
			20,
			away,
			does("queue", (/** @type {any} */ _) => {}),
			lengths,
			does("clearQueue"),
			100,
		],
		`a new queue: ${title}`,
	);
}

// A slideshow whose callbacks begin the next round, and the queue holds the rest of it.
/** @type {Act} */
const slideshow = (player) => {
	const show = () => {
		say(player, "round");
		toast(player).fadeIn(20).delay(50).fadeOut(20, show);
	};
	show();
};
for (const title of ["remove", "empty", "html of nothing", "replaceWith"])
	same(box, [slideshow, 120, ways[title], 300, lengths], `a slideshow: ${title}`);

/** @param {(clock: Clock, $: any) => void} fn */
async function played(fn) {
	const clock = new Clock();
	clock.install();
	try {
		stage.innerHTML = "<div><p>x</p></div>";
		fn(clock, godeferred("p", stage));
		clock.advance(2000);
	} finally {
		clock.uninstall();
	}
	await null;
	equal(animations(), 0);
}

test("in jQuery they never settle: promises of what was removed", async () => {
	/** @type {string[]} */
	const log = [];
	/** @param {string} text */
	const note = (text) => () => log.push(text);
	/** @type {any[]} */
	const promises = [];
	await played((clock, p) => {
		promises.push(
			p.fadeOutPromise(100).done(note("fadeOut")),
			p.fadeInPromise(100).fail(note("fadeIn")),
			p.promise().done(note("promise")),
			p.delayPromise(50, "own").done(note("delay")),
			p.animatePromise({ width: 9 }, { queue: "own" }).fail(note("own")),
			p.animatePromise({ width: 9 }, { duration: 200, queue: false }).done(note("beside")),
			p.promise("own").done(note("promise of own")),
		);
		p.dequeue("own");
		clock.advance(10);
		p.parent().empty();
		deepEqual(log, []); // none within the call
	});
	await Promise.allSettled(promises);
	deepEqual(log.sort(), ["beside", "delay", "fadeIn", "fadeOut", "own", "promise", "promise of own"]);
	deepEqual(
		promises.map((one) => one.state()),
		["resolved", "rejected", "resolved", "resolved", "rejected", "resolved", "resolved"],
	);
});

test("what was under way when an element was removed does not start the next of its new queue", async () => {
	/** @type {string[]} */
	const log = [];
	await played((clock, p) => {
		const parent = p.parent();
		p.delay(50);
		p.fadeOut(20, () => log.push("old"));
		clock.advance(10);
		p.remove().appendTo(parent);
		p.delay(100).queue((/** @type {() => void} */ next) => next(log.push("new")));
		clock.advance(60);
		deepEqual(log, []);
		clock.advance(60);
		deepEqual(log, ["new"]);
		const running = p.delayPromise(50);
		p.remove()
			.appendTo(parent)
			.delay(100)
			.queue(() => log.push("last"));
		running.abort();
		clock.advance(50);
		deepEqual(log, ["new"]);
		clock.advance(60);
		deepEqual(log, ["new", "last"]);
		p.animatePromise({ width: 9 }, { queue: "own", duration: 50 });
		p.dequeue("own");
		p.remove().queue("own", () => log.push("own"));
		clock.advance(100);
		deepEqual(log, ["new", "last"]);
	});
});
