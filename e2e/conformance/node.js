// Runs the Promises/A+ suite in Node with its own runner (mocha), and prints the results as JSON on the last line.
//
//	node --unhandled-rejections=none node.js deferred|when godeferred.js|godeferred.mjs|core.mjs
//	node --unhandled-rejections=none node.js native|bluebird|broken
//
// The script is a path of its own, in a folder that holds no wasm. The suite rejects promises that nobody handles, on
// purpose: Node would end at the first.

import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import * as adapters from "./adapters.js";

const require = createRequire(import.meta.url);
const runSuite = require("promises-aplus-tests");
const [name, script] = process.argv.slice(2);

async function godeferred() {
	if (!script.endsWith(".mjs")) {
		require(script);
		return globalThis.godeferred;
	}
	const module = await import(pathToFileURL(script).href);
	return module.default ?? module; // core.mjs has names alone
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

/** That the promises did without the runtime is seen by its having none to start. */
async function recordThatNoRuntimeStarts() {
	const { load } = await godeferred();
	const error = load
		? await load().then(
				() => "it started",
				(reason) => reason.code,
			)
		: "";
	const ok = error === (basename(script) === "core.mjs" ? "" : "not-found");
	results.push({ name: `${basename(script)} runs without wasm`, ok, error: ok ? "" : `load: ${error}` });
}

const adapter = await makers[name]();
runSuite(adapter, { reporter: Notes, timeout: 10_000 }, async () => {
	if (script) await recordThatNoRuntimeStarts();
	// Not process.exit in the callback alone: a pipe may still hold what was written.
	process.stdout.write(`\n${JSON.stringify({ results })}\n`, () => process.exit(0));
});
