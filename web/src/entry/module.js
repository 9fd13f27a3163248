import { startRuntime, godeferred, hostProgram, load } from "./api.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { GodeferredError } from "../lib/errors.js";
import { isHost, kit } from "../program/kit.js";
import { locateWasm } from "../runtime/load.js";

// The ES module sets no globals. load(), or the first call that needs the runtime, starts it.

// Bundlers look for this very form. Where one has made a script, there is no import.meta.url: load({ wasm }) is told.
locateWasm(() => import.meta.url && new URL(GODEFERRED_WASM, import.meta.url));
// A worker that started a bundle would run the page's script: such a page says where the worker's script is.
if (/godeferred[^/]*$/.test(import.meta.url)) kit.place.url = import.meta.url;
if (isHost) hostProgram();
else startWhenNeeded(startRuntime);

export { GodeferredError, load };
export default godeferred;
