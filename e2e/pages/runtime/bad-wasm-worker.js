// Runs in a worker, as a module or a script: tells which of the rows do not hold there.

const classic = self.location.search === "?classic";

let copies = 0;

const freshLoad = async () => {
	if (!classic) return (await import(`/dist/godeferred.mjs?copy=${++copies}`)).load;
	self.importScripts(`/dist/godeferred.js?copy=${++copies}`);
	// It would start by itself, and what has started is not loaded again.
	await self.godeferred.load({ wasm: "/demo/nothing.wasm" }).catch(() => {});
	return self.godeferred.load;
};

(async () => {
	const { rows, wrongWith } = await import("./bad-wasm-rows.js");
	const problems = [];
	let load = await freshLoad();
	for (const [name, row] of Object.entries(rows)) {
		const problem = await wrongWith(name, load);
		if (problem) problems.push(`${name}: ${problem}`);
		if (typeof row === "function" || !row[1]) load = await freshLoad(); // it may have loaded
	}
	self.postMessage(problems);
})().catch((error) => self.postMessage([String(error)]));
