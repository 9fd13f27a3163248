import { report } from "./errors.js";
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

/**
 * Tells the page's hook of an exception that becomes a rejection.
 *
 * @param {unknown} error
 * @param {unknown} trace what getErrorHook said when the reaction was queued
 * @param {Core} core whose rejection it becomes
 */
export function tellException(error, trace, core) {
	/** @type {Hooks | undefined} */
	const hooks = ownerOf(core).host.Deferred;
	try {
		hooks?.exceptionHook?.(error, trace);
	} catch (e) {
		report(e); // jQuery leaves the promise pending for ever here
	}
}

/** What to show as the place a reaction was queued from. @param {Core} core its child */
export function traceNow(core) {
	const { host, older } = ownerOf(core);
	/** @type {Hooks | undefined} */
	const hooks = host.Deferred;
	if (!hooks) return undefined;
	const name = older && !hooks.getErrorHook ? "getStackHook" : "getErrorHook";
	if (!hooks[name]) return undefined;
	try {
		return hooks[name]();
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
