import { kinds, takePlace } from "./pending.js";
import { react } from "./react.js";

/**
 * @typedef {(this: any, ...args: any[]) => any} Callback
 * @typedef {ArrayLike<any>} Args
 */

/** Context and arguments of an outcome or a notification. */
export class Values {
	/**
	 * @param {any} context
	 * @param {Args} args
	 */
	constructor(context, args) {
		this.context = context;
		this.args = args;
	}
}

/**
 * What one deferred holds for the page: functions and values, and its state for the machine, which
 * holds the rules. Everything hangs on this object and nothing in a global table, so that an
 * abandoned deferred is garbage with all its callbacks.
 *
 * It has 16 fields and all of them from the start: engines make such objects fastest, and Firefox
 * puts the 17th elsewhere, which was measured to double the time. What few need is in objects of
 * its own.
 */
export class Core {
	/** @param {number} kind what is pending, an index in `kinds`; and an owner's mark */
	constructor(kind) {
		this.state = 0;
		/** The first argument it was settled with; all there is in most cases. @type {any} */
		this.value = undefined;
		/** Context and arguments, where there is more to them. @type {Values | null} */
		this.many = null;

		/** @type {Callback[] | null} */
		this.dones = null;
		/** @type {Callback[] | null} */
		this.fails = null;
		/** The reactions of then, linked by `next`. @type {Reaction | null} */
		this.first = null;
		/** @type {Reaction | null} */
		this.last = null;
		/** @type {Progress | null} */
		this.progress = null;
		/** Its own reaction to another deferred, while it waits for one. @type {Reaction | null} */
		this.reaction = null;

		/** The page's deferred of it, where there is one: its methods know it by this. @type {any} */
		this.deferred = null;
		// The page's promise and its bound methods, made at first use.
		/** @type {any} */
		this.promise = null;
		/** @type {Callback | null} */
		this.then = null;
		/** @type {Callback | null} */
		this.done = null;
		/** @type {Callback | null} */
		this.resolve = null;
		/** The less usual ones by name. @type {Record<string, Callback> | null} */
		this.bound = null;

		/** Where it is counted while it is pending. It tells whose it is, too. */
		this.block = takePlace(kind);
	}
}

const THEN = kinds.indexOf("then");

/** A deferred that is made from another, whose owner it has. @param {Core} source */
export function childOf(source) {
	const { mark } = source.block;
	// With a constant, engines make the most frequent kind faster.
	return mark === 0 ? new Core(THEN) : new Core(THEN | mark);
}

/** Of a deferred with progress: callbacks, the last notification, and those that wait for it. */
export class Progress {
	constructor() {
		/** @type {Callback[] | null} */
		this.list = null;
		/** @type {Values | null} */
		this.last = null;
		/** @type {Values[] | null} */
		this.waiting = null;
	}
}

/**
 * How a deferred (`child`) reacts when another (`source`) settles: what `then` adds to it. Work that
 * can be aborted has one, too, without a source.
 */
export class Reaction {
	/** @param {Core} child */
	constructor(child) {
		this.child = child;
		/** @type {Core | null} */
		this.source = null;
		/** The next of its source, and then of the queue. @type {any} */
		this.next = null;
		/** @type {Callback | null} */
		this.onDone = null;
		/** @type {Callback | null} */
		this.onFail = null;
		this.kind = HANDLE;
		/** @type {Rare | null} */
		this.rare = null;
	}

	/** What few reactions have. */
	more() {
		this.rare ??= new Rare();
		return this.rare;
	}

	/** Forgets the handlers of then: the child waits for another. */
	drop() {
		this.onDone = this.onFail = null;
		if (this.rare !== null) {
			this.rare.onProgress = null;
			this.rare.trace = undefined;
		}
	}

	/** Whether the child waits for another promise to end as that does. */
	waits() {
		return this.kind === FOLLOW || this.kind === PASS;
	}

	/** A job of the queue. */
	run() {
		react(this);
	}
}

/** Of a reaction: what only few have. */
class Rare {
	constructor() {
		/** @type {Callback | null} */
		this.onProgress = null;
		/** What getErrorHook said when it was queued, until its child waits for another. @type {any} */
		this.trace = undefined;
		/** The outcome that a `finally` passes on once its wait is over. @type {Core | null} */
		this.passed = null;
		/** Stops the child's own work, where it has some. @type {((reason: any) => void) | null} */
		this.cancel = null;
		/** Called when the child settles. @type {(() => void) | null} */
		this.undo = null;
	}
}

// Kinds of reactions.
export const HANDLE = 0; // call the handler of then
export const FINALLY = 1; // call the function of finally
export const PASS = 2; // end as `passed` did, once the source has resolved
export const FOLLOW = 3; // end as the source does: it was returned from a handler
