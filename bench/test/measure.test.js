import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { measure } from "../measure.js";

const create = { id: "create", name: "create", operations: 10, results: 3 };

/** A clock that only work moves, and a library whose unit takes so many ms. */
function setup(plan = {}) {
	let now = 0;
	const order = [];
	const clock = { rounds: 4, least: 20, warm: 100, now: () => now, collect: async () => {}, ...plan };
	/** @type {(name: string, ms: number, results?: number) => any} */
	const library = (name, ms, results = 3) => {
		let sum = 0;
		return {
			jobs: {
				create(units) {
					order.push(name);
					now += units * ms;
					sum += units * results;
				},
			},
			taken() {
				const taken = sum;
				sum = 0;
				return taken;
			},
		};
	};
	return { clock, library, order };
}

test("samples are nanoseconds per operation", async () => {
	const { clock, library } = setup();
	const measured = await measure(create, new Map([["a", library("a", 1)]]), clock);
	deepEqual(measured.get("a").samples, [1e5, 1e5, 1e5, 1e5]);
});

test("units fill the least time of a measurement", async () => {
	const { clock, library } = setup();
	const measured = await measure(create, new Map([["a", library("a", 0.01)]]), clock);
	const { units } = measured.get("a");
	equal(units >= 2000 && units < 4000, true, `${units} units`);
});

test("a measurement that turns out too short is done again with more units", async () => {
	const { clock, library } = setup();
	const work = library("a", 1);
	const slow = work.jobs.create;
	let calls = 0;
	// Eight times as fast from the first measurement on: the eight calls before it are for warming up.
	work.jobs.create = (units) => (++calls < 9 ? slow(units) : slow(units / 8));
	work.taken = () => 0;
	const measured = await measure({ ...create, results: 0 }, new Map([["a", work]]), clock);
	deepEqual(measured.get("a"), { samples: [12_500, 12_500, 12_500, 12_500], units: 240 });
});

test("libraries alternate within a round, and take turns to be the first", async () => {
	const { clock, library, order } = setup({ warm: 0, least: 0, rounds: 3 });
	const works = new Map(["a", "b", "c"].map((name) => [name, library(name, 1)]));
	await measure(create, works, clock);
	equal(order.join(""), "abcbcacab");
});

test("what takes over a second for one unit is measured in two rounds", async () => {
	const { clock, library } = setup();
	const measured = await measure(
		create,
		new Map([
			["slow", library("slow", 4000)],
			["a", library("a", 1)],
		]),
		clock,
	);
	deepEqual(measured.get("slow"), { samples: [4e8, 4e8], units: 1 });
	equal(measured.get("a").samples.length, 4);
});

test("a library that skips work fails", async () => {
	const { clock, library } = setup();
	const works = new Map([["lazy", library("lazy", 1, 2)]]);
	await rejects(measure(create, works, clock), /^Error: create of lazy: the callbacks got 2, not 3$/);
});

test("callbacks that run twice fail, too", async () => {
	const { clock, library } = setup();
	const works = new Map([["eager", library("eager", 1, 6)]]);
	await rejects(measure(create, works, clock), /^Error: create of eager: the callbacks got 6, not 3$/);
});
