import {
	ADD_PROGRESS,
	ANNOUNCE,
	CALL,
	CALL_PROGRESS,
	EVENTS,
	FIRE,
	FIRED,
	KEEP_DONE,
	KEEP_FAIL,
	KEEP_PROGRESS,
	LATER,
	NOTIFY,
	NOTIFYING,
	OUTCOME_MASK,
	PENDING,
	PROGRESSED,
	REJECTED,
	RELIEVE,
	STATE_MASK,
	SUSPECT,
} from "./codes.js";
import { Progress, Values } from "./core.js";
import { report } from "./errors.js";
import { answers } from "./machine.js";
import { listened } from "./progress.js";
import { queueProgress, queueReaction } from "./react.js";
import { relieve, suspect } from "./unhandled.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * Adds callbacks, as done, fail, always and progress do. Late ones run before it returns, and what
 * the first of them throws reaches the caller.
 *
 * @param {Core} core
 * @param {number} event ADD_DONE, ADD_FAIL, ADD_ALWAYS or ADD_PROGRESS
 * @param {Callback[]} callbacks at least one; the array is kept
 */
export function add(core, event, callbacks) {
	const answer = answers[core.state * EVENTS + event];
	core.state = answer & STATE_MASK;
	if (answer & RELIEVE) relieve(core);
	if (answer & KEEP_DONE) {
		core.dones = append(core.dones, callbacks);
		// always is done and fail, as in jQuery: two lists, each with an array of its own.
		if (answer & KEEP_FAIL) core.fails = append(core.fails, callbacks.slice());
	} else if (answer & KEEP_FAIL) {
		core.fails = append(core.fails, callbacks);
	} else if (answer & CALL) {
		if ((core.state & OUTCOME_MASK) === REJECTED) core.fails = callbacks;
		else core.dones = callbacks;
		fire(core, callbacks);
	} else if (event === ADD_PROGRESS) {
		addProgress(core, answer, callbacks);
	}
}

/**
 * @param {Core} core
 * @param {number} answer
 * @param {Callback[]} callbacks
 */
function addProgress(core, answer, callbacks) {
	if (!(answer & (KEEP_PROGRESS | CALL_PROGRESS))) return;
	core.progress ??= new Progress();
	const start = core.progress.list?.length ?? 0;
	core.progress.list = append(core.progress.list, callbacks);
	if (answer & KEEP_PROGRESS) listened();
	if (answer & CALL_PROGRESS) runProgress(core, core.progress, start);
}

/**
 * @param {Callback[] | null} list
 * @param {Callback[]} more
 */
function append(list, more) {
	if (list === null) return more;
	for (let i = 0; i < more.length; i++) list.push(more[i]);
	return list;
}

/**
 * Settles, as resolveWith and rejectWith do; ignored when it has ended before. Reactions are
 * queued; callbacks run before it returns. What the first of them throws reaches the caller once
 * all have run (jQuery stops there and forgets the rest); further ones are reported.
 *
 * @param {Core} core
 * @param {number} event RESOLVE or REJECT
 * @param {any} value the first argument
 * @param {Values | null} many context and arguments, where they are not undefined and just value
 */
export function settle(core, event, value, many) {
	const answer = answers[core.state * EVENTS + event];
	if (!(answer & FIRE)) return;
	core.value = value;
	core.many = many;
	core.block.settled++;
	const { reaction } = core;
	const bare = core.dones === null && core.fails === null && core.progress === null;
	if (bare && !(answer & SUSPECT) && (reaction === null || reaction.rare === null)) {
		// Nothing but reactions, as in a chain: a quarter of what a hop takes was spent on looking for the rest.
		core.reaction = null;
		core.state = answers[(answer & STATE_MASK) * EVENTS + FIRED] & STATE_MASK;
		if (core.first !== null) queueReactions(core);
	} else {
		core.state = answer & STATE_MASK;
		settleWithCallbacks(core, answer);
	}
}

/** @param {Core} core @param {number} answer */
function settleWithCallbacks(core, answer) {
	const rare = core.reaction?.rare;
	core.reaction = null;
	rare?.undo?.();
	if (core.progress !== null) core.progress.waiting = null;
	if (core.first !== null) queueReactions(core);
	if (answer & SUSPECT) suspect(core);
	const list = (answer & OUTCOME_MASK) === REJECTED ? core.fails : core.dones;
	if (list !== null) fire(core, list);
	else finish(core);
}

/** @param {Core} core */
function queueReactions(core) {
	let reaction = core.first;
	core.first = core.last = null;
	while (reaction !== null) {
		const { next } = reaction;
		reaction.next = null;
		queueReaction(reaction);
		reaction = next;
	}
}

/** @param {Core} core whose done or fail callbacks have been called */
function finish(core) {
	core.dones = core.fails = null;
	core.state = answers[core.state * EVENTS + FIRED] & STATE_MASK;
	if (core.progress !== null && !(core.state & NOTIFYING)) core.progress.list = null;
}

/**
 * @param {Core} core
 * @param {Callback[]} list grows while callbacks add to it
 */
function fire(core, list) {
	const { value, many } = core;
	let failed = false;
	let error;
	for (let i = 0; i < list.length; i++) {
		try {
			call(list[i], value, many);
		} catch (e) {
			if (failed) report(e);
			else error = e;
			failed = true;
		}
	}
	finish(core);
	if (failed) throw error;
}

/**
 * Notifies, as notifyWith does.
 *
 * @param {Core} core
 * @param {Values} values
 */
export function notify(core, values) {
	const answer = answers[core.state * EVENTS + NOTIFY];
	core.state = answer & STATE_MASK;
	if (answer & ANNOUNCE) {
		core.progress ??= new Progress();
		announce(core, core.progress, values);
		runProgress(core, core.progress, 0);
	} else if (answer & LATER) {
		const progress = /** @type {Progress} */ (core.progress);
		progress.waiting ??= [];
		progress.waiting.push(values);
	}
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
 * Runs progress callbacks from the i-th on with the last notification, then the notifications
 * made meanwhile, one after the other, to all.
 *
 * @param {Core} core
 * @param {Progress} progress
 * @param {number} i
 */
function runProgress(core, progress, i) {
	let failed = false;
	let error;
	for (;;) {
		const values = /** @type {Values} */ (progress.last);
		// The list is read anew each time: it may come to be while the callbacks run.
		for (; progress.list !== null && i < progress.list.length; i++) {
			try {
				invoke(progress.list[i], values);
			} catch (e) {
				if (failed) report(e);
				else error = e;
				failed = true;
			}
		}
		const next = progress.waiting?.shift();
		if (next === undefined) break;
		announce(core, progress, next);
		i = 0;
	}
	core.state = answers[core.state * EVENTS + PROGRESSED] & STATE_MASK;
	if ((core.state & OUTCOME_MASK) !== PENDING) progress.list = null;
	if (failed) throw error;
}

/**
 * @param {Callback} callback
 * @param {any} value
 * @param {Values | null} many
 */
export function call(callback, value, many) {
	return many === null ? callback.call(undefined, value) : invoke(callback, many);
}

/**
 * @param {Callback} callback
 * @param {Values} values
 */
function invoke(callback, { context, args }) {
	// Most have one argument, and spreading an array was measured to cost more than the call.
	return args.length === 1 ? callback.call(context, args[0]) : Reflect.apply(callback, context, args);
}
