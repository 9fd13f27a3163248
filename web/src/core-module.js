import { Deferred } from "./deferred.js";
import { when } from "./when.js";

// Deferreds alone, for programs that bring everything else themselves: no wasm, no requests and no
// animations.

export { Deferred, when };
