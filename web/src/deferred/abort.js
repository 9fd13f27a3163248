import { ADD_FAIL, OUTCOME_MASK, PENDING, REJECT, UNLOCK } from "./codes.js";
import { add, settleChild } from "./settle.js";
import { onUnwanted, Reaction } from "./then.js";
import { step } from "./core.js";
import { leaves } from "../runtime/table.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

/**
 * Makes a deferred abortable. cancel gets the reason, stops the work, and may settle the deferred.
 *
 * @param {Core} core
 * @param {(reason: any) => void} cancel
 */
export function cancelWith(core, cancel) {
	core.reaction ??= new Reaction(core);
	core.reaction.more().cancel = cancel;
}

/**
 * Aborts a pending deferred that is work or waits for other deferreds. It is rejected with the reason, and
 * a source that only it waited for is aborted in turn. A plain deferred has no work and stays pending.
 *
 * @param {Core} core
 * @param {any} [reason] an AbortError when left out
 */
export function abort(core, reason = abortError()) {
	const { reaction } = core;
	if ((core.state & OUTCOME_MASK) !== PENDING || reaction === null) return;
	const { source, rare } = reaction;
	if (source !== null) detach(source, reaction);
	// The caller of abort knows about it: the rejection is expected and not reported as unhandled.
	add(core, ADD_FAIL, [() => {}]);
	const letGo = rare?.cancel?.(reason);
	step(core, UNLOCK);
	settleChild(core, REJECT, reason, null);
	if (source !== null) left(source, reason);
	letGo?.();
}

/**
 * Called when a deferred that waited for core was aborted. Aborts core if nothing else waits for it.
 *
 * @param {Core} core
 * @param {any} reason
 */
export function left(core, reason) {
	if (leaves[core.state * 2 + (waiting(core) > 0 ? 1 : 0)] === 1) abort(core, reason);
}

onUnwanted(left);

/** How many callbacks and reactions wait for core. @param {Core} core */
function waiting(core) {
	let count = (core.dones?.length ?? 0) + (core.fails?.length ?? 0);
	for (let reaction = core.first; reaction !== null; reaction = reaction.next) count++;
	return count;
}

/**
 * Removes a reaction from the list of a pending source.
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
 * Removes callbacks that a join added to a pending deferred.
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
 * Aborts core when the signal aborts, or now if it has. Stops listening when core settles.
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
