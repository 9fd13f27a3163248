import { REJECT } from "./codes.js";
import { GodeferredError, report } from "./errors.js";
import { settle } from "./fire.js";
import { check, disconnect } from "./machine.js";
import { drain } from "./queue.js";
import { forgetBlocks } from "./pending.js";

// Calls of ordinary Go functions. Such a function cannot throw: it answers a record, and this file
// is the one place that turns an error in it into an exception.

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {{value?: any, error?: any}} Answer
 */

/** @type {Record<string, (...args: any[]) => Answer>} */
let calls = {};

/** What is under way and will need Go: rejected if the runtime ends. @type {Set<Core>} */
const flights = new Set();

/** @param {Core} core which the end of the runtime rejects */
export function flying(core) {
	flights.add(core);
}

/** @param {Core} core which is settled */
export function landed(core) {
	flights.delete(core);
}

/** @param {Record<string, (...args: any[]) => Answer>} functions */
export function connectCalls(functions) {
	calls = functions;
}

/**
 * Calls a Go function and returns what it answers.
 *
 * @param {string} name
 * @param {...any} args
 */
export function callGo(name, ...args) {
	check();
	const fn = calls[name];
	if (!fn) throw new GodeferredError("internal", `the runtime has no function ${name}`);
	let answer;
	try {
		answer = fn(...args);
	} catch (error) {
		if (error instanceof WebAssembly.RuntimeError) end(`it crashed: ${error.message}`, error);
		throw whyNot ? whyNot() : error;
	}
	if (answer === undefined)
		throw whyNot ? whyNot() : new GodeferredError("internal", `${name} gave no answer`);
	if (answer.error !== undefined) throw answer.error;
	return answer.value;
}

/** @type {(() => GodeferredError) | undefined} set once the runtime has ended */
let whyNot;

/**
 * The runtime has ended. What Go was working on is rejected, the reactions of that run, and from
 * then on every call throws.
 *
 * @param {string} reason
 * @param {unknown} [cause]
 */
export function end(reason, cause) {
	if (whyNot) return;
	whyNot = () =>
		new GodeferredError(
			"ended",
			`the runtime has ended (${reason}): reload the page; nothing can be called`,
			cause,
		);
	calls = {};
	// What the machine has answered outlives the program: it is used once more.
	const last = whyNot();
	try {
		for (const core of flights) {
			try {
				settle(core, REJECT, last, null);
			} catch (error) {
				report(error);
			}
		}
		drain();
	} catch (error) {
		report(error);
	}
	flights.clear();
	disconnect(whyNot);
	forgetBlocks();
	report(last);
}
