// Times one case for several libraries. Knows neither the page nor the libraries: the clock and the collector are given.

/** @typedef {import("./cases.js").Case} Case */
/** @typedef {import("./cases.js").Work} Work */

/**
 * @typedef {object} Plan
 * @property {number} rounds how often each library is measured
 * @property {number} least ms of work in each measurement
 * @property {number} warm ms of work before the first
 * @property {() => number} now ms
 * @property {() => Promise<void>} collect collects garbage, where that can be asked for
 * @property {number} [slowRounds] rounds for what is slow
 * @property {AbortSignal} [signal] ends it between two measurements
 */

/**
 * @typedef {object} Measured
 * @property {(number | undefined)[]} samples ns per operation, by round; undefined where the library was left out
 * @property {number} units in each measurement
 */

// What takes longer than this for a single unit (jQuery waits 4 ms for each `then` of a chain, 4 s for a thousand) is
// measured in this many rounds only: it cannot be divided, and its spread is that of a timer.
const SLOW = 3000;
const SLOW_ROUNDS = 2;

// A count of units is chosen for so much more than the least, that speed may vary without a second attempt.
const RESERVE = 1.5;

/**
 * Measures the libraries in turn, round by round, each round starting with another one.
 *
 * @param {Case} test
 * @param {Map<string, Work>} works by library
 * @param {Plan} plan
 * @returns {Promise<Map<string, Measured>>}
 */
export async function measure(test, works, plan) {
	const turns = [];
	for (const [library, work] of works) {
		const { units, slow } = await prepare(test, library, work, plan);
		/** @type {Measured} */
		const measured = { samples: [], units };
		turns.push({
			library,
			work,
			measured,
			rounds: slow ? Math.min(plan.slowRounds ?? SLOW_ROUNDS, plan.rounds) : plan.rounds,
		});
	}
	for (let round = 0; round < plan.rounds; round++) {
		for (let i = 0; i < turns.length; i++) {
			const { library, work, measured, rounds } = turns[(round + i) % turns.length];
			if (round >= rounds) continue;
			measured.samples[round] = await sample(test, library, work, measured, plan);
		}
	}
	return new Map(turns.map(({ library, measured }) => [library, measured]));
}

/**
 * Warms up, so that what is measured is compiled code, and finds how many units fill a measurement.
 *
 * @param {Case} test
 * @param {string} library
 * @param {Work} work
 * @param {Plan} plan
 */
async function prepare(test, library, work, plan) {
	if (plan.warm === 0) return { units: 1, slow: false };
	let units = 1;
	let took = await time(test, library, work, units, plan);
	const slow = took > SLOW;
	for (let sum = took; sum < plan.warm; sum += took) {
		if (took < plan.warm / 4) units *= 2;
		took = await time(test, library, work, units, plan);
	}
	if (!slow) units = Math.max(1, Math.ceil((units * plan.least * RESERVE) / took));
	return { units, slow };
}

/**
 * One measurement of at least the least; one that turns out shorter is thrown away and done again with more units.
 *
 * @param {Case} test
 * @param {string} library
 * @param {Work} work
 * @param {Measured} measured
 * @param {Plan} plan
 */
async function sample(test, library, work, measured, plan) {
	for (;;) {
		await plan.collect();
		const took = await time(test, library, work, measured.units, plan);
		if (took >= plan.least) return (took * 1e6) / (measured.units * test.operations);
		measured.units *= 2;
	}
}

/**
 * How many ms so many units take. Throws unless every callback of every one of them has run.
 *
 * @param {Case} test
 * @param {string} library
 * @param {Work} work
 * @param {number} units
 * @param {Plan} plan
 */
async function time(test, library, work, units, plan) {
	plan.signal?.throwIfAborted();
	const job = work.jobs[test.id];
	work.taken();
	const start = plan.now();
	const running = job(units);
	if (running) await running;
	const took = plan.now() - start;
	const taken = work.taken();
	if (taken !== units * test.results) {
		throw new Error(`${test.id} of ${library}: the callbacks got ${taken}, not ${units * test.results}`);
	}
	return took;
}
