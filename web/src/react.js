import { FINALLY, FOLLOW, PASS } from "./core.js";
import { OWN, QUEUE, REJECTED, REPLAY, RESOLVED, SLOT_SHIFT } from "./codes.js";
import { report } from "./errors.js";
import { call, notify, settle } from "./fire.js";
import { tellException, traceNow } from "./hooks.js";
import { m, refused } from "./machine.js";
import { push, wake } from "./queue.js";
import { asThenable, followStranger, ourCore } from "./thenable.js";
import { nowHandled } from "./unhandled.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Args} Args
 * @typedef {import("./core.js").Values} Values
 */

/**
 * Makes child react to source, now or when it settles: the heart of `then`.
 *
 * @param {Core} source
 * @param {Core} child
 */
export function attach(source, child) {
	child.source = source;
	const answer = m.then(source.slot);
	if (answer < 0) throw refused("then", answer);
	const slot = (answer >> SLOT_SHIFT) & OWN;
	if (slot !== OWN && slot !== source.slot) {
		source.slot = slot;
		nowHandled(source);
	}
	// jQuery adds the progress handler first, so the last progress comes before the outcome.
	if (answer & REPLAY) queueProgress(child, /** @type {Values} */ (source.last));
	if (answer & QUEUE) queueReaction(child);
	else if (source.thens === null) source.thens = [child];
	else source.thens.push(child);
	wake(answer);
}

/** @param {Core} child whose source has settled */
export function queueReaction(child) {
	child.trace = traceNow();
	push(child);
}

/**
 * @param {Core} child
 * @param {Values} values
 */
export function queueProgress(child, values) {
	push(new ProgressJob(child, values, traceNow()));
}

/**
 * Runs child's reaction to its source, which has settled (Promises/A+ 2.2.7, 2.3). What child's
 * own callbacks throw has no caller: it is reported.
 *
 * @param {Core} child
 */
export function react(child) {
	const source = /** @type {Core} */ (child.source);
	const handler = source.rejected ? child.onFail : child.onDone;
	if (handler === null) {
		passOn(child, source);
		return;
	}
	let returned;
	try {
		returned =
			child.reaction === FINALLY ? call(handler, undefined, []) : call(handler, source.context, source.args);
	} catch (error) {
		fail(child, error);
		return;
	}
	if (child.reaction === FINALLY) {
		child.passed = source;
		child.reaction = PASS;
	}
	resolveWith(child, undefined, [returned]);
}

/**
 * No handler for this outcome: context and all arguments pass through (jQuery 4; Promises/A+
 * 2.2.7.3 and 2.2.7.4 for the first argument).
 *
 * @param {Core} child
 * @param {Core} source
 */
function passOn(child, source) {
	if (source.rejected) {
		// jQuery passes a rejection on by throwing it, so its hook sees each of them.
		tellException(source.args[0], child.reaction === FOLLOW ? undefined : child.trace);
		end(child, REJECTED, source.context, source.args);
	} else {
		resolveWith(child, source.context, source.args);
	}
}

/**
 * The promise resolution procedure (Promises/A+ 2.3) with the first of args; a value that is no
 * thenable resolves with context and all of args.
 *
 * @param {Core} child
 * @param {any} context
 * @param {Args} args
 */
export function resolveWith(child, context, args) {
	const value = args[0];
	if ((typeof value !== "object" && typeof value !== "function") || value === null) {
		end(child, RESOLVED, context, args);
		return;
	}
	let then;
	try {
		const ours = ourCore(value);
		if (ours === child) throw new TypeError("A promise cannot be resolved with itself"); // 2.3.1
		if (ours !== null && !ours.patched) {
			if (child.reaction !== PASS) child.reaction = FOLLOW;
			child.onDone = child.onFail = child.onProgress = null;
			attach(ours, child);
			return;
		}
		then = asThenable(value);
	} catch (error) {
		fail(child, error);
		return;
	}
	if (then === null) end(child, RESOLVED, context, args);
	else followStranger(child, value, then);
}

/**
 * Settles child from the queue or from a stranger: what its callbacks throw is reported here.
 *
 * @param {Core} child
 * @param {number} outcome
 * @param {any} context
 * @param {Args} args
 */
export function end(child, outcome, context, args) {
	const passed = child.passed;
	if (passed !== null && outcome === RESOLVED) {
		// finally: the wait is over, and the outcome from before it goes on.
		outcome = passed.rejected ? REJECTED : RESOLVED;
		context = passed.context;
		args = passed.args;
	}
	const trace = child.trace;
	try {
		settle(child, outcome, context, args);
	} catch (error) {
		tellException(error, trace);
		report(error);
	}
}

/**
 * @param {Core} child
 * @param {unknown} error which a handler or a thenable has thrown
 */
export function fail(child, error) {
	tellException(error, child.trace);
	end(child, REJECTED, undefined, [error]);
}

/** A notification on its way through `then`. */
class ProgressJob {
	/**
	 * @param {Core} child
	 * @param {Values} values
	 * @param {unknown} trace
	 */
	constructor(child, values, trace) {
		this.child = child;
		this.source = child.source;
		this.values = values;
		this.trace = trace;
	}

	run() {
		const { child, source, values } = this;
		// The child has turned to another thenable since: the old source no longer speaks for it.
		if (child.source !== source) return;
		if (child.onProgress === null) {
			this.pass(values.context, values.args);
		} else {
			// An exception here is nobody's rejection: jQuery lets it reach the window, and so do we.
			this.pass(undefined, [call(child.onProgress, values.context, values.args)]);
		}
	}

	/**
	 * Notifies the child; waits first for a value that is a thenable (jQuery 4).
	 *
	 * @param {any} context
	 * @param {Args} args
	 */
	pass(context, args) {
		const { child, source } = this;
		const value = args[0];
		const then = value !== null && (typeof value === "object" || typeof value === "function") ? value.then : null;
		if (typeof then !== "function") {
			notify(child, context, args);
			return;
		}
		const job = this;
		then.call(
			value,
			/** @this {any} */ function () {
				if (child.source === source) job.pass(this, arguments);
			},
			/** @param {unknown} error */ (error) => report(error),
		);
	}
}
