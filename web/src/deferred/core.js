import { answers } from "../runtime/table.js";
import { EVENTS, PENDING, REJECTED, RESOLVED, STATE_MASK } from "./codes.js";
import { kinds, takePlace } from "./pending.js";

/**
 * @typedef {(this: any, ...args: any[]) => any} Callback
 * @typedef {ArrayLike<any>} Args
 * @typedef {import("./progress.js").Progress} Progress
 * @typedef {import("./then.js").Reaction} Reaction
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
 * Context and arguments of a settling call, or null if the context is undefined and there is one argument.
 *
 * @param {any} context
 * @param {Args} args
 */
export function valuesOf(context, args) {
	return context === undefined && args.length === 1 ? null : new Values(context, args);
}

/**
 * Calls a callback with an outcome or a notification.
 *
 * @param {Callback} callback
 * @param {any} value
 * @param {Values | null} many
 */
export function call(callback, value, many) {
	if (many === null) return callback.call(undefined, value);
	const { context, args } = many;
	// Most calls have one argument. Spreading an array was measured to cost more than the call.
	return args.length === 1 ? callback.call(context, args[0]) : Reflect.apply(callback, context, args);
}

/**
 * The data of one deferred: functions and values of the page, and the state for the machine, which has
 * the rules. All of it hangs on this object and nothing is in a global table. So an abandoned deferred is
 * garbage with all its callbacks.
 *
 * It has 16 fields, all of them from the start: engines create such objects fastest. Firefox stores a
 * 17th field elsewhere, which was measured to double the time. Rarely used fields are in separate objects.
 */
export class Core {
	/** @param {number} kind an index in `kinds`, plus an owner's mark */
	constructor(kind) {
		this.state = 0;
		/** The first argument it was settled with. In most cases the only one. @type {any} */
		this.value = undefined;
		/** Context and arguments, if there is more than the first argument. @type {Values | null} */
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
		/** Its own reaction to another deferred, while it waits for that. @type {Reaction | null} */
		this.reaction = null;

		/** The page's deferred object, if there is one. Methods compare `this` with it. @type {any} */
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
		/** The less common methods by name. @type {Record<string, Callback> | null} */
		this.bound = null;

		/** Counts it while it is pending. Also has the owner's mark. */
		this.block = takePlace(kind);
	}
}

/**
 * @param {Callback[] | null} list
 * @param {Callback[]} more
 */
export function append(list, more) {
	if (list === null) return more;
	for (let i = 0; i < more.length; i++) list.push(more[i]);
	return list;
}

/**
 * Gives an event to the machine and stores the new state. No other place writes a state.
 *
 * @param {Core} core
 * @param {number} event
 * @returns {number} the actions to take, as bits of codes.js
 */
export function step(core, event) {
	const answer = answers[core.state * EVENTS + event];
	core.state = answer & STATE_MASK;
	return answer;
}

/** Names of outcomes, by number. @type {Record<number, "pending" | "resolved" | "rejected">} */
export const outcomeNames = { [PENDING]: "pending", [RESOLVED]: "resolved", [REJECTED]: "rejected" };

const THEN = kinds.indexOf("then");

/** Creates a deferred with the owner of another. @param {Core} source */
export function childOf(source) {
	const { mark } = source.block;
	// With a constant, engines create the most frequent kind faster.
	return mark === 0 ? new Core(THEN) : new Core(THEN | mark);
}
