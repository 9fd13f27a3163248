import { left, withdraw } from "../deferred/abort.js";
import { ADD_DONE, ADD_FAIL, OUTCOME_MASK, PENDING } from "../deferred/codes.js";
import { Core } from "../deferred/core.js";
import { add } from "../deferred/settle.js";
import { Reaction } from "../deferred/then.js";
import { kinds } from "../deferred/pending.js";
import { joinedCore, keepFollower } from "../deferred/wrap.js";

/** @typedef {import("../deferred/core.js").Callback} Callback */

/** @typedef {{core: Core, done: Callback, fail: Callback, of: any}} Member */

const WHEN = kinds.indexOf("when");

/**
 * A deferred that waits for others, its members. When aborted, it leaves the members that are pending.
 */
export class Join {
	/** @param {number} [mark] its owner's */
	constructor(mark = 0) {
		this.core = new Core(WHEN | mark);
		/** @type {Member[]} */
		this.members = [];
		const reaction = new Reaction(this.core);
		const rare = reaction.more();
		rare.cancel = () => this.detach();
		rare.undo = () => this.release();
		this.core.reaction = reaction;
	}

	get pending() {
		return (this.core.state & OUTCOME_MASK) === PENDING;
	}

	/**
	 * Adds done and fail to one of our deferreds. They run at once if it has settled.
	 *
	 * @param {Core} member
	 * @param {Callback} done
	 * @param {Callback} fail
	 * @param {any} [of] the value that the member wraps
	 */
	listen(member, done, fail, of) {
		add(member, ADD_DONE, [done]);
		add(member, ADD_FAIL, [fail]);
		if ((member.state & OUTCOME_MASK) !== PENDING) return;
		if (this.pending) this.members.push({ core: member, done, fail, of });
		else leave({ core: member, done, fail, of }); // the join has settled; the failure still counts as handled
	}

	/** Forgets members that have settled, with their values. */
	sweep() {
		this.members = this.members.filter(isPending);
	}

	/**
	 * The same for any value. A value that is not a promise resolves with itself.
	 *
	 * @param {any} value
	 * @param {Callback} done
	 * @param {Callback} fail
	 */
	listenTo(value, done, fail) {
		this.listen(joinedCore(value), done, fail, value);
	}

	/**
	 * Called when the join has settled. Removes its callbacks from pending members, which may stay pending as
	 * long as the page lives.
	 */
	release() {
		const members = this.members;
		this.members = [];
		for (const member of members) if (isPending(member)) leave(member);
	}

	/**
	 * Stops waiting. Aborts the members that nothing else waits for.
	 *
	 * @param {any} reason
	 */
	leave(reason) {
		left(this.detach(), reason);
	}

	/** Stops waiting, and returns the members that are pending. */
	detach() {
		const pending = this.members.filter(isPending);
		this.members = [];
		return pending.map(leave);
	}
}

/** @param {Member} member */
function isPending({ core }) {
	return (core.state & OUTCOME_MASK) === PENDING;
}

/** @param {Member} member is pending */
function leave({ core, done, fail, of }) {
	withdraw(core, done, fail);
	if (of) keepFollower(of, core);
	return core;
}
