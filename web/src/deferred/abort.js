import { ADD_FAIL, OUTCOME_MASK, PENDING, REJECT, UNLOCK } from "./codes.js";
import { add, end } from "./settle.js";
import { Reaction } from "./then.js";
import { step } from "./core.js";
import { leaves } from "../runtime/table.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * Makes a deferred one that can be aborted: cancel stops its work, with the reason, and may settle
 * it in its own way.
 *
 * @param {Core} core
 * @param {(reason: any) => void} cancel
 */
export function cancelWith(core, cancel) {
	core.reaction ??= new Reaction(core);
	core.reaction.more().cancel = cancel;
}

/**
 * Aborts a pending deferred, if it is work or waits for some: it is rejected with the reason, and
 * what it alone waited for is aborted in turn. A plain deferred has no work: nothing happens to it.
 *
 * @param {Core} core
 * @param {any} [reason] an AbortError when left out
 */
export function abort(core, reason = abortError()) {
	const { reaction } = core;
	if ((core.state & OUTCOME_MASK) !== PENDING || reaction === null) return;
	const { source, rare } = reaction;
	if (source !== null) detach(source, reaction);
	// Who aborts knows of it: that nobody else handles this is no mistake to be reported.
	add(core, ADD_FAIL, [() => {}]);
	rare?.cancel?.(reason);
	step(core, UNLOCK);
	end(core, REJECT, reason, null);
	if (source !== null) left(source, reason);
}

/**
 * One that waited for core was aborted: core is, too, if nobody else waits for it.
 *
 * @param {Core} core
 * @param {any} reason
 */
export function left(core, reason) {
	if (leaves[core.state * 2 + (waiting(core) > 0 ? 1 : 0)] === 1) abort(core, reason);
}

/** How many wait for core. @param {Core} core */
function waiting(core) {
	let count = (core.dones?.length ?? 0) + (core.fails?.length ?? 0);
	for (let reaction = core.first; reaction !== null; reaction = reaction.next) count++;
	return count;
}

/**
 * Takes a reaction out of the list of a source that is still pending.
 *
 * @param {Core} source
 * @param {Reaction} reaction
 */
function detach(source, reaction) {
	reaction.source = null;
	/** @type {Reaction | null} */
	let before = null;
	for (let at = source.first; at !== null; before = at, at = at.next) {
		if (at !== reaction) continue;
		if (before === null) source.first = at.next;
		else before.next = at.next;
		if (source.last === at) source.last = before;
		at.next = null;
		return;
	}
}

/**
 * Takes callbacks that a join has added out of the lists of a deferred that is still pending.
 *
 * @param {Core} core
 * @param {Callback} done
 * @param {Callback} fail
 */
export function withdraw(core, done, fail) {
	core.dones = without(core.dones, done);
	core.fails = without(core.fails, fail);
}

/**
 * @param {Callback[] | null} list
 * @param {Callback} callback
 */
function without(list, callback) {
	const i = list === null ? -1 : list.indexOf(callback);
	if (list !== null && i >= 0) list.splice(i, 1);
	return list;
}

function abortError() {
	return new DOMException("The work was aborted", "AbortError");
}

/**
 * Has a signal abort core, now or later; it stops listening when core settles.
 *
 * @param {Core} core
 * @param {AbortSignal | undefined} signal
 */
export function abortOn(core, signal) {
	if (signal === undefined) return;
	if (signal.aborted) {
		abort(core, signal.reason);
		return;
	}
	const { reaction } = core;
	if (reaction === null) return; // it has settled already
	const listen = () => abort(core, signal.reason);
	signal.addEventListener("abort", listen);
	const rare = reaction.more();
	const { undo } = rare;
	rare.undo = () => {
		undo?.();
		signal.removeEventListener("abort", listen);
	};
}
