import { setTimeout } from "../lib/clock.js";
import { GodeferredError, report } from "../lib/errors.js";

// The way to the rules in Go. Requests and animations ask them; nothing else of the page face does.
// Before the runtime is up, what asks waits here, in the order of the calls.

/** @typedef {{value?: any, error?: any}} Answer such as a Go function gives: it cannot throw */
/** @typedef {Record<string, (...args: any[]) => Answer>} Functions */

/**
 * What waits for the runtime.
 *
 * @typedef {object} Waiting
 * @property {import("../deferred/pending.js").Kind} kind as `inspect()` names it
 * @property {() => void} begin the runtime is up
 * @property {(error: any) => void} fail it could not start
 */

/** @typedef {"idle" | "starting" | "ready" | "failed"} Phase */

/** How far the runtime is. @type {Phase} */
let phase = "idle";

/** Why it could not start. @type {any} */
let failure;

/** @type {Functions | null} null once an instance has died */
let functions = null;

/** Makes another instance of the wasm, which takes 35 ms. @type {() => Functions} */
let renew;

/** @type {Set<Waiting>} */
const waiting = new Set();

/** Starts the runtime where it starts by itself: when first needed. @type {(() => void) | undefined} */
let starter;

/** @param {() => void} start */
export function startWhenNeeded(start) {
	starter = start;
}

/** Whether the rules can be asked. */
export const isUp = () => phase === "ready";

/** How far the runtime is, and how many of each kind wait for it: a part of `inspect()`. */
export function inspectBridge() {
	/** @type {Record<string, number>} */
	const count = {};
	for (const { kind } of waiting) count[kind] = (count[kind] ?? 0) + 1;
	return { runtime: phase, waiting: count };
}

/**
 * Has one.begin called once the runtime is up, or one.fail if it cannot start; neither before this
 * returns.
 *
 * @param {Waiting} one
 */
export function whenUp(one) {
	waiting.add(one);
	// A load() in the same turn says where the wasm is, or tries anew. Not a microtask: one that asks again
	// whenever it has failed would never let the page have its turn.
	setTimeout(() => {
		if (phase === "idle") starter?.();
		else if (phase === "failed") failAll();
	});
}

/** @param {Waiting} one which waits no longer */
export function waitNoLonger(one) {
	waiting.delete(one);
}

/** The runtime is being started. */
export function starting() {
	phase = "starting";
}

/**
 * It is up: what waits begins.
 *
 * @param {Functions} given the instance's
 * @param {() => Functions} another makes a new instance
 */
export function started(given, another) {
	phase = "ready";
	functions = given;
	renew = another;
	each((one) => one.begin());
}

/** It could not start: what waits fails. @param {unknown} error */
export function failed(error) {
	phase = "failed";
	failure = error;
	failAll();
}

const failAll = () => each((one) => one.fail(failure));

/** Does it to all that wait now, but for those that an earlier one takes out. @param {(one: Waiting) => void} act */
function each(act) {
	for (const one of [...waiting]) {
		if (!waiting.delete(one)) continue;
		try {
			act(one);
		} catch (error) {
			report(error);
		}
	}
}

/** How many frames of probe leave enough room for Go to answer, and to start: 60 and 240 kB, or more. */
const ROOM = 400;
const ROOM_TO_START = 1600;

/**
 * Takes some of the stack. The further arguments make its frames as large as Go's. One call with many
 * arguments does not work as a probe: Firefox keeps those outside the stack.
 *
 * @param {number} frames
 * @returns {number}
 */
function probe(frames, a = 0, b = 0, c = 0, d = 0) {
	return frames === 0 ? a + b : probe(frames - 1, b, c, d, a) + 1;
}

/**
 * Throws the engine's own error where little of the stack is left. An overflow inside of Go would unwind its
 * frames and leave the instance half-way.
 */
export const checkStack = () => probe(ROOM);

/**
 * Calls a Go function and returns what it answers. The rules have no state: an instance that dies is
 * replaced, and the new one asked again.
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
				probe(ROOM_TO_START);
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
		functions = null; // the next question gets a new one, if this does not
		if (!again) {
			if (isOverflow(cause)) throw cause; // the caller's
			throw new GodeferredError("ended", `the runtime crashed twice over one question (${cause})`, cause);
		}
	}
}

/** Whether the stack, or the memory, was used up. Firefox has a kind of its own for the former. @param {any} error */
const isOverflow = (error) => error instanceof RangeError || error?.name === "InternalError";
