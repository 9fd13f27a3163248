import {
	ALWAYS,
	CALL,
	COUNT_SHIFT,
	DONE,
	DROP,
	FAIL,
	FIRST_FRAME,
	FULL,
	KEEP,
	LATER,
	OWN,
	PROGRESS,
	QUEUE,
	REJECTED,
	SLOT_SHIFT,
	UNHANDLED_BIT,
} from "./codes.js";
import { report } from "./errors.js";
import { m, refused } from "./machine.js";
import { queueProgress, queueReaction } from "./react.js";
import { wake } from "./queue.js";
import { nowHandled, suspect } from "./unhandled.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 * @typedef {import("./core.js").Args} Args
 * @typedef {import("./core.js").Values} Values
 */

/**
 * Adds callbacks, as done, fail, always and progress do. Late ones run before it returns, and what
 * the first of them throws reaches the caller.
 *
 * @param {Core} core
 * @param {number} kind DONE, FAIL, ALWAYS or PROGRESS
 * @param {Callback[]} callbacks at least one; the array is kept
 */
export function add(core, kind, callbacks) {
	const answer = m.add(core.slot, kind, callbacks.length);
	if (answer === KEEP) {
		keep(core, kind, callbacks);
	} else if (answer >= FIRST_FRAME) {
		core.slot = answer;
		nowHandled(core);
		if (kind === PROGRESS) core.progs = null;
		callNow(core, kind, callbacks);
	} else if (answer === CALL) {
		callNow(core, kind, callbacks);
	} else if (answer === FULL) {
		throw new RangeError("godeferred: late callbacks are nested too deep");
	} else if (answer !== DROP) {
		throw refused("add", answer);
	}
}

/**
 * @param {Core} core
 * @param {number} kind
 * @param {Callback[]} callbacks
 */
function keep(core, kind, callbacks) {
	// always is done and fail, as in jQuery. Each list is an array of its own.
	if (kind === DONE || kind === ALWAYS) core.dones = append(core.dones, callbacks);
	if (kind === FAIL) core.fails = append(core.fails, callbacks);
	else if (kind === ALWAYS) core.fails = append(core.fails, callbacks.slice());
	else if (kind === PROGRESS) core.progs = append(core.progs, callbacks);
}

/**
 * @param {Callback[] | null} list
 * @param {Callback[]} more
 */
function append(list, more) {
	if (list === null) return more;
	for (const callback of more) list.push(callback);
	return list;
}

/**
 * @param {Core} core
 * @param {number} kind
 * @param {Callback[]} callbacks
 */
function callNow(core, kind, callbacks) {
	const count = callbacks.length;
	if (kind === PROGRESS) {
		const start = core.progs === null ? 0 : core.progs.length;
		core.progs = append(core.progs, callbacks);
		runProgress(core, start, count);
	} else {
		if (core.rejected) core.fails = callbacks;
		else core.dones = callbacks;
		runSettled(core, callbacks, count);
	}
}

/**
 * Settles, as resolveWith and rejectWith do; ignored when it has ended before. Reactions are
 * queued; callbacks run before it returns. What the first of them throws reaches the caller once
 * all have run (jQuery stops there and forgets the rest); further ones are reported.
 *
 * @param {Core} core
 * @param {number} outcome RESOLVED or REJECTED
 * @param {any} context
 * @param {Args} args
 */
export function settle(core, outcome, context, args) {
	const answer = m.settle(core.slot, outcome);
	if (answer < 0) return;
	core.rejected = outcome === REJECTED;
	core.context = context;
	core.args = args;
	core.source = core.onDone = core.onFail = core.onProgress = core.passed = core.waiting = null;
	if (answer & QUEUE) {
		const thens = /** @type {Core[]} */ (core.thens);
		core.thens = null;
		for (let i = 0; i < thens.length; i++) queueReaction(thens[i]);
	}
	wake(answer);
	const slot = (answer >> SLOT_SHIFT) & OWN;
	const count = answer >> COUNT_SHIFT;
	if (slot !== OWN) finish(core, slot);
	else if (count > 0) runSettled(core, /** @type {Callback[]} */ (core.rejected ? core.fails : core.dones), count);
}

/**
 * Takes the slot that every settled deferred shares, and lets go of what can no longer run.
 *
 * @param {Core} core
 * @param {number} slot
 */
function finish(core, slot) {
	core.slot = slot;
	core.dones = core.fails = core.progs = core.thens = null;
	if (slot & UNHANDLED_BIT) suspect(core);
}

/**
 * @param {Core} core
 * @param {Callback[]} list which grows while callbacks add to it
 * @param {number} count
 */
function runSettled(core, list, count) {
	const { context, args } = core;
	let failed = false;
	let error;
	let i = 0;
	do {
		for (const end = i + count; i < end; i++) {
			try {
				call(list[i], context, args);
			} catch (e) {
				if (failed) report(e);
				else error = e;
				failed = true;
			}
		}
		count = m.ran(core.slot);
	} while (count > 0);
	passIsOver(core, ~count);
	if (failed) throw error;
}

/**
 * @param {Core} core
 * @param {number} slot
 */
function passIsOver(core, slot) {
	if (slot < FIRST_FRAME) finish(core, slot);
	else core.dones = core.fails = null; // a progress pass is still under way
}

/**
 * Notifies, as notifyWith does.
 *
 * @param {Core} core
 * @param {any} context
 * @param {Args} args
 */
export function notify(core, context, args) {
	const answer = m.notify(core.slot);
	if (answer >= 0) {
		announce(core, answer, { context, args });
		const count = answer >> COUNT_SHIFT;
		if (count > 0) runProgress(core, 0, count);
	} else if (answer === LATER) {
		core.waiting ??= [];
		core.waiting.push({ context, args });
	}
}

/**
 * @param {Core} core
 * @param {number} answer
 * @param {Values} values
 */
function announce(core, answer, values) {
	core.last = values;
	if (answer & QUEUE) for (const child of /** @type {Core[]} */ (core.thens)) queueProgress(child, values);
	wake(answer);
}

/**
 * @param {Core} core
 * @param {number} i the first of progs to run
 * @param {number} count
 */
function runProgress(core, i, count) {
	const list = /** @type {Callback[]} */ (core.progs);
	let failed = false;
	let error;
	for (;;) {
		const { context, args } = /** @type {Values} */ (core.last);
		for (const end = i + count; i < end; i++) {
			try {
				call(list[i], context, args);
			} catch (e) {
				if (failed) report(e);
				else error = e;
				failed = true;
			}
		}
		count = m.progressed(core.slot);
		if (count < 0) break;
		if (count === 0) {
			// A callback notified meanwhile: that is next, from the first callback on.
			const values = /** @type {Values} */ (/** @type {Values[]} */ (core.waiting).shift());
			const answer = m.resume(core.slot);
			announce(core, answer, values);
			i = 0;
			count = answer >> COUNT_SHIFT;
		}
	}
	if (~count < FIRST_FRAME) finish(core, ~count);
	if (failed) throw error;
}

/**
 * @param {Callback} callback
 * @param {any} context
 * @param {Args} args
 */
export function call(callback, context, args) {
	// Most have one argument, and Reflect.apply was measured at twice the time of call.
	if (args.length === 1) return callback.call(context, args[0]);
	return Reflect.apply(callback, context, args);
}
