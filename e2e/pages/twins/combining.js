// Programs of deferreds and what combines them. The bases are promises 0, 1 and so on, and each instruction that makes
// a promise makes the next.

/** @typedef {import("./play.js").Scenario} Scenario */

/** @param {string} name @param {any[]} bases @param {any[]} program @returns {Scenario} */
const program = (name, bases, program) => ({
	name,
	steps: [{ do: "program", bases, program: [...program, { op: "turn" }] }],
});

/** @param {string} how @param {...number} of */
const join = (how, ...of) => ({ op: "join", how, of });
/** @param {number} p */
const hear = (p, how = "always", body = /** @type {any[]} */ ([])) => ({
	op: "listen",
	p,
	how,
	id: `${how} of ${p}`,
	body,
});
/** @param {number} p @param {any} value */
const resolve = (p, value) => ({ op: "resolve", p, value });
/** @param {number} p @param {string} error */
const reject = (p, error) => ({ op: "reject", p, error });
/** @param {number} p @param {any} value */
const notify = (p, value) => ({ op: "notify", p, value });
/** @param {number} p @param {string} [error] */
const abort = (p, error) => ({ op: "abort", p, error });
/** @param {number} p */
const state = (p) => ({ op: "state", p });
/** @param {number} p @param {string} how @param {any} more */
const then = (p, how, more = {}) => ({ op: "then", p, how, id: `${how} of ${p}`, ...more });
const turn = { op: "turn" };
const work = { stops: true };

/** @param {string} how @param {string} state @param {Scenario} scenario @returns {Scenario} */
function alone(how, state, scenario) {
	if (how !== "when") return scenario;
	const why = "jQuery adopts a single argument as then does; the Go face's When is All, as its comment says";
	return { ...scenario, differs: { why, page: ["p1: pending"], go: [`p1: ${state}`] } };
}

const joins = ["all", "when", "allSettled", "any", "race"];

