import { godeferred, load } from "./api.js";
import { GodeferredError } from "./errors.js";
import { locateWasm } from "./load.js";

// The ES module: nothing global, and nothing starts before load is called.

locateWasm(() => new URL("godeferred.wasm", import.meta.url));

export { GodeferredError, load };
export default godeferred;
