// What an await takes of a native promise, which engines know, of the least object that has a `then`, and of ours. The
// second is the floor of every library whose promises are objects of its own: the standard has a job of its own for them
// (NewPromiseResolveThenableJob) before `then` is called at all.

import { godeferred } from "../lib/started.js";

const awaits = 200_000;
const rounds = 9;

const deferred = godeferred.Deferred().resolve(1);

/** @type {Record<string, PromiseLike<number>>} */
const things = {
	native: Promise.resolve(1),
	thenable: { then: (resolve) => resolve(1) },
	godeferred: deferred.promise(),
};

/** @param {PromiseLike<number>} thing */
async function once(thing) {
	let sum = 0;
	const start = performance.now();
	for (let i = 0; i < awaits; i++) sum += await thing;
	if (sum !== awaits) throw new Error(`${sum} of ${awaits} awaits were answered`);
	return ((performance.now() - start) / awaits) * 1e6;
}

/** Medians in ns, the kinds in turn. */
async function measure() {
	/** @type {Record<string, number[]>} */
	const times = { native: [], thenable: [], godeferred: [] };
	for (let round = 0; round <= rounds; round++) {
		for (const name in things) {
			const time = await once(things[name]);
			if (round > 0) times[name].push(time); // the first warms up
		}
	}
	const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[rounds >> 1];
	const base = median(times.native);
	return Object.keys(things).map((name) => {
		const time = median(times[name]);
		return `${name}: ${time.toFixed(0)} ns, ${(time / base).toFixed(1)} times native`;
	});
}

Object.assign(window, { measure });
