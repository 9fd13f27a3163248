// The Promises/A+ suite for browsers: tools/bundle makes one file of this, the suite and its dependencies.

export * as adapters from "./adapters.js";
import { install, runAll } from "./runner.js";

/** Runs the suite on an adapter. Once per page: its files read the adapter as they load. */
export function runSuite(adapter) {
	install(globalThis);
	adapter.resolved ??= (value) => settled(adapter, "resolve", value);
	adapter.rejected ??= (reason) => settled(adapter, "reject", reason);
	globalThis.adapter = adapter;
	require("promises-aplus-tests/lib/testFiles.js");
	return runAll();
}

function settled(adapter, verb, value) {
	const d = adapter.deferred();
	d[verb](value);
	return d.promise;
}
