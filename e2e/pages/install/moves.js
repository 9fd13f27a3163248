// Programs on jQuery's queues and effects: see programs.js.

import { listen } from "./programs.js";
import { Clock } from "../lib/clock.js";

/** @type {import("./programs.js").Program[]} */
export const moves = [
	[
		"queues",
		"queue",
		(_, log, elements) => {
			const turn = (/** @type {string} */ name) => log.as(name, (next) => next());
			elements.queue("q", turn("one")).queue("q", turn("two"));
			listen(elements.promise("q"), log, "promise(q)");
			listen(elements.promise(), log, "promise()");
			log.add(elements.queue("q").length);
			elements.dequeue("q");
			elements.delay(5).queue(turn("after the delay"));
			const extended = elements.promise("fx", { own: 1 });
			log.add(extended.own);
			return extended.done(log.as("promise(fx, target)", () => elements.clearQueue("q")));
		},
	],
	[
		"an animation and its promises",
		"animate",
		(_, log, elements) => {
			const callback = (/** @type {string} */ name) => log.as(name);
			// On a slow machine one would be over before the next begins.
			const clock = new Clock();
			clock.install();
			try {
				elements.animate(
					{ width: 50 },
					{
						duration: 20,
						start: callback("start"),
						done: callback("done"),
						complete: callback("complete"),
						always: callback("always"),
					},
				);
				elements.slideUp(10, callback("slideUp"));
				listen(elements.promise(), log, "promise");
				clock.advance(200);
			} finally {
				clock.uninstall();
			}
			return elements.promise();
		},
	],
	[
		"stop and finish",
		"animate",
		async (_, log, elements) => {
			const options = (/** @type {string} */ name) => ({
				duration: 1e6,
				done: log.as(`${name} done`),
				fail: log.as(`${name} fail`),
				complete: log.as(`${name} complete`),
				always: log.as(`${name} always`),
			});
			elements.animate({ width: 50 }, options("first")).animate({ height: 5 }, options("second"));
			listen(elements.promise(), log, "promise");
			elements.stop();
			elements.animate({ width: 10 }, options("third")).stop(false, true);
			elements.animate({ width: 20 }, options("fourth")).finish();
			elements.animate({ width: 30 }, { ...options("beside"), queue: false });
			listen(elements.promise(), log, "promise of what goes beside");
			elements.stop(true);
			elements.fadeOut(1e6).delay(1e6).stop(true, true);
			listen(elements.promise(), log, "at last");
		},
	],
	[
		"an animation of nothing, and one that is over at once",
		"animate",
		($, log, elements) => {
			$().fadeIn(5).promise().done(log.as("of no elements"));
			elements.animate({}, { duration: 5, complete: log.as("nothing") });
			$.fx.off = true;
			elements.hide("slow", log.as("hide"));
			$.fx.off = false;
			return elements.promise().done(log.as("promise"));
		},
	],
];
