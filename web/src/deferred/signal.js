import { abort, isAwaited } from "./abort.js";
import { push } from "./queue.js";
import { report } from "../lib/errors.js";

/** @typedef {import("./core.js").Core} Core */

// All deferreds that one signal aborts share one listener: a browser walks the list of a signal's listeners
// to add one, and to remove one. With a listener for each, 100,000 took more than a minute.

/** A deferred that a signal aborts. */
class Waiter {
	/** @param {Core} core */
	constructor(core) {
		/** Null while it is held weakly. @type {Core | null} */
		this.core = core;
		/** @type {WeakRef<Core> | null} */
		this.ref = null;
	}

	get() {
		return this.core ?? this.ref?.deref();
	}

	/**
	 * Holds its deferred weakly if an abort would call nothing of the page's. So a signal that lives as long
	 * as the page does not keep abandoned deferreds. The first callback for a rejection makes it strong again.
	 */
	loosen() {
		const { core } = this;
		const rare = core?.reaction?.rare;
		if (!core || !rare?.silent || core.first !== null || isAwaited(core.fails)) return;
		this.ref ??= new WeakRef(core);
		rare.hold = () => {
			this.core = core;
			rare.hold = null;
		};
		this.core = null;
	}
}

/** Those added since the queue was drained. @type {Waiter[]} */
let fresh = [];

function loosenFresh() {
	const added = fresh;
	fresh = [];
	for (const waiter of added) waiter.loosen();
}

/** The deferreds that a signal aborts, in the order of the calls. */
class Waiters {
	/** @param {AbortSignal} signal */
	constructor(signal) {
		this.signal = signal;
		/** @type {Set<Waiter>} */
		this.all = new Set();
		this.sweepAt = 64;
		this.listen = () => this.abort();
		signal.addEventListener("abort", this.listen);
	}

	/** @param {Waiter} waiter */
	add(waiter) {
		if (this.all.size >= this.sweepAt) this.sweep();
		this.all.add(waiter);
		// Most get a callback within the call's task, and need no weak reference.
		if (fresh.length === 0) push({ run: loosenFresh, next: null });
		fresh.push(waiter);
	}

	/** @param {Waiter} waiter */
	remove(waiter) {
		this.all.delete(waiter);
		if (this.all.size > 0) return;
		bySignal.delete(this.signal);
		this.signal.removeEventListener("abort", this.listen);
	}

	sweep() {
		for (const waiter of this.all) {
			if (waiter.get()) waiter.loosen();
			else this.all.delete(waiter);
		}
		this.sweepAt = Math.max(64, this.all.size * 2);
	}

	abort() {
		for (const waiter of this.all) {
			const core = waiter.get();
			try {
				if (core) abort(core, this.signal.reason);
			} catch (error) {
				report(error); // the others are aborted nevertheless
			}
		}
	}
}

/** @type {WeakMap<AbortSignal, Waiters>} */
const bySignal = new WeakMap();

/**
 * Aborts core when the signal aborts, or now if it has. Stops listening when core settles.
 *
 * @param {Core} core
 * @param {AbortSignal | undefined} signal
 * @param {boolean} [silent] whether cancelling core calls nothing of the page's
 */
export function abortOn(core, signal, silent = false) {
	if (signal === undefined) return;
	if (signal.aborted) {
		abort(core, signal.reason);
		return;
	}
	const { reaction } = core;
	if (reaction === null) return; // it has settled already
	let waiters = bySignal.get(signal);
	if (!waiters) {
		waiters = new Waiters(signal);
		bySignal.set(signal, waiters);
	}
	const waiter = new Waiter(core);
	waiters.add(waiter);
	const rare = reaction.more();
	rare.silent = silent;
	const { undo } = rare;
	rare.undo = () => {
		undo?.();
		waiters.remove(waiter);
	};
}
