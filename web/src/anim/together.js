import { cancelWith } from "../deferred/abort.js";
import { abortOn } from "../deferred/signal.js";
import { ADD_FAIL, REJECT, RESOLVE } from "../deferred/codes.js";
import { Core, step, Values } from "../deferred/core.js";
import { isHeard, notify } from "../deferred/progress.js";
import { settle } from "../deferred/settle.js";
import { report } from "../lib/errors.js";
import { kinds } from "../deferred/pending.js";
import { promiseOf } from "../deferred/promise.js";
import { resultOf } from "../dom/targets.js";
import { batch } from "./batch.js";

/**
 * One element of a call.
 *
 * @typedef {object} Member
 * @property {(this: any) => void} abort stops it, or takes it out of its queue
 * @property {() => number} fraction how far it is, from 0 to 1
 */

/** One call with all its elements, and its promise: the last element settles it, once. */
export class Together {
	/**
	 * @param {import("../deferred/pending.js").Kind} kind
	 * @param {any} target
	 * @param {any[]} found the elements that it means
	 * @param {AbortSignal} [signal]
	 */
	constructor(kind, target, found, signal) {
		this.core = new Core(kinds.indexOf(kind));
		this.result = resultOf(target, found);
		this.total = found.length;
		/** Members that are not over. @type {Set<Member>} */
		this.members = new Set();
		this.signal = signal;
		/** Removes the call from those that wait for the runtime. @type {() => void} */
		this.waitNoLonger = () => {};
		this.stopped = false;
		// As if there were a fail callback: a stopped animation is not reported as unhandled.
		step(this.core, ADD_FAIL);
	}

	/** The promise for the page. Called once all members have begun. */
	promise() {
		if (this.total === 0) this.conclude();
		if (this.members.size === 0) return promiseOf(this.core); // nothing is left to be aborted
		cancelWith(this.core, (reason) => this.fail(reason));
		abortOn(this.core, this.signal);
		return promiseOf(this.core);
	}

	/**
	 * Ends the call: members that have begun stop, the rest never begin.
	 *
	 * @param {any} reason
	 */
	fail(reason) {
		for (const member of [...this.members]) {
			this.members.delete(member); // settled below, once
			try {
				member.abort();
			} catch (error) {
				report(error); // from the next function of its queue
			}
		}
		this.stopped = true;
		this.conclude(reason);
		batch.flush();
	}

	/**
	 * A member is over.
	 *
	 * @param {Member} member
	 * @param {boolean} stopped before its end
	 */
	over(member, stopped) {
		if (!this.members.delete(member)) return;
		this.stopped ||= stopped;
		if (this.members.size === 0) this.conclude();
	}

	/** @param {any} [reason] why they were stopped */
	conclude(reason) {
		const { core, result } = this;
		this.waitNoLonger();
		try {
			if (this.stopped) {
				reason ??= new DOMException("The animation was stopped", "AbortError");
				settle(core, REJECT, reason, new Values(result, [reason]));
			} else {
				if (this.listens()) this.notify();
				settle(core, RESOLVE, result, new Values(result, [result]));
			}
		} catch (error) {
			report(error); // there is no caller, or one unrelated to these callbacks
		}
	}

	/** Whether progress has listeners. */
	listens() {
		return isHeard(this.core);
	}

	/** Notifies the progress. */
	notify() {
		let sum = this.total - this.members.size;
		for (const member of this.members) sum += member.fraction();
		try {
			notify(this.core, new Values(this.result, [this.total && sum / this.total]));
		} catch (error) {
			report(error);
		}
	}
}
