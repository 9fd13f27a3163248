// Runs the Promises/A+ suite in Node with its own runner (mocha), and prints the results as JSON on the last line.
//
//	node --unhandled-rejections=none node.js deferred|when|native|bluebird|broken
//
// The suite rejects promises that nobody handles, on purpose: Node would end at the first.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import * as adapters from "./adapters.js";

const require = createRequire(import.meta.url);
const runSuite = require("promises-aplus-tests");

async function godeferred() {
	const dist = new URL("../../dist/", import.meta.url);
	const { load } = await import(new URL("godeferred.mjs", dist).href);
	return load({ wasm: await readFile(new URL("godeferred.wasm", dist)) });
}

const makers = {
	deferred: async () => adapters.deferred(await godeferred()),
	when: async () => adapters.when(await godeferred()),
	native: () => adapters.constructed(Promise),
	bluebird: () => adapters.constructed(require("bluebird")),
	broken: () => adapters.broken(),
};

const results = [];

/** A mocha reporter that only takes notes. */
function Notes(runner) {
	runner.on("pass", (test) => results.push({ name: test.fullTitle(), ok: true, error: "" }));
	runner.on("fail", (test, error) =>
		results.push({ name: test.fullTitle(), ok: false, error: String(error.stack ?? error) }),
	);
}

const adapter = await makers[process.argv[2]]();
runSuite(adapter, { reporter: Notes, timeout: 10_000 }, () => {
	// Not process.exit in the callback alone: a pipe may still hold what was written.
	process.stdout.write(`\n${JSON.stringify({ results })}\n`, () => process.exit(0));
});
