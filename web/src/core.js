import { react } from "./react.js";
import { currentBlock, takeSlot } from "./slots.js";

/**
 * @typedef {(this: any, ...args: any[]) => any} Callback
 * @typedef {ArrayLike<any>} Args
 * @typedef {{context: any, args: Args}} Values what a notification carries
 */

/**
 * What one deferred holds for the page: functions and values, and the number of its slot in the
 * machine, which holds the rules. Everything hangs on this object and nothing in a global table,
 * so that an abandoned deferred is garbage with all its callbacks.
 *
 * One object with all fields from the start: engines make such objects fastest, and a separate one
 * for what `then` needs was measured to cost more than the empty fields do.
 */
export class Core {
	/** @param {number} kind what is pending, an index in `kinds` */
	constructor(kind) {
		this.slot = takeSlot(kind);
		/** Keeps the finalizer of the slot from running. */
		this.block = currentBlock();

		// How it ended.
		this.rejected = false;
		this.context = undefined;
		/** @type {Args} */
		this.args = nothing;

		// What waits for it. The machine counts them; a list is dropped once it cannot run.
		/** @type {Callback[] | null} */
		this.dones = null;
		/** @type {Callback[] | null} */
		this.fails = null;
		/** @type {Callback[] | null} */
		this.progs = null;
		/** @type {Core[] | null} */
		this.thens = null;

		// Progress: the last notification, and those made inside a progress callback.
		/** @type {Values | null} */
		this.last = null;
		/** @type {Values[] | null} */
		this.waiting = null;

		// Of what `then` returns: the deferred it reacts to and how.
		/** @type {Core | null} */
		this.source = null;
		/** @type {Callback | null} */
		this.onDone = null;
		/** @type {Callback | null} */
		this.onFail = null;
		/** @type {Callback | null} */
		this.onProgress = null;
		/** What getErrorHook said when the reaction was queued. */
		this.trace = undefined;
		this.reaction = ASYNC;
		/** @type {Core | null} the outcome that a `finally` passes on once its wait is over */
		this.passed = null;

		// The page's objects and their bound methods, made at first use.
		/** @type {any} */
		this.promise = null;
		/** @type {Callback | null} */
		this.then = null;
		/** @type {Callback | null} */
		this.done = null;
		/** @type {Callback | null} */
		this.fail = null;
		/** @type {Callback | null} */
		this.resolve = null;
		/** @type {Callback | null} */
		this.reject = null;
		/** @type {Record<string, Callback> | null} the less usual ones by name */
		this.bound = null;
		/** A method was replaced by the page: do not go round it. */
		this.patched = false;
	}

	/** Runs this deferred's reaction to its source: a job of the queue. */
	run() {
		react(this);
	}
}

/** @type {Args} */
const nothing = [];

// What a core does when its source has settled.
export const ASYNC = 0; // call the handler of then
export const FINALLY = 1; // call the function of finally
export const PASS = 2; // pass on what `passed` ended with
export const FOLLOW = 3; // end as the source did: it was returned from a handler
