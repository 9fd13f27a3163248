// Calls the leaf exports from every depth while Go does its worst, and checks every answer. Runs in
// Node and in a page.

/**
 * @param {WebAssembly.Module} module cmd/wasm, built with -tags stress
 * @param {any} Go of the toolchain's wasm_exec.js
 * @param {{goroutines: number, rounds: number}} size
 */
export async function stress(module, Go, { goroutines, rounds }) {
	const go = new Go();
	let exited = false;
	go.exit = () => {
		exited = true;
	};
	const instance = await WebAssembly.instantiate(module, go.importObject);
	const bridge = {};
	globalThis.__godeferred = bridge;
	go.run(instance);
	delete globalThis.__godeferred;
	const { gd_step: step, gd_arrive: arrive } = instance.exports;

	// What the exports answer while nothing else runs.
	const quiet = new Int32Array(128 * 16);
	for (let i = 0; i < quiet.length; i++) quiet[i] = step(i >> 4, i & 15);

	const random = generator(2026);
	const seen = { calls: 0, wrong: 0, depths: new Set() };
	const check = (n, depth) => {
		seen.depths.add(depth);
		for (let i = 0; i < n; i++) {
			const at = random() % quiet.length;
			const wild = random() | 0;
			seen.calls += 3;
			if (step(at >> 4, at & 15) !== quiet[at]) seen.wrong++;
			if (step(wild, at & 15) !== (wild >= 0 && wild < 128 ? quiet[(wild << 4) | (at & 15)] : -1))
				seen.wrong++;
			if (arrive(wild) !== (wild > 0 ? wild - 1 : -1)) seen.wrong++;
		}
	};

	let nesting = 0;
	const probe = (seed) => {
		nesting++;
		check(4, nesting);
		if (seed % 7 === 0 && nesting < 12) bridge.functions.again(probe, seed);
		if (seed % 5 === 0) queueMicrotask(() => check(2, 0));
		check(2, nesting);
		nesting--;
	};

	let over = false;
	const [probes, wrongInGo] = await new Promise((resolve, reject) => {
		const answer = bridge.functions.stress(probe, goroutines, rounds, (...counts) => resolve(counts));
		if (answer?.error) reject(answer.error);
		// And from the page alone, between Go's turns.
		const between = () => {
			check(50, 0);
			if (exited) reject(new Error("the program has ended"));
			else if (!over) setTimeout(between, 0);
		};
		between();
	}).finally(() => {
		over = true;
	});
	return { probes, wrongInGo, exited, ...seen, depths: seen.depths.size };
}

/** The same numbers each time. @param {number} seed */
export function generator(seed) {
	return () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return seed >>> 1;
	};
}

/**
 * The export with arbitrary int32: it answers, whatever it is given, and always the same.
 *
 * @param {Function} fn an export of integers
 * @param {number} count
 */
export function fuzz(fn, count) {
	const random = generator(7);
	const edges = [0, 1, -1, 2, 3, 127, 128, 2 ** 31 - 1, -(2 ** 31), 2 ** 30, -128];
	const pick = () => (random() % 3 === 0 ? edges[random() % edges.length] : (random() << 1) | 0);
	for (let i = 0; i < count; i++) {
		const args = [pick(), pick()];
		const answer = fn(...args);
		if (!Number.isInteger(answer) || fn(...args) !== answer) {
			throw new Error(`${fn.name}(${args}) answered ${answer}, then ${fn(...args)}`);
		}
	}
}
