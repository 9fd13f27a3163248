import { ADD_FAIL, REJECT, RESOLVE } from "../codes.js";
import { Core, Values } from "../core.js";
import { report } from "../errors.js";
import { add, notify, settle } from "../fire.js";
import { kinds } from "../pending.js";
import { promiseOf } from "../promise.js";
import { resultOf } from "../targets.js";
import { flush } from "./start.js";

/**
 * One element of a call.
 *
 * @typedef {object} Member
 * @property {(this: any) => void} abort stops it, or takes it out of its queue
 * @property {() => number} fraction how far it is, from 0 to 1
 */

/** One call with all its elements, and the promise that it answers: settled once, by the last of them. */
export class Together {
	/**
	 * @param {import("../pending.js").Kind} kind
	 * @param {any} target
	 * @param {any[]} found the elements that it means
	 * @param {AbortSignal | null} [signal]
	 */
	constructor(kind, target, found, signal = null) {
		this.core = new Core(kinds.indexOf(kind));
		this.result = resultOf(target, found);
		this.total = found.length;
		this.left = found.length;
		/** Those that are not over. @type {Set<Member>} */
		this.members = new Set();
		this.signal = signal;
		this.stopped = false;
		/** @type {any} */
		this.reason = undefined;
		/** @type {(() => void) | null} */
		this.listener = null;
		// A stopped animation is no mistake of the page's that has to be reported.
		add(this.core, ADD_FAIL, [() => {}]);
	}

	/** The promise for the page. Called once all members have begun. */
	promise() {
		const promise = /** @type {any} */ (promiseOf(this.core));
		promise.abort = (/** @type {any} */ reason) => {
			this.abort(reason);
			return promise;
		};
		if (this.total === 0) this.settle();
		else if (this.signal && this.left > 0) {
			this.listener = () => this.abort(/** @type {AbortSignal} */ (this.signal).reason);
			this.signal.addEventListener("abort", this.listener, { once: true });
		}
		return promise;
	}

	/** Stops all that are not over, each where it is. @param {any} reason */
	abort(reason) {
		this.reason ??= reason;
		for (const member of [...this.members]) member.abort();
		flush();
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
		if (--this.left === 0) this.settle();
	}

	settle() {
		if (this.listener) this.signal?.removeEventListener("abort", this.listener);
		this.listener = null;
		const { core, result } = this;
		try {
			if (this.stopped) {
				const reason = this.reason ?? new DOMException("The animation was stopped", "AbortError");
				settle(core, REJECT, reason, new Values(result, [reason]));
			} else {
				if (this.listens()) notify(core, new Values(result, [1]));
				settle(core, RESOLVE, result, new Values(result, [result]));
			}
		} catch (error) {
			report(error); // there is no caller, or one who has nothing to do with these callbacks
		}
	}

	/** Whether anybody would hear how far it is. */
	listens() {
		return this.core.progress !== null || this.core.first !== null;
	}

	/** Tells how far it is. */
	tell() {
		let sum = this.total - this.members.size;
		for (const member of this.members) sum += member.fraction();
		try {
			notify(this.core, new Values(this.result, [sum / this.total]));
		} catch (error) {
			report(error);
		}
	}
}
