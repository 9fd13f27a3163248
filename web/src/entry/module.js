import { startRuntime, godeferred, load } from "./api.js";
import { startWhenNeeded } from "../runtime/bridge.js";
import { GodeferredError } from "../lib/errors.js";
import { host, isHost } from "../program/host.js";
import { locateWasm } from "../runtime/load.js";

// The ES module sets no globals. load(), or the first call that needs the runtime, starts it.
import { scriptAt } from "../program/worker.js";

locateWasm(() => new URL(GODEFERRED_WASM, import.meta.url));
scriptAt(import.meta.url, "module", false);
if (isHost) host(godeferred);
else startWhenNeeded(startRuntime);

export { GodeferredError, load };
export default godeferred;
