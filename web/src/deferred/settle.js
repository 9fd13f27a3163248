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
import { append, step } from "./core.js";
import { failure, report } from "../lib/errors.js";
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
	if (answer & KEEP_FAIL) core.reaction?.rare?.hold?.();
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
	const list = begin(core, event, value, many);
	if (list !== null) fire(core, list);
}

/**
 * Settles core but for its callbacks, and returns those that must run now: `fire` them.
 *
 * Callbacks may settle further deferreds, whose callbacks settle further ones. Each level takes the frames
 * between two callbacks from the stack. So whatever can return before the callbacks run is done here.
 *
 * @param {Core} core
 * @param {number} event RESOLVE or REJECT
 * @param {any} value
 * @param {Values | null} many
 */
export function begin(core, event, value, many) {
	const answer = step(core, event);
	if (!(answer & FIRE)) return null;
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
		return null;
	}
	return beginWithCallbacks(core, answer);
}

/** @param {Core} core @param {number} answer */
function beginWithCallbacks(core, answer) {
	const rare = core.reaction?.rare;
	core.reaction = null;
	rare?.undo?.();
	if (core.progress !== null) core.progress.waiting = null;
	if (core.first !== null) queueReactions(core);
	if (answer & SUSPECT) suspect(core);
	const list = (answer & OUTCOME_MASK) === REJECTED ? core.fails : core.dones;
	if (list === null) finish(core, null);
	return list;
}

/** @param {Core} core */
function queueReactions(core) {
	let reaction = core.first;
	core.first = core.last = null;
	while (reaction !== null) {
		const { next } = reaction;
		reaction.next = reaction.before = null;
		queueReaction(reaction);
		reaction = next;
	}
}

/**
 * @param {Core} core whose done or fail callbacks have been called
 * @param {[unknown] | null} failed is thrown
 */
export function finish(core, failed) {
	core.dones = core.fails = null;
	step(core, FIRED);
	if (core.progress !== null && !(core.state & NOTIFYING)) core.progress.list = null;
	if (failed !== null) throw failed[0];
}

/**
 * Calls what `begin` returned. The functions that settle have this loop themselves (deferred.js): see `begin`.
 *
 * @param {Core} core
 * @param {Callback[]} list grows while callbacks add to it
 */
export function fire(core, list) {
	/** @type {[unknown] | null} */
	let failed = null;
	for (let i = 0; i < list.length; i++) {
		try {
			const { many } = core;
			if (many === null) list[i].call(undefined, core.value);
			else if (many.args.length === 1) list[i].call(many.context, many.args[0]);
			else Reflect.apply(list[i], many.context, many.args);
		} catch (e) {
			failed = failure(failed, e);
		}
	}
	finish(core, failed);
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
