import {
	KEEP_THEN,
	LOCK,
	OUTCOME_MASK,
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
import { end, fail, queueReaction } from "./settle.js";
import { relieve } from "./unhandled.js";

// `then`, and the promise resolution procedure (Promises/A+ 2.2 and 2.3): the way of a value from a promise
// to its handler, and of what the handler returns to the next promise.

/**
 * @typedef {import("./core.js").Callback} Callback
 * @typedef {import("./core.js").Core} Core
 */

// Kinds of reactions.
export const HANDLE = 0; // call the handler of then
export const FINALLY = 1; // call the function of finally
export const PASS = 2; // end as `passed` did, once the source has resolved
export const FOLLOW = 3; // end as the source does: it was returned from a handler

/**
 * How a deferred (`child`) reacts when another (`source`) settles: what `then` adds to it. Work that
 * can be aborted has one, too, without a source.
 */
export class Reaction {
	/** @param {Core} child */
	constructor(child) {
		this.child = child;
		/** @type {Core | null} */
		this.source = null;
		/** The next of its source, and then of the queue. @type {any} */
		this.next = null;
		/** @type {Callback | null} */
		this.onDone = null;
		/** @type {Callback | null} */
		this.onFail = null;
		this.kind = HANDLE;
		/** @type {Rare | null} */
		this.rare = null;
	}

	/** What few reactions have. */
	more() {
		this.rare ??= new Rare();
		return this.rare;
	}

	/** Forgets the handlers of then: the child waits for another. */
	drop() {
		this.onDone = this.onFail = null;
		if (this.rare !== null) {
			this.rare.onProgress = null;
			this.rare.trace = undefined;
		}
	}

	/** Whether the child waits for another promise to end as that does. */
	waits() {
		return this.kind === FOLLOW || this.kind === PASS;
	}

	/** A job of the queue. */
	run() {
		react(this);
	}
}

/** Of a reaction: what only few have. */
class Rare {
	constructor() {
		/** @type {Callback | null} */
		this.onProgress = null;
		/** What getErrorHook said when it was queued, until its child waits for another. @type {any} */
		this.trace = undefined;
		/** The outcome that a `finally` passes on once its wait is over. @type {Core | null} */
		this.passed = null;
		/** Stops the child's own work, where it has some. @type {((reason: any) => void) | null} */
		this.cancel = null;
		/** Called when the child settles. @type {(() => void) | null} */
		this.undo = null;
	}
}

/**
 * Makes a reaction's child react to source, now or when it settles: the heart of `then`.
 *
 * @param {Core} source
 * @param {Reaction} reaction
 */
export function attach(source, reaction) {
	reaction.source = source;
	const answer = step(source, THEN);
	if (answer & KEEP_THEN) {
		if (source.last === null) source.first = reaction;
		else source.last.next = reaction;
		source.last = reaction;
	}
	if (answer & (RELIEVE | REPLAY | QUEUE)) attachLate(source, reaction, answer);
}

/**
 * @param {Core} source which has settled, or notified
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
 * Every hop of a chain comes through here and through resolve, end and settle. What few need stands
 * in functions of its own: engines inline these four into one another only as long as they are small,
 * which was measured to be a fifth of what a hop takes.
 *
 * @param {Reaction} reaction
 */
export function react(reaction) {
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
 * No handler for this outcome: context and all arguments pass through (jQuery 4; Promises/A+
 * 2.2.7.3 and 2.2.7.4 for the first argument).
 *
 * @param {Reaction} reaction
 * @param {Core} source
 */
function passOn(reaction, source) {
	if ((source.state & OUTCOME_MASK) === REJECTED) {
		// jQuery passes a rejection on by throwing it, so its hook sees each of them.
		tellException(source.value, reaction.rare?.trace, reaction.child);
		end(reaction.child, REJECT, source.value, source.many);
	} else {
		resolve(reaction.child, source.value, source.many);
	}
}

/**
 * The promise resolution procedure (Promises/A+ 2.3) with value; one that is no thenable resolves
 * with context and all arguments.
 *
 * @param {Core} child
 * @param {any} value
 * @param {Values | null} many
 */
export function resolve(child, value, many) {
	if ((typeof value !== "object" && typeof value !== "function") || value === null) {
		end(child, RESOLVE, value, many);
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
	if (then === null) end(child, RESOLVE, value, many);
	else followStranger(child, value, then);
}

/**
 * Has child end as another deferred of ours does (Promises/A+ 2.3.2): its reaction moves there.
 *
 * @param {Core} child
 * @param {Core} source
 */
export function follow(child, source) {
	// Where no other follows child no ring can close, and a long row need not be walked.
	if (source === child || (isFollowed(child) && waitsFor(source, child))) {
		throw new TypeError("A promise cannot be resolved with itself"); // 2.3.1
	}
	const reaction = child.reaction ?? new Reaction(child);
	child.reaction = reaction;
	if (reaction.kind !== PASS) reaction.kind = FOLLOW;
	reaction.drop();
	attach(source, reaction);
	listened(); // those of child, if there are any
}

/** @param {Core} core */
function isFollowed(core) {
	for (let reaction = core.first; reaction !== null; reaction = reaction.next) {
		if (reaction.waits()) return true;
	}
	return false;
}

/**
 * Whether core is other, or will end as other does. Without this, a ring of promises that follow
 * each other passes its progress round for ever (jQuery, too, but at a timer's pace).
 *
 * @param {Core | null} core
 * @param {Core} other
 */
function waitsFor(core, other) {
	while (core !== null && core !== other) {
		const reaction = core.reaction;
		if (!reaction?.waits()) return false;
		core = reaction.source;
	}
	return core === other;
}

/**
 * The `then` of a stranger's object, read once (Promises/A+ 2.3.3.1), or null. Throws what the
 * getter throws.
 *
 * @param {any} value an object or a function
 * @returns {Callback | null}
 */
export function asThenable(value) {
	const { then } = value;
	return typeof then === "function" ? then : null;
}

/**
 * Ties core to a stranger's thenable (Promises/A+ 2.3.3.3), which may call back once. Context, all
 * arguments and progress pass, as in jQuery.
 *
 * @param {Core} core
 * @param {any} thenable
 * @param {Callback} then
 */
export function followStranger(core, thenable, then) {
	const { reaction } = core;
	const trace = reaction?.rare?.trace;
	if (reaction !== null) {
		reaction.source = null;
		reaction.drop();
	}
	step(core, LOCK);
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
				end(core, REJECT, arguments[0], valuesOf(this, arguments));
			},
			/** @this {any} */ function () {
				if (!waiting) return;
				try {
					passProgress(core, new Values(this, arguments), () => waiting, false);
				} catch (error) {
					report(error); // the stranger has nothing to do with what our callbacks throw
				}
			},
		);
	} catch (error) {
		tellException(error, trace, core);
		// 2.3.3.3.4.1: an exception after it has called back is ignored.
		if (free()) end(core, REJECT, error, null);
	}
}
