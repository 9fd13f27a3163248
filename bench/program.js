// Measures calls of a page's own Go program: by godeferred, and by hand. e2e/bench/program.go asks by the globals.

import { load } from "/dist/godeferred.mjs";

const { go } = await load({ wasm: "/program.wasm" });
const byHand = await go.byHand();

/** @type {Record<string, any>} */
const libraries = { godeferred: go, byHand };

/** One call after the other. Returns µs for each. @param {string} library @param {number} calls */
window.sequence = async (library, calls) => {
	const { add } = libraries[library];
	let sum = 0;
	const start = performance.now();
	for (let i = 0; i < calls; i++) sum += await add(i, 1);
	const took = performance.now() - start;
	if (sum !== (calls * (calls + 1)) / 2) throw new Error(`${library} answered wrong sums`);
	return (took * 1000) / calls;
};

/** All calls at once. Returns µs for each. @param {string} library @param {number} calls */
window.atOnce = async (library, calls) => {
	const { add } = libraries[library];
	const start = performance.now();
	const sums = await Promise.all(Array.from({ length: calls }, (_, i) => add(i, 1)));
	const took = performance.now() - start;
	if (sums.some((sum, i) => sum !== i + 1)) throw new Error(`${library} answered wrong sums`);
	return (took * 1000) / calls;
};

/** So many float32 there and back. Returns µs. @param {string} library @param {number} length */
window.floats = async (library, length) => {
	const given = Float32Array.from({ length }, (_, i) => i);
	const start = performance.now();
	const doubled = await libraries[library].double(given);
	const took = performance.now() - start;
	if (doubled.length !== length || doubled.some((x, i) => x !== 2 * i))
		throw new Error(`${library} doubled wrongly`);
	return took * 1000;
};

/** That the module has run to its end. */
window.program = () => true;
