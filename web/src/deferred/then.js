import {
	KEEP_THEN,
	LOCK,
	OUTCOME_MASK,
	PENDING,
	QUEUE,
	REJECT,
	REJECTED,
	RELIEVE,
	REPLAY,
	RESOLVE,
	THEN,
	UNLOCK,
} from "./codes.js";
import { call, step, Values, valuesOf } from "./core.js";
import { report } from "../lib/errors.js";
import { tellException } from "./hooks.js";
import { directCore } from "./ours.js";
import { listened, passProgress, queueProgress } from "./progress.js";
import { push } from "./queue.js";
import { settleChild, fail, queueReaction } from "./settle.js";
import { relieve } from "./unhandled.js";

// `then` and the promise resolution procedure (Promises/A+ 2.2 and 2.3): how a value gets from a promise to
// its handler, and the handler's return value to the next promise.

/**
 * @typedef {import("./core.js").Callback} Callback
 * @typedef {import("./core.js").Core} Core
 */

// Kinds of reactions.
const HANDLE = 0; // call the handler of then
export const FINALLY = 1; // call the function of finally
const PASS = 2; // settle like `passed`, once the source has resolved
const FOLLOW = 3; // settle like the source, which a handler returned

/**
 * The reaction of a deferred (`child`) to another (`source`): `then` adds it to the source. Work that can be
 * aborted has one without a source.
 */
export class Reaction {
	/** @param {Core} child */
	constructor(child) {
		this.child = child;
		/** @type {Core | null} */
		this.source = null;
		/** The next reaction of its source, later the next job of the queue. @type {any} */
		this.next = null;
		/** The reaction before it, as long as the source is pending. @type {Reaction | null} */
		this.before = null;
		/** @type {Callback | null} */
		this.onDone = null;
		/** @type {Callback | null} */
		this.onFail = null;
		this.kind = HANDLE;
		/** @type {Rare | null} */
		this.rare = null;
	}

	/** Its rarely used fields, made at first use. */
	more() {
		this.rare ??= new Rare();
		return this.rare;
	}

	/** Forgets the handlers of then: the child waits for another deferred now. */
	drop() {
		this.onDone = this.onFail = null;
		if (this.rare !== null) {
			this.rare.onProgress = null;
			this.rare.trace = undefined;
		}
	}

	/** Whether the child waits for another promise, and no longer for its handler. */
	waits() {
		return this.kind === FOLLOW || this.kind === PASS;
	}

	/** A job of the queue. */
	run() {
		react(this);
	}
}

/** The fields that few reactions need. */
class Rare {
	constructor() {
		/** @type {Callback | null} */
		this.onProgress = null;
		/** What getErrorHook returned when it was queued, until its child waits for another. @type {any} */
		this.trace = undefined;
		/** The outcome that a `finally` passes on once its wait is over. @type {Core | null} */
		this.passed = null;
		/**
		 * Stops the child's own work, if it has any. It may return the deferreds that the child waited for.
		 *
		 * @type {((reason: any) => void | Core[]) | null}
		 */
		this.cancel = null;
		/** Called when the child settles. @type {(() => void) | null} */
		this.undo = null;
		/** Called when the child gets its first reaction, or a fail callback. @type {(() => void) | null} */
		this.hold = null;
		/** Whether `cancel` calls nothing of the page's. */
		this.silent = false;
	}
}

/**
 * Adds a reaction to source. It runs when source settles, or is queued now if it has: the core of `then`.
 *
 * @param {Core} source
 * @param {Reaction} reaction
 */
export function attach(source, reaction) {
	reaction.source = source;
	const answer = step(source, THEN);
	if (answer & KEEP_THEN) {
		const { last } = source;
		if (last === null) {
			source.first = reaction;
			source.reaction?.rare?.hold?.();
		} else {
			last.next = reaction;
			reaction.before = last;
		}
		source.last = reaction;
	}
	if (answer & (RELIEVE | REPLAY | QUEUE)) attachLate(source, reaction, answer);
}

/**
 * @param {Core} source has settled or notified
 * @param {Reaction} reaction
 * @param {number} answer
 */
function attachLate(source, reaction, answer) {
	if (answer & RELIEVE) relieve(source);
	if (answer & REPLAY) queueProgress(reaction, /** @type {Values} */ (source.progress?.last));
	if (answer & QUEUE) queueReaction(reaction);
}

/**
 * Runs a reaction to a source that has settled (Promises/A+ 2.2.7, 2.3).
 *
 * Every hop of a chain comes through here and through resolve, settleChild and settle. Rare cases have their own
 * functions: engines inline these four into one another only if they are small. Inlining was measured to
 * save a fifth of the time of a hop.
 *
 * @param {Reaction} reaction
 */
function react(reaction) {
	const { source, child } = reaction;
	if (source === null) return; // its child was aborted meanwhile
	const handler = (source.state & OUTCOME_MASK) === REJECTED ? reaction.onFail : reaction.onDone;
	if (handler === null) {
		passOn(reaction, source);
		return;
	}
	if (reaction.kind === FINALLY) {
		runFinally(reaction, source, handler);
		return;
	}
	let returned;
	try {
		returned = call(handler, source.value, source.many);
	} catch (error) {
		fail(child, error, reaction.rare?.trace);
		return;
	}
	resolve(child, returned, null);
}

/**
 * @param {Reaction} reaction
 * @param {Core} source
 * @param {import("./core.js").Callback} fn
 */
function runFinally(reaction, source, fn) {
	let returned;
	try {
		returned = fn();
	} catch (error) {
		fail(reaction.child, error, reaction.rare?.trace);
		return;
	}
	reaction.more().passed = source;
	reaction.kind = PASS;
	resolve(reaction.child, returned, null);
}

