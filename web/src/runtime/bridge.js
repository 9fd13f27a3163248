import { setTimeout } from "../lib/clock.js";
import { GodeferredError, report } from "../lib/errors.js";
import { checkStack, checkStackToStart } from "./stack.js";

// The bridge to the rules in Go. In the page face, only requests and animations ask them. Until the runtime
// is up, they wait here, in the order of the calls.

/** @typedef {{value?: any, error?: any}} Answer of a Go function, which cannot throw */
/** @typedef {Record<string, (...args: any[]) => Answer>} Functions */

/**
 * A request or an animation that waits for the runtime.
 *
 * @typedef {object} Waiting
 * @property {import("../deferred/pending.js").Kind | "call"} kind as `inspect()` names it
 * @property {() => void} begin called once the runtime is up
 * @property {(error: any) => void} fail called if it could not start
 */

/** @typedef {"idle" | "starting" | "ready" | "failed"} Phase */

/** The runtime's phase. @type {Phase} */
let phase = "idle";

/** Why it could not start. @type {any} */
let failure;

/** @type {Functions | null} null once an instance has died */
let functions = null;

/**
 * Makes another instance of the wasm, which takes 35 ms. A page's own program has a state and is not replaced.
 *
 * @type {(() => Functions) | undefined}
 */
let renew;

/** @type {Set<Waiting>} */
const waiting = new Set();

/** Starts the runtime when it is first needed, if it starts by itself. @type {(() => void) | undefined} */
let starter;

/** @param {() => void} start */
export function startWhenNeeded(start) {
	starter = start;
}

/** Whether the rules can be asked. */
export const isUp = () => phase === "ready";

/** The runtime's phase, and how many of each kind wait for it: a part of `inspect()`. */
export function inspectBridge() {
	/** @type {Record<string, number>} */
	const count = {};
	for (const { kind } of waiting) count[kind] = (count[kind] ?? 0) + 1;
	return { runtime: phase, waiting: count };
}

/**
 * Calls one.begin once the runtime is up, or one.fail if it cannot start. Neither is called before whenUp
 * returns.
 *
 * @param {Waiting} one
 */
export function whenUp(one) {
	waiting.add(one);
	// A load() in the same task can say where the wasm is, or try again. Not a microtask: a caller that
	// retries after each failure would block the page.
	setTimeout(() => {
		if (phase === "idle") starter?.();
		else if (phase === "failed") failAll();
	});
}

/** @param {Waiting} one waits no longer */
export function waitNoLonger(one) {
	waiting.delete(one);
}

/** The runtime is being started. */
export function starting() {
	phase = "starting";
}

/**
 * The runtime is up: begins all that wait.
 *
 * @param {Functions} given the instance's
 * @param {(() => Functions) | undefined} another makes a new instance
 */
export function started(given, another) {
	phase = "ready";
	functions = given;
	renew = another;
	eachWaiting((one) => one.begin());
}

/** The runtime could not start: fails all that wait. @param {unknown} error */
export function failed(error) {
	phase = "failed";
	failure = error;
	failAll();
}

const failAll = () => eachWaiting((one) => one.fail(failure));

/** Calls act for all that wait now. An earlier call may remove some. @param {(one: Waiting) => void} act */
function eachWaiting(act) {
	for (const one of [...waiting]) {
		if (!waiting.delete(one)) continue;
		try {
			act(one);
		} catch (error) {
			report(error);
		}
	}
}

/**
 * Calls a Go function and returns its answer. The rules have no state, so an instance that dies is
 * replaced, and the new one is asked again.
 *
 * @param {string} name
 * @param {...any} args
 */
export function callGo(name, ...args) {
	checkStack();
	for (let again = true; ; again = false) {
		/** @type {Answer | undefined} */
		let answer;
		/** @type {unknown} */
		let cause;
		try {
			if (functions === null) {
				if (!renew) throw failure;
				checkStackToStart();
				functions = renew();
			}
			answer = functions[name](...args);
		} catch (error) {
			cause = error;
		}
		if (answer !== undefined) {
			if (Object.hasOwn(answer, "error")) throw answer.error;
			return answer.value;
		}
		if (!renew) throw isOverflow(cause) ? cause : failure;
		functions = null; // this retry, or the next question, gets a new one
		if (!again) {
			if (isOverflow(cause)) throw cause; // the caller's own error
			throw new GodeferredError("ended", `the runtime crashed twice over one question (${cause})`, cause);
		}
	}
}

/** Whether stack or memory was used up. Firefox has its own error for the stack. @param {any} error */
const isOverflow = (error) => error instanceof RangeError || error?.name === "InternalError";
