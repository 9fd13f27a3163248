// 1,000 small GETs, 50 under way at once: a bare fetch, ours, and jQuery's.

import { godeferred } from "./step1-start.js";

const { jQuery } = /** @type {any} */ (window);

const requests = 1000;
const atOnce = 50;
const rounds = 5;

/** @type {Record<string, (url: string) => PromiseLike<any>>} */
const ways = {
	fetch: async (url) => {
		const head = await fetch(url);
		return head.json();
	},
	godeferred: (url) => godeferred.ajax(url),
	jQuery: (url) => jQuery.ajax(url),
};

/** @param {(url: string) => PromiseLike<any>} get @returns {Promise<number>} in ms */
async function once(get) {
	let next = 0;
	const worker = async () => {
		while (next < requests) await get(`/json?${next++}`);
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: atOnce }, worker));
	return performance.now() - start;
}

/** The medians of several rounds, the ways in turn, so that what slows the machine slows all of them. */
async function measure() {
	/** @type {Record<string, number[]>} */
	const times = { fetch: [], godeferred: [], jQuery: [] };
	for (let round = 0; round <= rounds; round++) {
		for (const name in ways) {
			const time = await once(ways[name]);
			if (round > 0) times[name].push(time); // the first warms up
		}
	}
	const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[rounds >> 1];
	const base = median(times.fetch);
	return Object.keys(ways).map((name) => {
		const time = median(times[name]);
		return `${name}: ${time.toFixed(0)} ms, ${(time / base).toFixed(2)} times fetch`;
	});
}

Object.assign(window, { measure });
