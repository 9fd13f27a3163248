import { GodeferredError } from "../lib/errors.js";
import { ourCore } from "../deferred/ours.js";
import { wrap } from "../deferred/wrap.js";
import { failure } from "../runtime/failure.js";
import { startProgram } from "../runtime/load.js";
import { Program, programOver } from "./calls.js";
import { WORKER } from "./names.js";
import { standsFor } from "./objects.js";

// What the script gives to worker.mjs, which must not have these twice: they have a state, or are classes.

/** Where the script is, and whether the page's program runs in a worker unless load says otherwise. */
const place = {
	/** @type {string | undefined} */
	url: undefined,
	/** @type {WorkerType} */
	type: "module",
	/** The hash that its element names for the wasm. @type {string | undefined} */
	integrity: undefined,
	/** @type {boolean | URL} */
	worker: false,
};

export const kit = {
	build: GODEFERRED_BUILD,
	place,
	GodeferredError,
	Program,
	failure,
	ourCore,
	programOver,
	standsFor,
	startProgram,
	wrap,
};

/** @typedef {typeof kit} Kit */

const scope = /** @type {any} */ (globalThis);

/** Whether this script was started as the worker of a page's program. A page's own workers have other names. */
export const isHost = typeof Document !== "function" && "importScripts" in scope && scope.name === WORKER;
