import { report } from "./errors.js";

// jQuery's two hooks. They are looked up on Deferred at each call, so that a page may set, replace
// or delete them at any time.

/**
 * @typedef {object} Hooks
 * @property {((error: any, asyncError?: any) => void) | undefined} [exceptionHook]
 * @property {(() => any) | undefined} [getErrorHook]
 */

/** @type {Hooks} */
let hooks = {};

/** @param {Hooks} on the object whose properties are the hooks: Deferred */
export function lookUpHooks(on) {
	hooks = on;
}

/**
 * Tells the page's hook of an exception that becomes a rejection.
 *
 * @param {unknown} error
 * @param {unknown} trace what getErrorHook said when the reaction was queued
 */
export function tellException(error, trace) {
	const hook = hooks.exceptionHook;
	if (!hook) return;
	try {
		hook.call(hooks, error, trace);
	} catch (e) {
		report(e); // jQuery leaves the promise pending for ever here
	}
}

/** What to show as the place a reaction was queued from. */
export function traceNow() {
	const hook = hooks.getErrorHook;
	if (!hook) return undefined;
	try {
		return hook.call(hooks);
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
