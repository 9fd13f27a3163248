import { report } from "../lib/errors.js";
import { ownerOf } from "./owner.js";

// jQuery's two hooks. They are looked up on Deferred at each call, so that a page can set, replace
// or delete them at any time.

/**
 * @typedef {import("./core.js").Core} Core
 *
 * @typedef {object} Hooks
 * @property {((error: any, asyncError?: any) => void) | undefined} [exceptionHook]
 * @property {(() => any) | undefined} [getErrorHook]
 * @property {(() => any) | undefined} [getStackHook] its name in jQuery 3
 */

/** The hooks for the script's own deferreds. @type {Hooks} */
let ownHooks = {};

/** @param {Hooks} on the object that has the hooks as properties: Deferred */
export function lookUpHooks(on) {
	ownHooks = on;
}

/** @param {Core} core @returns {Hooks} */
const hooksOf = (core) => (core.block.mark === 0 ? ownHooks : (ownerOf(core).host.Deferred ?? {}));

/**
 * Calls the page's exceptionHook for an exception that becomes a rejection.
 *
 * @param {unknown} error
 * @param {unknown} trace what getErrorHook returned when the reaction was queued
 * @param {Core} core the deferred that it rejects
 */
export function tellException(error, trace, core) {
	const hooks = hooksOf(core);
	try {
		hooks.exceptionHook?.(error, trace);
	} catch (e) {
		report(e); // jQuery leaves the promise pending for ever here
	}
}

/** The trace of the place where a reaction is queued. @param {Core} core its child */
export function traceNow(core) {
	// Called at each hop of a chain: the common case must be short.
	return core.block.mark === 0 && !ownHooks.getErrorHook ? undefined : askForTrace(core);
}

/** @param {Core} core */
function askForTrace(core) {
	const hooks = hooksOf(core);
	try {
		if (hooks.getErrorHook) return hooks.getErrorHook();
		if (ownerOf(core).older) return hooks.getStackHook?.();
	} catch (e) {
		report(e);
	}
}

// Names of errors that are mistakes in the program, as in jQuery.Deferred.exceptionHook.
const mistakes = /^(?:Eval|Internal|Range|Reference|Syntax|Type|URI)Error$/;

/**
 * The default exceptionHook. Warns of mistakes in the program as soon as they happen, because a later
 * handler may swallow them.
 *
 * @param {any} error
 * @param {unknown} [asyncError]
 */
export function warnOfMistakes(error, asyncError) {
	if (error && mistakes.test(error.name)) {
		console.warn("godeferred.Deferred exception", error, asyncError);
	}
}
