import { begin, godeferred, load } from "./api.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { GodeferredError } from "../lib/errors.js";
import { locateWasm } from "../runtime/load.js";

// The ES module: nothing global. load() starts the runtime, or the first call that needs it.

locateWasm(() => new URL("godeferred.wasm", import.meta.url));
startWhenNeeded(begin);

export { GodeferredError, load };
export default godeferred;
