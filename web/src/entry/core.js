import { all, allSettled, any, race } from "../combine/all.js";
import { Deferred } from "../deferred/deferred.js";
import { inspect } from "../deferred/pending.js";
import { keepShapes } from "../combine/shapes.js";
import { map as mapAsync, series } from "../combine/tasks.js";
import { timeout, wait } from "../combine/timer.js";
import { when } from "../combine/when.js";
import { work } from "../combine/work.js";
import { wrap } from "../deferred/wrap.js";

// The ES module of what never asks Go: it needs no wasm, and a bundler takes from it what is used.

keepShapes();

export { all, allSettled, any, Deferred, inspect, mapAsync, race, series, timeout, wait, when, work, wrap };
