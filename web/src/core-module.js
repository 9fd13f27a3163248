import { all, allSettled, any, race } from "./combine.js";
import { Deferred } from "./deferred.js";
import { inspect } from "./pending.js";
import { keepShapes } from "./shapes.js";
import { map as mapAsync, series } from "./tasks.js";
import { timeout, wait } from "./timer.js";
import { when } from "./when.js";
import { work } from "./work.js";
import { wrap } from "./wrap.js";

// The ES module of what never asks Go: it needs no wasm, and a bundler takes from it what is used.

keepShapes();

export { all, allSettled, any, Deferred, inspect, mapAsync, race, series, timeout, wait, when, work, wrap };
