import { all, allSettled, any, race } from "../combine/all.js";
import { Deferred } from "../deferred/deferred.js";
import { devtools } from "./inspector.js";
import { inspect } from "../deferred/pending.js";
import { keepShapes } from "../combine/shapes.js";
import { mapAsync, series } from "../combine/tasks.js";
import { timeout, wait } from "../combine/timer.js";
import { when } from "../combine/when.js";
import { work } from "../combine/work.js";
import { wrap } from "../deferred/wrap.js";

// The ES module of everything that never asks Go. It needs no wasm, and a bundler takes only the used parts.

keepShapes();

export {
	all,
	allSettled,
	any,
	Deferred,
	devtools,
	inspect,
	mapAsync,
	race,
	series,
	timeout,
	wait,
	when,
	work,
	wrap,
};
