import {
	ANNOUNCE,
	CALL_PROGRESS,
	KEEP_PROGRESS,
	LATER,
	NOTIFY,
	OUTCOME_MASK,
	PENDING,
	PROGRESSED,
} from "./codes.js";
import { append, step, Values } from "./core.js";
import { failure } from "../lib/errors.js";
import { traceNow } from "./hooks.js";
import { push } from "./queue.js";

/**
 * @typedef {import("./core.js").Callback} Callback
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./then.js").Reaction} Reaction
 */

/** The progress of a deferred: callbacks, the last notification, and the notifications that wait. */
export class Progress {
	/** @param {Core} core */
	constructor(core) {
		this.core = core;
		/** @type {Callback[] | null} */
		this.list = null;
		/** @type {Values | null} */
		this.last = null;
		/** @type {Values[] | null} */
		this.waiting = null;
		/** How many of those have been announced. */
		this.at = 0;
	}
}

/**
 * Notifies, as notifyWith does.
 *
 * @param {Core} core
 * @param {Values} values
 */
export function notify(core, values) {
	const progress = beginNotify(core, values);
	if (progress !== null) runProgress(core, progress, 0);
}

/**
 * Notifies core but for its callbacks, and returns the progress to run now. Separate for the same reason as
 * `begin` in settle.js.
 *
 * @param {Core} core
 * @param {Values} values
 */
export function beginNotify(core, values) {
	const answer = step(core, NOTIFY);
	if (answer & ANNOUNCE) {
		core.progress ??= new Progress(core);
		announce(core, core.progress, values);
		return core.progress;
	}
	if (answer & LATER) {
		const progress = /** @type {Progress} */ (core.progress);
		progress.waiting ??= [];
		progress.waiting.push(values);
	}
	return null;
}

/**
 * @param {Core} core
 * @param {number} answer
 * @param {Callback[]} callbacks
 */
export function addProgress(core, answer, callbacks) {
	if (!(answer & (KEEP_PROGRESS | CALL_PROGRESS))) return;
	core.progress ??= new Progress(core);
	const start = core.progress.list?.length ?? 0;
	core.progress.list = append(core.progress.list, callbacks);
	if (answer & KEEP_PROGRESS) listened();
	if (answer & CALL_PROGRESS) runProgress(core, core.progress, start);
}

/**
 * @param {Core} core
 * @param {Progress} progress
 * @param {Values} values
 */
function announce(core, progress, values) {
	progress.last = values;
	for (let reaction = core.first; reaction !== null; reaction = reaction.next)
		queueProgress(reaction, values);
}

/**
 * Calls the progress callbacks from the i-th on with the last notification. Then it gives the
 * notifications made meanwhile to all callbacks, one after the other.
 *
 * @param {Core} core
 * @param {Progress} progress
 * @param {number} i
 */
export function runProgress(core, progress, i) {
	/** @type {[unknown] | null} */
	let failed = null;
	do {
		// The list is read again each time: a callback may create it.
		for (; progress.list !== null && i < progress.list.length; i++) {
			try {
				const { context, args } = /** @type {Values} */ (progress.last);
				if (args.length === 1) progress.list[i].call(context, args[0]);
				else Reflect.apply(progress.list[i], context, args);
			} catch (e) {
				failed = failure(failed, e);
			}
		}
		i = 0;
	} while (announceNext(core, progress));
	step(core, PROGRESSED);
	if ((core.state & OUTCOME_MASK) !== PENDING) progress.list = null;
	if (failed !== null) throw failed[0];
}

/**
 * Announces the next notification that waits. Returns whether there was one.
 *
 * @param {Core} core
 * @param {Progress} progress
 */
function announceNext(core, progress) {
	const { waiting } = progress;
	if (waiting === null) return false; // also if core has settled meanwhile
	if (progress.at === waiting.length) {
		progress.waiting = null;
		progress.at = 0;
		return false;
	}
	const next = waiting[progress.at++];
	// Announced ones are removed in batches: removing the first of an array moves all others.
	if (progress.at * 2 > waiting.length) {
		waiting.splice(0, progress.at);
		progress.at = 0;
	}
	announce(core, progress, next);
	return true;
}

/**
 * @param {Reaction} reaction
 * @param {Values} values
 */
export function queueProgress(reaction, values) {
	traceNow(reaction.child);
	push(new ProgressJob(reaction, values));
}

/** A notification on its way through `then`: a job of the queue. */
export class ProgressJob {
	/**
	 * @param {Reaction} reaction
	 * @param {Values} values
	 */
	constructor(reaction, values) {
		this.reaction = reaction;
		this.source = reaction.source;
		this.kind = reaction.kind;
		this.values = values;
		/** @type {import("./queue.js").Job | null} */
		this.next = null;
	}

	/** Whether the child still listens to the source of this notification, and in the same way. */
	current() {
		const { reaction } = this;
		return reaction.source === this.source && reaction.kind === this.kind;
	}

	run() {
		if (!this.current()) return;
		const { reaction, values } = this;
		const current = () => this.current();
		// A child that follows another promise listens to it as to any thenable.
		const queued = !reaction.waits();
		const onProgress = reaction.rare?.onProgress;
		if (!onProgress) {
			passProgress(reaction.child, values, current, queued);
		} else {
			// Its exception rejects nothing: in jQuery it reaches the window, and the queue reports it, too.
			const returned = Reflect.apply(onProgress, values.context, values.args);
			passProgress(reaction.child, new Values(undefined, [returned]), current, queued);
		}
	}
}

/**
 * Whether a notification of core would reach a callback: its own, or one of a promise that depends on it.
 *
 * @param {Core} core
 */
export function isHeard(core) {
	const cores = new Set([core]); // each once: a promise that waits for its own descendant is a ring
	for (const at of cores) {
		if (at.progress?.list) return true;
		for (let reaction = at.first; reaction !== null; reaction = reaction.next) {
			if (reaction.rare?.onProgress) return true;
			cores.add(reaction.child);
		}
	}
	return false;
}

/**
 * Called when a new listener for any progress is added. Each maker of progress then checks whether it is
 * heard. Walking from the listener to the maker would cost time for each promise between, at each adoption.
 *
 * @type {(follower?: Core) => void} gets the promise that follows another one since now, if that is why
 */
export let listened = () => {};

/** @param {typeof listened} look @returns {typeof listened} the former one */
export function onListen(look) {
	const before = listened;
	listened = look;
	return before;
}

/**
 * Notifies child. If the value is a thenable, waits for it first, and throws its rejection reason
 * (jQuery 4).
 *
 * @param {Core} child
 * @param {Values} values
 * @param {() => boolean} current whether child still listens
 * @param {boolean} queued whether callbacks of the thenable go through the queue
 */
export function passProgress(child, values, current, queued) {
	const value = values.args[0];
	const isObject = value !== null && (typeof value === "object" || typeof value === "function");
	if (isObject && value === child.promise) throw new TypeError("A promise cannot wait for itself");
	const then = isObject ? value.then : null;
	if (typeof then !== "function") {
		notify(child, values);
		return;
	}
	/** @param {() => void} job */
	const next = (job) => {
		const run = () => {
			if (current()) job();
		};
		if (!queued) return run();
		traceNow(child);
		push({ run, next: null });
	};
	then.call(
		value,
		/** @this {any} */ function () {
			const later = new Values(this, arguments);
			next(() => passProgress(child, later, current, queued));
		},
		(/** @type {unknown} */ reason) =>
			next(() => {
				throw reason;
			}),
	);
}
