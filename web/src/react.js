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
import { FINALLY, PASS, Values } from "./core.js";
import { report } from "./errors.js";
import { call, settle } from "./fire.js";
import { follow } from "./follow.js";
import { tellException, traceNow } from "./hooks.js";
import { answers } from "./machine.js";
import { directCore } from "./ours.js";
import { ProgressJob } from "./progress.js";
import { push } from "./queue.js";
import { asThenable, followStranger } from "./thenable.js";
import { relieve } from "./unhandled.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Reaction} Reaction
 */

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

/** @param {Reaction} reaction whose source has settled */
export function queueReaction(reaction) {
	const trace = traceNow(reaction.child);
	if (trace !== undefined || reaction.rare !== null) {
		// The hook is told from where only what the child's own handler threw (jQuery 4).
		reaction.more().trace = reaction.waits() ? undefined : trace;
	}
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
 * Settles child from the queue or from a stranger: what its callbacks throw has no caller, and is
 * reported.
 *
 * @param {Core} child
 * @param {number} event RESOLVE or REJECT
 * @param {any} value
 * @param {Values | null} many
 */
export function end(child, event, value, many) {
	const { reaction } = child;
	if (child.dones === null && child.fails === null && (reaction === null || reaction.rare === null)) {
		settle(child, event, value, many); // which calls nothing of the page's
	} else {
		endWithCallbacks(child, event, value, many);
	}
}

/**
 * @param {Core} child
 * @param {number} event
 * @param {any} value
 * @param {Values | null} many
 */
function endWithCallbacks(child, event, value, many) {
	const rare = child.reaction?.rare;
	try {
		if (event === RESOLVE && rare?.passed) {
			// finally: the wait is over, and the outcome from before it goes on.
			const { passed } = rare;
			const outcome = passed.state & OUTCOME_MASK;
			settle(child, outcome === REJECTED ? REJECT : RESOLVE, passed.value, passed.many);
		} else {
			settle(child, event, value, many);
		}
	} catch (error) {
		tellException(error, rare?.trace, child);
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
