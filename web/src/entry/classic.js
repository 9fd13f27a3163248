import { startRuntime, godeferred, hostProgram } from "./api.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { setGlobal } from "./globals.js";
import { locateWasm } from "../runtime/load.js";
import { isHost, kit } from "../program/kit.js";
import { inNode } from "../runtime/node.js";
import { own } from "../lib/own.js";

// The classic script: sets the globals, and starts the runtime unless an attribute says otherwise.

const inPage = typeof Document === "function";
const inWorker = !inPage && typeof importScripts === "function";
/** Read from the prototype: an <img name=currentScript> hides the document's own. @type {any} */
const script = inPage ? Reflect.get(Document.prototype, "currentScript", document) : null;
const base = script?.baseURI; // read now: pushState changes it
const data = (/** @type {string} */ name) => own(script?.dataset, name);

/** The address of this script. In a worker only the stack of an error has it. */
const address =
	script?.src || (inWorker && /(?:https?|file):.*?(?=(?::\d+){1,2}\)?$)/m.exec(new Error().stack ?? "")?.[0]);

locateWasm(() => {
	if (data("wasm") !== undefined) return new URL(data("wasm"), base);
	if (address) return new URL(GODEFERRED_WASM, address);
	// Node: require() of this file. A page's global of that name must not count.
	if (inNode && typeof __filename === "string") {
		const { pathToFileURL } = /** @type {any} */ (process).getBuiltinModule("node:url");
		return new URL(GODEFERRED_WASM, pathToFileURL(__filename));
	}
	return undefined;
});

const worker = data("worker");
Object.assign(kit.place, {
	url: address,
	type: "classic",
	integrity: data("integrity"),
	worker: worker === undefined ? false : worker === "" || new URL(worker, base),
});

setGlobal("godeferred", godeferred);
if (data("global")) setGlobal(data("global"), godeferred);
if (isHost) hostProgram();
else if (data("manual") === undefined) {
	if (inWorker)
		queueMicrotask(() => startRuntime()); // a worker has no attributes: its own call of load comes first
	else if (script && data("lazy") === undefined) startRuntime();
	else startWhenNeeded(startRuntime);
}
