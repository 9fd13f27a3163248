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
 * What a deferred is settled with, from the context and arguments of a call.
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
	return many === null ? callback.call(undefined, value) : invoke(callback, many);
}

/**
 * @param {Callback} callback
 * @param {Values} values
 */
export function invoke(callback, { context, args }) {
	// Most have one argument, and spreading an array was measured to cost more than the call.
	return args.length === 1 ? callback.call(context, args[0]) : Reflect.apply(callback, context, args);
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
 * Has the machine answer an event. No other place writes a state.
 *
 * @param {Core} core
 * @param {number} event
 * @returns {number} what is to be done: the bits of codes.js
 */
export function step(core, event) {
	const answer = answers[core.state * EVENTS + event];
	core.state = answer & STATE_MASK;
	return answer;
}

/** Names of outcomes, by number. @type {Record<number, "pending" | "resolved" | "rejected">} */
export const outcomeNames = { [PENDING]: "pending", [RESOLVED]: "resolved", [REJECTED]: "rejected" };

const THEN = kinds.indexOf("then");

/** A deferred that is made from another, whose owner it has. @param {Core} source */
export function childOf(source) {
	const { mark } = source.block;
	// With a constant, engines make the most frequent kind faster.
	return mark === 0 ? new Core(THEN) : new Core(THEN | mark);
}
