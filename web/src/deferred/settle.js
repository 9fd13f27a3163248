import {
	ADD_PROGRESS,
	CALL,
	FIRE,
	FIRED,
	KEEP_DONE,
	KEEP_FAIL,
	NOTIFYING,
	OUTCOME_MASK,
	REJECT,
	REJECTED,
	RELIEVE,
	RESOLVE,
	SUSPECT,
} from "./codes.js";
import { append, call, step } from "./core.js";
import { report } from "../lib/errors.js";
import { tellException, traceNow } from "./hooks.js";
import { addProgress } from "./progress.js";
import { push } from "./queue.js";
import { relieve, suspect } from "./unhandled.js";

/**
 * @typedef {import("./core.js").Callback} Callback
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Values} Values
 * @typedef {import("./then.js").Reaction} Reaction
 */

/**
 * Adds callbacks, as done, fail, always and progress do. Late ones run before it returns, and the first
 * exception among them reaches the caller.
 *
 * @param {Core} core
 * @param {number} event ADD_DONE, ADD_FAIL, ADD_ALWAYS or ADD_PROGRESS
 * @param {Callback[]} callbacks at least one; the array is kept, not copied
 */
export function add(core, event, callbacks) {
	const answer = step(core, event);
	if (answer & RELIEVE) relieve(core);
	if (answer & KEEP_DONE) {
		core.dones = append(core.dones, callbacks);
		// always adds to done and to fail, as in jQuery. Each list needs its own array.
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
 * Settles, as resolveWith and rejectWith do. Ignored if core has settled. Reactions are queued, and
 * callbacks run before it returns. The first exception reaches the caller once all have run (jQuery
 * stops there and forgets the rest). Further exceptions are reported.
 *
 * @param {Core} core
 * @param {number} event RESOLVE or REJECT
 * @param {any} value the first argument
 * @param {Values | null} many context and arguments; null if they are undefined and just value
 */
export function settle(core, event, value, many) {
	const answer = step(core, event);
	if (!(answer & FIRE)) return;
	core.value = value;
	core.many = many;
	core.block.settled++;
	const { reaction } = core;
	const bare = core.dones === null && core.fails === null && core.progress === null;
	if (bare && !(answer & SUSPECT) && (reaction === null || reaction.rare === null)) {
		// Only reactions, as in a chain: checking for the rest took a quarter of the time of a hop.
		core.reaction = null;
		step(core, FIRED);
		if (core.first !== null) queueReactions(core);
	} else {
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
	step(core, FIRED);
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

/** @param {Reaction} reaction whose source has settled */
export function queueReaction(reaction) {
	const trace = traceNow(reaction.child);
	if (trace !== undefined || reaction.rare !== null) {
		// The hook gets a trace only for an exception of the child's own handler (jQuery 4).
		reaction.more().trace = reaction.waits() ? undefined : trace;
	}
	push(reaction);
}

/**
 * Settles child from the queue or from a foreign thenable. Exceptions of its callbacks have no caller and
 * are reported.
 *
 * @param {Core} child
 * @param {number} event RESOLVE or REJECT
 * @param {any} value
 * @param {Values | null} many
 */
export function settleChild(child, event, value, many) {
	const { reaction } = child;
	if (child.dones === null && child.fails === null && (reaction === null || reaction.rare === null)) {
		settle(child, event, value, many); // this calls no code of the page
	} else {
		settleChildWithCallbacks(child, event, value, many);
	}
}

/**
 * @param {Core} child
 * @param {number} event
 * @param {any} value
 * @param {Values | null} many
 */
function settleChildWithCallbacks(child, event, value, many) {
	const rare = child.reaction?.rare;
	try {
		if (event === RESOLVE && rare?.passed) {
			// finally: the wait is over, and the earlier outcome is passed on.
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
 * @param {unknown} error thrown by a handler or a thenable
 * @param {unknown} trace
 */
export function fail(child, error, trace) {
	tellException(error, trace, child);
	settleChild(child, REJECT, error, null);
}