/** @type {Scenario[]} */
export const combining = [
	...joins.flatMap((how) => [
		program(`${how} of nothing`, [], [join(how), state(0), hear(0)]),
		alone(
			how,
			"resolved",
			program(`${how} of one that resolves`, [{}], [join(how, 0), hear(1), resolve(0, "ä😀"), state(1)]),
		),
		program(`${how} of one that has resolved`, [{}], [resolve(0, 0), join(how, 0), state(1), hear(1)]),
		alone(
			how,
			"rejected",
			program(`${how} of one that is rejected`, [{}], [join(how, 0), hear(1), reject(0, "no 😀"), state(1)]),
		),
		program(
			`${how} of three, out of order`,
			[{}, {}, {}],
			[
				join(how, 0, 1, 2),
				hear(3),
				resolve(2, ""),
				state(3),
				resolve(0, null),
				state(3),
				resolve(1, false),
				state(3),
			],
		),
		program(
			`${how} of three, of which one fails`,
			[{}, {}, {}],
			[join(how, 0, 1, 2), hear(3), reject(1, "b"), state(3), resolve(0, 1), reject(2, "c"), state(3)],
		),
		program(
			`${how} of three that all fail`,
			[{}, {}, {}],
			[join(how, 0, 1, 2), hear(3), reject(2, "c"), reject(0, "a"), state(3), reject(1, ""), state(3)],
		),
		program(`${how} of the same twice`, [{}], [join(how, 0, 0), hear(1), resolve(0, [1, [2]]), state(1)]),
		program(
			`${how} of those that have settled`,
			[{}, {}],
			[resolve(0, 1), reject(1, "b"), join(how, 0, 1), state(2), hear(2), join(how, 1, 0), state(3), hear(3)],
		),
		program(
			`${how}, with callbacks before and after it`,
			[{}, {}],
			[
				hear(0, "done"),
				{ ...hear(1, "done"), id: "before" },
				join(how, 0, 1),
				{ ...hear(1, "done"), id: "after" },
				hear(2, "done"),
				resolve(0, "a"),
				resolve(1, "b"),
			],
		),
		program(
			`${how}, made within a callback`,
			[{}, {}],
			[hear(0, "done", [join(how, 0, 1), hear(2)]), resolve(0, 1), resolve(1, 2)],
		),
		program(
			`${how} is aborted`,
			[work, work],
			[join(how, 0, 1), hear(2), abort(2, "left 😀"), state(0), state(1), state(2)],
		),
		program(
			`${how} is aborted without a reason`,
			[work, {}],
			[join(how, 0, 1), hear(2), abort(2), state(0), state(1)],
		),
		program(
			`${how} is aborted, and one of its members has another listener`,
			[work, work],
			[hear(0), join(how, 0, 1), hear(2), abort(2, "left"), state(0), state(1), resolve(0, 5)],
		),
		program(
			`${how} has settled, and is aborted`,
			[work, {}],
			[resolve(1, 2), join(how, 0, 1), resolve(0, 1), hear(2), abort(2, "late"), state(2)],
		),
		program(
			`${how} settles, and the rest go on`,
			[work, work],
			[join(how, 0, 1), hear(2), hear(1), reject(0, "a"), state(1), resolve(1, 2)],
		),
	]),
	program(
		"then runs later, and in turn",
		[{}],
		[then(0, "then", { value: 1 }), then(1, "then", { value: 2 }), hear(2), hear(0), resolve(0, 0)],
	),
	program(
		"then fails",
		[{}],
		[then(0, "then", { error: "no" }), hear(1), then(1, "catch", { value: "yes" }), hear(2), resolve(0, 0)],
	),
	program(
		"a failure passes through",
		[{}],
		[
			then(0, "then", { value: 1 }),
			then(1, "finally"),
			then(2, "catch", { value: 2 }),
			hear(3),
			reject(0, "no"),
		],
	),
	program("finally fails", [{}], [then(0, "finally", { error: "worse" }), hear(1), resolve(0, 1)]),
	program(
		"a handler follows another promise",
		[{}, work],
		[then(0, "follow", { of: [1] }), hear(2), resolve(0, 1), turn, state(2), resolve(1, 2)],
	),
	program(
		"an abort reaches what is followed",
		[{}, work],
		[then(0, "follow", { of: [1] }), hear(2), resolve(0, 1), turn, abort(2, "no more"), state(1)],
	),
	program(
		"an abort goes up a chain",
		[work],
		[
			then(0, "then"),
			then(1, "finally"),
			then(2, "catch"),
			hear(3),
			abort(3, "no more"),
			state(0),
			state(1),
			state(2),
			state(3),
		],
	),
	program(
		"an abort stops at a fork",
		[work],
		[then(0, "then"), then(0, "then"), hear(1), hear(2), abort(1, "no more"), state(0), resolve(0, 1)],
	),
	program(
		"an abort of both ends of a fork",
		[work],
		[then(0, "then"), then(0, "then"), hear(1), hear(2), abort(1, "one"), abort(2, "two"), state(0)],
	),
	program("a plain deferred cannot be aborted", [{}], [hear(0), abort(0, "no"), state(0), resolve(0, 1)]),
	program("work is aborted twice", [work], [hear(0), abort(0, "one"), abort(0, "two")]),
	program("work is aborted after its end", [work], [hear(0), resolve(0, 1), abort(0, "late"), state(0)]),
	program(
		"work is aborted in a callback",
		[work, work],
		[hear(0, "done", [abort(1, "from within")]), hear(1), resolve(0, 1), state(1)],
	),
	program(
		"progress passes through then",
		[{}],
		[then(0, "then", { value: 1 }), hear(1, "progress"), notify(0, "ä😀"), notify(0, 0), turn, resolve(0, 1)],
	),
	program(
		"late progress gets the last",
		[{}],
		[
			notify(0, 1),
			notify(0, null),
			hear(0, "progress"),
			resolve(0, 1),
			{ ...hear(0, "progress"), id: "late" },
		],
	),
	program(
		"notified within a notification",
		[{}],
		[
			hear(0, "progress", []),
			{ ...hear(0, "progress"), id: "second" },
			notify(0, 1),
			notify(0, 2),
			resolve(0, 3),
			notify(0, 4),
		],
	),
	program(
		"a timeout that is not reached",
		[work],
		[{ op: "timeout", p: 0, ms: 600000 }, hear(1), notify(0, 1), resolve(0, "in time")],
	),
	program(
		"a timeout that is reached",
		[work],
		[{ op: "timeout", p: 0, ms: 1 }, hear(1), { op: "await", p: 1 }, state(0)],
	),
	program(
		"a timeout of 0",
		[work],
		[{ op: "timeout", p: 0, ms: 0 }, hear(1), state(1), { op: "await", p: 1 }],
	),
	program(
		"a timeout that is reached, and another listener",
		[work],
		[hear(0), { op: "timeout", p: 0, ms: 1 }, { op: "await", p: 1 }, state(0), state(1), resolve(0, 1)],
	),
	program(
		"a timeout of what has settled",
		[{}],
		[reject(0, "no"), { op: "timeout", p: 0, ms: 0 }, hear(1), { op: "await", p: 1 }],
	),
	program(
		"a timeout is aborted",
		[work],
		[{ op: "timeout", p: 0, ms: 600000 }, hear(1), abort(1, "no more"), state(0), state(1)],
	),
	program("a wait", [], [{ op: "wait", ms: 1 }, hear(0), state(0), { op: "await", p: 0 }, state(0)]),
	program("a wait is aborted", [], [{ op: "wait", ms: 600000 }, hear(0), abort(0, "no more"), state(0)]),
	program("series of nothing", [], [{ op: "series", id: "s", of: [] }, hear(0), turn, state(0)]),
	program(
		"series",
		[work, work],
		[
			{ op: "series", id: "s", of: [0, 1] },
			hear(2),
			turn,
			resolve(0, "a"),
			turn,
			resolve(1, "b"),
			turn,
			state(2),
		],
	),
	program(
		"series of which one fails",
		[work, work, work],
		[
			{ op: "series", id: "s", of: [0, 1, 2] },
			hear(3),
			turn,
			resolve(0, 0),
			turn,
			reject(1, "no"),
			turn,
			state(2),
		],
	),
	program(
		"series is aborted",
		[work, work],
		[{ op: "series", id: "s", of: [0, 1] }, hear(2), turn, abort(2, "enough"), turn, state(0), state(1)],
	),
	program("map of nothing", [], [{ op: "map", id: "m", of: [] }, hear(0), turn, state(0)]),
	program(
		"map, all at once",
		[work, work, work],
		[
			{ op: "map", id: "m", of: [0, 1, 2] },
			hear(3),
			turn,
			resolve(2, "c"),
			turn,
			resolve(0, "a"),
			turn,
			resolve(1, "b"),
			turn,
		],
	),
	program(
		"map, two at a time",
		[work, work, work, work],
		[
			{ op: "map", id: "m", of: [0, 1, 2, 3], limit: 2 },
			hear(4),
			turn,
			resolve(1, 1),
			turn,
			resolve(2, 2),
			turn,
			resolve(3, 3),
			turn,
			resolve(0, 0),
			turn,
		],
	),
	program(
		"map, more at a time than there are",
		[work],
		[{ op: "map", id: "m", of: [0], limit: 1000000 }, hear(1), turn, resolve(0, 1), turn],
	),
	program(
		"map, of which one fails",
		[work, work, work],
		[
			{ op: "map", id: "m", of: [0, 1, 2], limit: 2 },
			hear(3),
			turn,
			reject(1, "no"),
			turn,
			state(0),
			state(2),
		],
	),
	program(
		"map is aborted",
		[work, work],
		[
			{ op: "map", id: "m", of: [0, 1], limit: 1 },
			hear(2),
			turn,
			abort(2, "enough"),
			turn,
			state(0),
			state(1),
		],
	),
];
