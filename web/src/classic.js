import { begin, godeferred } from "./api.js";
import { setGlobal } from "./global.js";
import { locateWasm } from "./load.js";
import { inNode } from "./node.js";
import { own } from "./own.js";

// The classic script: sets the globals and starts the runtime by itself.

const current = typeof document === "object" ? document.currentScript : null; // Node has neither name
const script = current && current instanceof HTMLScriptElement ? current : null;
const data = (/** @type {string} */ name) => own(script?.dataset, name);

locateWasm(() => {
	if (data("wasm") !== undefined) return new URL(data("wasm"), document.baseURI);
	if (script?.src) return new URL("godeferred.wasm", script.src);
	// Node: require() of this file.
	if (inNode && typeof __dirname === "string") {
		const folder = encodeURI(__dirname.replace(/\\/g, "/")).replace(/[?#]/g, encodeURIComponent);
		return new URL(`file://${folder}/godeferred.wasm`);
	}
	return undefined;
});

setGlobal("godeferred", godeferred);
if (data("global")) setGlobal(data("global"), godeferred);
if (script && data("manual") === undefined) begin();
