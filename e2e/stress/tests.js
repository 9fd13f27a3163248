import { fuzz, stress } from "./driver.js";

/**
 * The same tests for Node and for a page.
 *
 * @param {(name: string, fn: () => unknown) => void} test
 * @param {WebAssembly.Module} module
 * @param {any} Go
 */
export function register(test, module, Go) {
	test("leaf exports answer right from every depth, among goroutines, stacks that move and collections", async () => {
		const seen = await stress(module, Go, { goroutines: 3000, rounds: 12 });
		const expected = { probes: 36000, wrongInGo: 0, wrong: 0, exited: false };
		for (const [name, value] of Object.entries(expected)) {
			if (seen[name] !== value)
				throw new Error(`${name} is ${seen[name]}, not ${value}: ${JSON.stringify(seen)}`);
		}
		if (seen.calls < 300_000 || seen.depths < 8)
			throw new Error(`too little was done: ${JSON.stringify(seen)}`);
	});

	test("each export answers any two int32, and always the same", async () => {
		const go = new Go();
		const instance = await WebAssembly.instantiate(module, go.importObject);
		globalThis.__godeferred = {};
		go.run(instance);
		delete globalThis.__godeferred;
		const leaves = Object.entries(instance.exports).filter(([name]) => name.startsWith("gd_"));
		if (leaves.length < 2) throw new Error("the exports are gone");
		for (const [, fn] of leaves) fuzz(/** @type {Function} */ (fn), 200_000);
	});
}
