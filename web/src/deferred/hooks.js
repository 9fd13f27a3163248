import { report } from "../lib/errors.js";
import { ownerOf } from "./owner.js";

// jQuery's two hooks. They are looked up on Deferred at each call, so that a page may set, replace
// or delete them at any time.

/**
 * @typedef {import("./core.js").Core} Core
 *
 * @typedef {object} Hooks
 * @property {((error: any, asyncError?: any) => void) | undefined} [exceptionHook]
 * @property {(() => any) | undefined} [getErrorHook]
 * @property {(() => any) | undefined} [getStackHook] its name in jQuery 3
 */

/** Of the script's own deferreds. @type {Hooks} */
let ownHooks = {};

/** @param {Hooks} on the object whose properties the hooks are: Deferred */
export function lookUpHooks(on) {
	ownHooks = on;
}

/** @param {Core} core @returns {Hooks} */
const hooksOf = (core) => (core.block.mark === 0 ? ownHooks : (ownerOf(core).host.Deferred ?? {}));

/**
 * Tells the page's hook of an exception that becomes a rejection.
 *
 * @param {unknown} error
 * @param {unknown} trace what getErrorHook said when the reaction was queued
 * @param {Core} core whose rejection it becomes
 */
export function tellException(error, trace, core) {
	const hooks = hooksOf(core);
	try {
		hooks.exceptionHook?.(error, trace);
	} catch (e) {
		report(e); // jQuery leaves the promise pending for ever here
	}
}

/** What to show as the place a reaction was queued from. @param {Core} core its child */
export function traceNow(core) {
	// Each hop of a chain asks: what most need is short.
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

// The names of errors that are mistakes in the program, as jQuery.Deferred.exceptionHook has them.
const mistakes = /^(?:Eval|Internal|Range|Reference|Syntax|Type|URI)Error$/;

/**
 * The hook that is there from the start: warns of mistakes in the program as soon as they happen,
 * since a handler further down may swallow them.
 *
 * @param {any} error
 * @param {unknown} [asyncError]
 */
export function warnOfMistakes(error, asyncError) {
	if (error && mistakes.test(error.name)) {
		console.warn("godeferred.Deferred exception", error, asyncError);
	}
}
