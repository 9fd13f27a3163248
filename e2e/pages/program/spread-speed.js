// How long 8 heavy calls of a Go function take, with one worker and with two.

import { load } from "/dist/godeferred.mjs";

const { go, mapAsync } = /** @type {any} */ (await load({ wasm: "/artifacts/pageprogram.wasm" }));

/** @param {number} workers @returns {Promise<number>} ms */
async function time(workers) {
	const begun = performance.now();
	await mapAsync(Array(8).fill(400_000), go.primes, { workers });
	return performance.now() - begun;
}

/** The best of so many rounds, in turn: other work of the machine slows them down. @param {number} rounds */
async function measure(rounds) {
	const best = new Map([1, 2].map((workers) => [workers, Number.POSITIVE_INFINITY]));
	await time(2); // starts both
	for (let i = 0; i < rounds; i++)
		for (const [workers, ms] of best) best.set(workers, Math.min(ms, await time(workers)));
	return [...best].map(([workers, ms]) => `workers: ${workers}: ${Math.round(ms)} ms`);
}

Object.assign(window, { measure });
