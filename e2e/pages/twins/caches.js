// Caches: one request for each key.

/** @typedef {import("./play.js").Scenario} Scenario */

const cache = { do: "cache", id: "c" };
/** @param {any} key @param {string} as */
const get = (key, as) => ({ do: "get", id: "c", key, as });
/** Asks, and waits for the answer. @param {any} key @param {string} as */
const got = (key, as) => [get(key, as), { do: "end", id: as }];
/** @param {any} key */
const has = (key) => ({ do: "has", id: "c", key });
/** @param {any} key */
const del = (key) => ({ do: "delete", id: "c", key });
/** @param {number} n @param {any} more */
const settle = (n, more) => ({ do: "settle", id: "c", n, ...more });
/** @param {...string} ids */
const end = (...ids) => ids.map((id) => ({ do: "end", id }));
const tick = { do: "tick" };

/** @type {Scenario[]} */
export const caches = [
	{
		name: "one request for each key",
		steps: [
			cache,
			get("a", "1"),
			tick,
			get("a", "2"),
			has("a"),
			settle(1, { value: 5 }),
			...end("1", "2"),
			...got("a", "3"),
		],
	},
	{
		name: "keys of all kinds",
		steps: [
			{ ...cache, acts: "answers" },
			...["", "ä😀", "__proto__", "0", 0, -1.5, 1e300, false, null].flatMap((key, i) => [
				has(key),
				...got(key, `k${i}`),
				has(key),
			]),
		],
	},
	{
		name: "the same key again",
		steps: [
			{ ...cache, acts: "answers" },
			...got("x", "1"),
			...got("x", "2"),
			...got("X", "3"),
			...got("x ", "4"),
		],
	},
	{
		name: "values of all kinds",
		steps: [
			cache,
			...[0, "", false, null, "ä😀\u0000", [1, [2]], { a: null }].flatMap((value, i) => [
				get(i, `v${i}`),
				tick,
				settle(i + 1, { value }),
				...end(`v${i}`),
			]),
		],
	},
	{
		name: "a failure is forgotten",
		steps: [{ ...cache, acts: "fails" }, ...got("a", "1"), has("a"), ...got("a", "2")],
	},
	{
		name: "a failure is told to all who wait",
		steps: [
			cache,
			get("a", "1"),
			tick,
			get("a", "2"),
			tick,
			settle(1, { error: "no ä😀" }),
			...end("1", "2"),
			has("a"),
			get("a", "3"),
			tick,
			settle(2, { value: 1 }),
			...end("3"),
		],
	},
	{
		name: "a failure is kept",
		steps: [
			{ ...cache, acts: "fails", keep: true },
			...got("a", "1"),
			has("a"),
			...got("a", "2"),
			del("a"),
			...got("a", "3"),
		],
	},
	{
		name: "a function that breaks down",
		steps: [{ ...cache, acts: "panics" }, ...got("a", "1"), has("a"), ...got("a", "2")],
	},
	{
		name: "a function that breaks down, and is kept",
		steps: [{ ...cache, acts: "panics", keep: true }, ...got("a", "1"), has("a"), ...got("a", "2")],
	},
	{
		name: "the least recently used goes",
		steps: [
			{ ...cache, acts: "answers", max: 2 },
			...got("a", "1"),
			...got("b", "2"),
			...got("a", "3"),
			...got("c", "4"),
			has("a"),
			has("b"),
			has("c"),
			...got("b", "5"),
			has("a"),
		],
	},
	{
		name: "room for one",
		steps: [
			{ ...cache, acts: "answers", max: 1 },
			...got("a", "1"),
			...got("b", "2"),
			has("a"),
			has("b"),
			...got("a", "3"),
		],
	},
	{
		name: "to be asked whether it is there does not keep it",
		steps: [
			{ ...cache, acts: "answers", max: 2 },
			...got("a", "1"),
			...got("b", "2"),
			has("a"),
			...got("c", "3"),
			has("a"),
			has("b"),
		],
	},
	{
		name: "what is under way is dropped, and still answers",
		steps: [
			{ ...cache, max: 1 },
			get("a", "1"),
			tick,
			get("b", "2"),
			tick,
			has("a"),
			get("a", "3"),
			tick,
			settle(1, { value: "first" }),
			settle(2, { value: "second" }),
			settle(3, { value: "third" }),
			...end("1", "2", "3"),
			has("a"),
			has("b"),
		],
	},
	{
		name: "deleted while it is under way",
		steps: [
			cache,
			get("a", "1"),
			tick,
			del("a"),
			del("a"),
			get("a", "2"),
			tick,
			settle(1, { error: "late" }),
			...end("1"),
			has("a"),
			settle(2, { value: "new" }),
			...end("2"),
			...got("a", "3"),
		],
	},
	{
		name: "cleared while it is under way",
		steps: [
			cache,
			get("a", "1"),
			tick,
			get("b", "2"),
			tick,
			{ do: "clear", id: "c" },
			has("a"),
			settle(1, { value: "old" }),
			settle(2, { error: "old" }),
			...end("1", "2"),
			has("a"),
			get("a", "3"),
			tick,
			settle(3, { value: "new" }),
			...end("3"),
		],
	},
	{
		name: "deleted and cleared where nothing is",
		steps: [
			{ ...cache, acts: "answers" },
			del("a"),
			{ do: "clear", id: "c" },
			has("a"),
			...got("a", "1"),
			del("a"),
			del("a"),
		],
	},
	{
		name: "time is up",
		steps: [
			{ ...cache, acts: "answers", ttl: 60000 },
			...got("a", "1"),
			{ do: "later", ms: 59000 },
			...got("a", "2"),
			has("a"),
			{ do: "later", ms: 1001 },
			has("a"),
			...got("a", "3"),
			{ do: "later", ms: 59000 },
			...got("a", "4"),
		],
	},
	{
		name: "time counts from the answer",
		steps: [
			{ ...cache, ttl: 60000 },
			get("a", "1"),
			tick,
			{ do: "later", ms: 600000 },
			has("a"),
			settle(1, { value: 1 }),
			...end("1"),
			{ do: "later", ms: 59000 },
			has("a"),
			{ do: "later", ms: 2000 },
			has("a"),
		],
	},
	{
		name: "time is up for what is the most recent",
		steps: [
			{ ...cache, acts: "answers", ttl: 60000, max: 2 },
			...got("a", "1"),
			{ do: "later", ms: 60001 },
			...got("b", "2"),
			...got("a", "3"),
			...got("c", "4"),
			has("b"),
			has("a"),
		],
	},
	{
		name: "time is up for a failure that is kept",
		steps: [
			{ ...cache, acts: "fails", keep: true, ttl: 60000 },
			...got("a", "1"),
			{ do: "later", ms: 59000 },
			...got("a", "2"),
			{ do: "later", ms: 2000 },
			has("a"),
			...got("a", "3"),
		],
	},
	{
		name: "a time that never comes",
		steps: [{ ...cache, acts: "answers", ttl: 1e12 }, ...got("a", "1"), { do: "later", ms: 1e9 }, has("a")],
	},
];
