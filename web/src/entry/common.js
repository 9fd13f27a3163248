import { startRuntime, godeferred } from "./api.js";
import { GodeferredError } from "../lib/errors.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { locateWasm } from "../runtime/load.js";
import { inNode } from "../runtime/node.js";

// The CommonJS module, for require: the same as the ES module, and another instance of it.

locateWasm(() => {
	if (!inNode || typeof __filename !== "string") return undefined; // load({ wasm }) is told
	const { pathToFileURL } = /** @type {any} */ (process).getBuiltinModule("node:url");
	return new URL(GODEFERRED_WASM, pathToFileURL(__filename));
});
startWhenNeeded(startRuntime);

module.exports = Object.assign(godeferred, { default: godeferred, GodeferredError });
