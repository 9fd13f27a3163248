import { begin, godeferred } from "./api.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { setGlobal } from "./globals.js";
import { locateWasm } from "../runtime/load.js";
import { inNode } from "../runtime/node.js";
import { own } from "../lib/own.js";

// The classic script: sets the globals and starts the runtime by itself, where nothing says otherwise.

const inPage = typeof Document === "function";
const inWorker = !inPage && typeof importScripts === "function";
/** Asked of the class: an <img name=currentScript> hides the document's own. @type {any} */
const script = inPage ? Reflect.get(Document.prototype, "currentScript", document) : null;
const base = script?.baseURI; // now: pushState changes it
const data = (/** @type {string} */ name) => own(script?.dataset, name);

/** Where this script came from. In a worker nothing but the stack of an error tells. */
const address =
	script?.src || (inWorker && /(?:https?|file):.*?(?=(?::\d+){1,2}\)?$)/m.exec(new Error().stack ?? "")?.[0]);

locateWasm(() => {
	if (data("wasm") !== undefined) return new URL(data("wasm"), base);
	if (address) return new URL("godeferred.wasm", address);
	// Node: require() of this file. A page's global of that name means nothing.
	if (inNode && typeof __filename === "string") {
		const { pathToFileURL } = /** @type {any} */ (process).getBuiltinModule("node:url");
		return new URL("godeferred.wasm", pathToFileURL(__filename));
	}
	return undefined;
});

setGlobal("godeferred", godeferred);
if (data("global")) setGlobal(data("global"), godeferred);
if (data("manual") === undefined) {
	if (inWorker)
		queueMicrotask(() => begin()); // a worker has no attributes: its own load comes first
	else if (script && data("lazy") === undefined) begin();
	else startWhenNeeded(begin);
}
