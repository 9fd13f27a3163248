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
 * Makes a deferred abortable. cancel gets the reason, stops the work, and may settle the deferred. It may
 * return the deferreds that core has waited for.
 *
 * @param {Core} core
 * @param {(reason: any) => void | Core[]} cancel
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
	left(giveUp(core, reason), reason);
}

/**
 * Called when a deferred that waited for these was aborted. Aborts each that nothing else waits for.
 *
 * @param {Core[]} cores
 * @param {any} reason
 */
export function left(cores, reason) {
	// A stack of its own: chains may be longer than the engine's stack allows. The first is on top, so
	// the order is that of nested calls.
	const stack = cores.reverse();
	for (let core = stack.pop(); core !== undefined; core = stack.pop()) {
		if (leaves[core.state * 2 + (waits(core) ? 1 : 0)] !== 1) continue;
		const sources = giveUp(core, reason);
		for (let i = sources.length - 1; i >= 0; i--) stack.push(sources[i]);
	}
}

onUnwanted((source, reason) => left([source], reason));

/**
 * Rejects core, if it can be aborted, and returns the deferreds that it waited for.
 *
 * @param {Core} core
 * @param {any} reason
 * @returns {Core[]}
 */
function giveUp(core, reason) {
	const { reaction } = core;
	if ((core.state & OUTCOME_MASK) !== PENDING || reaction === null) return [];
	const { source, rare } = reaction;
	if (source !== null) detach(source, reaction);
	add(core, ADD_FAIL, [expected]);
	const sources = rare?.cancel?.(reason);
	step(core, UNLOCK);
	settleChild(core, REJECT, reason, null);
	return sources || (source === null ? [] : [source]);
}

/** The fail callback of an abort: its caller knows about it, so the rejection is expected and not reported. */
export const expected = () => {};

/** Whether anything waits for core. @param {Core} core */
function waits(core) {
	return core.first !== null || isAwaited(core.dones) || isAwaited(core.fails);
}

/**
 * Whether a list of callbacks has one that waits. More than half of a longer list always do: see `remove`.
 *
 * @param {Callback[] | null} list
 */
export function isAwaited(list) {
	return list !== null && list.length > 0;
}

/**
 * Removes a reaction from the list of its source.
 *
 * @param {Core} source
 * @param {Reaction} reaction
 */
function detach(source, reaction) {
	reaction.source = null;
	if ((source.state & OUTCOME_MASK) !== PENDING) return; // it is in the queue, and does nothing there
	const { before, next } = reaction;
	if (before === null) source.first = next;
	else before.next = next;
	if (next === null) source.last = before;
	else next.before = before;
	reaction.before = reaction.next = null;
}

/**
 * Removes callbacks that a join added to a pending deferred.
 *
 * @param {Core} core
 * @param {Callback} done
 * @param {Callback} fail
 */
export function withdraw(core, done, fail) {
	remove(core.dones, done);
	remove(core.fails, fail);
}

/** In a list of at most so many, a callback is searched for and removed at once. */
const FEW = 32;

/**
 * The callbacks that have left a longer list. They are removed together once they are half of it. Until then
 * they do nothing when they are called: their join has settled.
 *
 * @type {WeakMap<Callback[], Callback[]>}
 */
const leavers = new WeakMap();

/**
 * @param {Callback[] | null} list
 * @param {Callback} callback
 */
function remove(list, callback) {
	if (list === null) return;
	if (list.length <= FEW) {
		const i = list.indexOf(callback);
		if (i >= 0) list.splice(i, 1);
		return;
	}
	const gone = leavers.get(list) ?? [];
	if (gone.push(callback) === 1) leavers.set(list, gone);
	if (gone.length * 2 <= list.length) return;
	leavers.delete(list);
	const left = new Set(gone);
	let kept = 0;
	for (const one of list) if (!left.has(one)) list[kept++] = one;
	list.length = kept;
}

function abortError() {
	return new DOMException("The work was aborted", "AbortError");
}
