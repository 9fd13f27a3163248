import { autoload, godeferred } from "./api.js";
import { setGlobal } from "./global.js";
import { locateWasm } from "./load.js";

// The classic script: sets the globals and starts the runtime by itself.

const script = typeof document === "object" ? document.currentScript : null;
const data = script instanceof HTMLScriptElement ? script.dataset : {};

locateWasm(() => {
	if (data.wasm !== undefined) return new URL(data.wasm, document.baseURI);
	if (script instanceof HTMLScriptElement && script.src) return new URL("godeferred.wasm", script.src);
	// Node: require() of this file.
	if (typeof __dirname === "string")
		return new URL(`file://${encodeURI(__dirname.replace(/\\/g, "/"))}/godeferred.wasm`);
	return undefined;
});

setGlobal("godeferred", godeferred);
if (data.global) setGlobal(data.global, godeferred);
if (script && data.manual === undefined) autoload();
