import {
	EVENTS,
	KEEP_THEN,
	OUTCOME_MASK,
	PENDING,
	QUEUE,
	REJECT,
	REJECTED,
	RELIEVE,
	REPLAY,
	RESOLVE,
	RESOLVED,
	STATE_MASK,
	THEN,
} from "./codes.js";
import { FINALLY, FOLLOW, PASS, Reaction, Values } from "./core.js";
import { report } from "./errors.js";
import { call, settle } from "./fire.js";
import { tellException, traceNow } from "./hooks.js";
import { answers } from "./machine.js";
import { directCore } from "./ours.js";
import { ProgressJob } from "./progress.js";
import { push } from "./queue.js";
import { asThenable, followStranger } from "./thenable.js";
import { relieve } from "./unhandled.js";

/** @typedef {import("./core.js").Core} Core */

/**
 * Makes a reaction's child react to source, now or when it settles: the heart of `then`.
 *
 * @param {Core} source
 * @param {Reaction} reaction
 */
export function attach(source, reaction) {
	reaction.source = source;
	const answer = answers[source.state * EVENTS + THEN];
	source.state = answer & STATE_MASK;
	if (answer & RELIEVE) relieve(source);
	if (answer & REPLAY) queueProgress(reaction, /** @type {Values} */ (source.progress?.last));
	if (answer & QUEUE) {
		queueReaction(reaction);
	} else if (answer & KEEP_THEN) {
		if (source.last === null) source.first = reaction;
		else source.last.next = reaction;
		source.last = reaction;
	}
}

/** @param {Reaction} reaction whose source has settled */
export function queueReaction(reaction) {
	reaction.trace = traceNow(reaction.child);
	push(reaction);
}

/**
 * @param {Reaction} reaction
 * @param {Values} values
 */
export function queueProgress(reaction, values) {
	traceNow(reaction.child);
	push(new ProgressJob(reaction, values));
}

/**
 * Runs a reaction to a source that has settled (Promises/A+ 2.2.7, 2.3).
 *
 * @param {Reaction} reaction
 */
export function react(reaction) {
	const { source } = reaction;
	if (source === null) return; // its child was aborted meanwhile
	// The hook is told from where only what the child's own handler threw (jQuery 4).
	if (reaction.waits()) reaction.trace = undefined;
	const handler = (source.state & OUTCOME_MASK) === REJECTED ? reaction.onFail : reaction.onDone;
	if (handler === null) {
		passOn(reaction, source);
		return;
	}
	let returned;
	try {
		returned = reaction.kind === FINALLY ? handler() : call(handler, source.value, source.many);
	} catch (error) {
		fail(reaction.child, error, reaction.trace);
		return;
	}
	if (reaction.kind === FINALLY) {
		reaction.passed = source;
		reaction.kind = PASS;
	}
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
		tellException(source.value, reaction.trace, reaction.child);
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
		fail(child, error, child.reaction?.trace);
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
function follow(child, source) {
	// Where no other follows child no ring can close, and a long row need not be walked.
	if (source === child || (isFollowed(child) && waitsFor(source, child))) {
		throw new TypeError("A promise cannot be resolved with itself"); // 2.3.1
	}
	const reaction = child.reaction ?? new Reaction(child);
	child.reaction = reaction;
	if (reaction.kind !== PASS) reaction.kind = FOLLOW;
	reaction.onDone = reaction.onFail = reaction.onProgress = null;
	reaction.trace = undefined;
	attach(source, reaction);
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
 * Settles child from the queue or from a stranger: what its callbacks throw has no caller, and is
 * reported.
 *
 * @param {Core} child
 * @param {number} event RESOLVE or REJECT
 * @param {any} value
 * @param {Values | null} many
 */
export function end(child, event, value, many) {
	const trace = child.reaction?.trace;
	const passed = child.reaction === null ? null : child.reaction.passed;
	try {
		if (passed !== null && event === RESOLVE) {
			// finally: the wait is over, and the outcome from before it goes on.
			const outcome = passed.state & OUTCOME_MASK;
			settle(child, outcome === REJECTED ? REJECT : RESOLVE, passed.value, passed.many);
		} else {
			settle(child, event, value, many);
		}
	} catch (error) {
		tellException(error, trace, child);
		report(error);
	}
}

/**
 * @param {Core} child
 * @param {unknown} error which a handler or a thenable has thrown
 * @param {unknown} trace
 */
export function fail(child, error, trace) {
	tellException(error, trace, child);
	end(child, REJECT, error, null);
}

/**
 * What a deferred is settled with, from the context and arguments of a call.
 *
 * @param {any} context
 * @param {ArrayLike<any>} args
 */
export function valuesOf(context, args) {
	return context === undefined && args.length === 1 ? null : new Values(context, args);
}

/** Names of outcomes, by number. @type {Record<number, "pending" | "resolved" | "rejected">} */
export const outcomeNames = { [PENDING]: "pending", [RESOLVED]: "resolved", [REJECTED]: "rejected" };