/**
 * Passes context and all arguments through when no handler matches the outcome (jQuery 4; Promises/A+
 * 2.2.7.3 and 2.2.7.4 for the first argument).
 *
 * @param {Reaction} reaction
 * @param {Core} source
 */
function passOn(reaction, source) {
	if ((source.state & OUTCOME_MASK) === REJECTED) {
		// jQuery passes a rejection on by throwing it, so its hook sees each one.
		tellException(source.value, reaction.rare?.trace, reaction.child);
		settleChild(reaction.child, REJECT, source.value, source.many);
	} else {
		resolve(reaction.child, source.value, source.many);
	}
}

/**
 * The promise resolution procedure (Promises/A+ 2.3) with value. A value that is not a thenable resolves
 * child with context and all arguments.
 *
 * @param {Core} child
 * @param {any} value
 * @param {Values | null} many
 */
export function resolve(child, value, many) {
	if ((typeof value !== "object" && typeof value !== "function") || value === null) {
		settleChild(child, RESOLVE, value, many);
		return;
	}
	let then;
	try {
		const ours = directCore(value, "then");
		if (ours !== null) {
			follow(child, ours);
			return;
		}
		then = asThenable(value);
	} catch (error) {
		fail(child, error, child.reaction?.rare?.trace);
		return;
	}
	if (then === null) settleChild(child, RESOLVE, value, many);
	else followStranger(child, value, then);
}

/** Aborts a source if nothing waits for it. @type {(source: Core, reason: any) => void} */
let unwanted = () => {};

/** @param {(source: Core, reason: any) => void} act of abort.js, which imports this file */
export function onUnwanted(act) {
	unwanted = act;
}

/**
 * Makes child settle like another of our deferreds (Promises/A+ 2.3.2). Its reaction moves to source.
 *
 * @param {Core} child
 * @param {Core} source
 */
export function follow(child, source) {
	if ((child.state & OUTCOME_MASK) !== PENDING) {
		unwanted(source, child.value); // aborted while its handler ran
		return;
	}
	// If nothing waits for child, no ring can close.
	if (source === child || (child.first !== null && waitsFor(source, child))) {
		throw new TypeError("A promise cannot be resolved with itself"); // 2.3.1
	}
	const reaction = child.reaction ?? new Reaction(child);
	child.reaction = reaction;
	if (reaction.kind !== PASS) reaction.kind = FOLLOW;
	reaction.drop();
	attach(source, reaction);
	listened(child); // child may have listeners
}

/**
 * Whether source follows child. Without this check, a ring of promises that follow each other passes its
 * progress round for ever (in jQuery, too, but one hop per timer).
 *
 * It looks in two directions by turns: at what source follows, and at what follows child. The first that finds
 * its end decides, so many that join one long chain do not walk it each.
 *
 * @param {Core} source
 * @param {Core} child
 */
function waitsFor(source, child) {
	const ahead = [child.first];
	/** @type {Core | null} */
	let core = source;
	while (core !== child) {
		/** @type {Reaction | null | undefined} */
		const reaction = core?.reaction;
		const follower = ahead.pop();
		if (!reaction?.waits() || follower === undefined) return false;
		core = reaction.source;
		if (follower === null) continue;
		ahead.push(follower.next);
		if (!follower.waits()) continue;
		if (follower.child === source) return true;
		ahead.push(follower.child.first);
	}
	return true;
}

/**
 * The `then` of a foreign object, read once (Promises/A+ 2.3.3.1), or null. An exception of the getter is
 * not caught.
 *
 * @param {any} value an object or a function
 * @returns {Callback | null}
 */
function asThenable(value) {
	const { then } = value;
	return typeof then === "function" ? then : null;
}

/** How many foreign thenables are being called, each by the one before it. */
let nested = 0;

/** A thenable that calls back at once with another nests their calls: deeper ones wait for the queue. */
const DEEP = 500;

/**
 * Makes core follow a foreign thenable (Promises/A+ 2.3.3.3), which may call back once. Context, all
 * arguments and progress are passed on, as in jQuery.
 *
 * @param {Core} core
 * @param {any} thenable
 * @param {Callback} then
 */
function followStranger(core, thenable, then) {
	const { reaction } = core;
	const trace = reaction?.rare?.trace;
	if (reaction !== null) {
		reaction.source = null;
		reaction.drop();
	}
	step(core, LOCK);
	if (nested === DEEP) {
		push({ run: () => callStranger(core, thenable, then, trace), next: null });
		return;
	}
	nested++;
	try {
		callStranger(core, thenable, then, trace);
	} finally {
		nested--; // also if the stack is full
	}
}

/**
 * @param {Core} core is locked
 * @param {any} thenable
 * @param {Callback} then
 * @param {any} trace
 */
function callStranger(core, thenable, then, trace) {
	let waiting = true;
	const free = () => {
		if (!waiting) return false; // 2.3.3.3.3: only the first call counts
		waiting = false;
		step(core, UNLOCK);
		return true;
	};
	try {
		then.call(
			thenable,
			/** @this {any} */ function () {
				if (free()) resolve(core, arguments[0], valuesOf(this, arguments));
			},
			/** @this {any} */ function () {
				if (!free()) return;
				tellException(arguments[0], undefined, core);
				settleChild(core, REJECT, arguments[0], valuesOf(this, arguments));
			},
			/** @this {any} */ function () {
				if (!waiting) return;
				try {
					passProgress(core, new Values(this, arguments), () => waiting, false);
				} catch (error) {
					report(error); // exceptions of our callbacks must not reach the foreign thenable
				}
			},
		);
	} catch (error) {
		tellException(error, trace, core);
		// 2.3.3.3.4.1: an exception after a callback is ignored.
		if (free()) settleChild(core, REJECT, error, null);
	}
}
