// Queues: order, names, delays, stop and finish, and the promise of a queue.

import { same } from "./play.js";

/** @typedef {import("./play.js").Player} Player */

const one = '<div class="at sized">x</div>';
const two = one + one;

/** @param {string} text @param {...any} name @returns {(player: Player) => void} */
const queued =
	(text, ...name) =>
	({ call, log }) =>
		call("queue", ...name, (/** @type {() => void} */ next) => {
			log.push(text);
			next();
		});

/** @param {...any} args @returns {(player: Player) => void} */
const length =
	(...args) =>
	({ call, log }) => {
		log.push(`length ${call("queue", ...args).length} ${call("queue", ...args)[0] === "inprogress"}`);
	};

same(one, ["slideUp 50", queued("a"), "slideDown 50", queued("b"), "promise", 60, 60]);
same(one, [length(), "slideUp 50", length(), "fadeIn 50", length(), 60, length(), 60, length()]);
same(two, ["slideUp 50", "delay 30", "slideDown 50", "promise", 60, 40, 60]);
same(one, ["delay 50", queued("after"), 30, 30]);
same(one, ["delay 'fast'", queued("after"), "promise", 150, 100]);
same(one, ["delay 50", queued("after"), 20, "stop", 10, 100]);
same(one, ["delay 50", queued("after"), "fadeOut 50", 20, "stop true", 10, 100]);
same(one, ["delay 50", "fadeOut 50", "slideDown 50", 20, "finish", 100]);
same(one, ["fadeOut 50", "slideDown 50", queued("a"), 20, "clearQueue", 100]);
same(one, ["fadeOut 50", "promise", 20, "clearQueue", 10, 100]);
same(one, ["fadeOut 50", "fadeIn 50", "fadeOut 50", "promise", 20, "stop", 20, "stop", 20, "stop"]);
same(one, ["fadeOut 50", "fadeIn 50", "promise", 20, "stop true", 20]);
same(one, ["fadeOut 50", "fadeIn 50", "promise", 20, "stop false true", 20, 100]);
same(one, ["fadeOut 50", "fadeIn 50", "promise", 20, "stop true true", 20, 100]);
same(one, ["fadeOut 50", "slideDown 50", "promise", 20, "finish", 20]);
same(one, ["fadeOut 50", "dequeue", 20, 60]);
same(one, ["fadeOut 50", "slideUp 80", "dequeue", 20, 60, 60]);
same(one, ["promise", "stop", "finish", "clearQueue", "dequeue", "promise"]);
same(one, ["stop true true", "fadeOut 50", 20, "promise", 60]);

// Queues with names of their own begin when they are told to.
same(one, [queued("a", "mine"), queued("b", "mine"), length("mine"), "dequeue 'mine'", length("mine")]);
same(one, [queued("a", "mine"), "delay 50 'mine'", queued("b", "mine"), "dequeue 'mine'", 20, 50]);
same(one, [
	queued("a", "mine"),
	"delay 50 'mine'",
	queued("b", "mine"),
	"dequeue 'mine'",
	20,
	"stop 'mine'",
	50,
]);
same(one, [
	["animate", { left: 90 }, { duration: 100, queue: "mine" }],
	["animate", { top: 90 }, { duration: 100, queue: "mine" }],
	"promise 'mine'",
	50,
	"dequeue 'mine'",
	60,
	"stop 'mine'",
	60,
	80,
]);
same(one, [
	["animate", { left: 90 }, { duration: 100, queue: "mine" }],
	"fadeOut 100",
	"dequeue 'mine'",
	50,
	"stop 'fx'",
	20,
	"finish 'mine'",
]);
same(one, [
	["animate", { left: 90 }, { duration: 100, queue: "mine" }],
	"dequeue 'mine'",
	50,
	"stop 'mine' true true",
]);

// Beside the queue.
same(one, [["animate", { left: 90 }, { duration: 100, queue: false }], "fadeOut 50", "promise", 60, 60]);
same(one, [["animate", { left: 90 }, { duration: 50, queue: false }], "fadeOut 100", "promise", 60, 60]);
same(one, [["animate", { left: 90 }, { duration: 50, queue: false }], "promise", 20, "stop", 60]);
same(one, [["animate", { left: 90 }, { duration: 50, queue: false }], "fadeOut 50", 20, "finish", 10, 60]);
same(one, [
	["animate", { left: 90 }, { duration: 50, queue: false }],
	"fadeOut 50",
	20,
	"finish false",
	10,
	60,
]);
same(one, [
	["animate", { left: 90 }, { duration: 100, queue: false }],
	50,
	["animate", { left: 10 }, 100],
	30,
	100,
]);

// Functions of the page's own that say how they are stopped, and what they do where the queue is finished.
for (const end of ["stop", "stop false true", "finish"]) {
	/** @param {string} name @returns {(player: Player) => void} */
	const own =
		(name) =>
		({ call, log, elements }) => {
			const turn = (/** @type {any} */ _, /** @type {any} */ hooks) => {
				log.push(`${name} begins`);
				hooks.stop = /** @this {any} */ function (/** @type {any} */ toEnd) {
					log.push(`${name} stopped ${toEnd} ${end !== "finish" || this === elements[0]}`);
				};
			};
			turn.finish = /** @this {any} */ function () {
				log.push(`${name} finished ${this === elements[0]}`);
			};
			call("queue", turn);
		};
	same(
		one,
		[own("a"), own("b"), "fadeOut 50", own("c"), 20, end, 20, "finish", 20],
		`their own functions, ${end}`,
	);
}

// Replaced, and looked at from within.
same(one, ["fadeOut 50", ({ call, log }) => call("queue", [() => log.push("new")]), 20, 60]);
same(one, [
	({ call, log, elements }) =>
		call(
			"queue",
			/** @this {any} */ function (/** @type {() => void} */ next) {
				log.push(String(this === elements[0]));
				call("fadeOut", 50);
				next();
			},
		),
	30,
	60,
]);
same(two, [
	(player) => player.on(0).call("slideUp", 100, () => player.log.push("first")),
	(player) => player.on(1).call("slideUp", 50, () => player.log.push("second")),
	"promise",
	60,
	(player) => player.on(0).call("stop"),
	"slideDown 100",
	50,
]);
same(one, [
	(player) => player.call("fadeOut", 50, () => player.call("fadeIn", 50, () => player.log.push("chained"))),
	60,
	60,
]);
same(one, [(player) => player.call("fadeOut", 50, () => player.call("stop", true)), "fadeIn 50", 60, 60]);
same(one, [
	(player) => player.call("animate", { left: 50 }, { duration: 50, start: () => player.log.push("start") }),
	"fadeOut 50",
	60,
]);

// Two that move the same: the later shows, and stays.
same(one, [
	["animate", { left: 90 }, { duration: 100, queue: false }],
	["animate", { left: 10 }, { duration: 200, queue: false }],
	50,
	"stop",
]);

// What stop was told is what the callbacks of failure hear.
for (const stop of ["stop", "stop true", "stop true false", "stop false true"]) {
	same(one, [
		({ call, log }) => {
			const told = (/** @type {any} */ _, /** @type {any} */ jumped) => log.push(String(jumped));
			call("animate", { left: 90 }, { duration: 100, done: told, fail: told, always: told });
		},
		50,
		stop,
	]);
}
