import { effects } from "../anim/api.js";
import { before, optionsOf, queueIn, withOptions } from "./options.js";

// jQuery 3's slim build has queues and no effects. There, ours take their turns in jQuery's own queues,
// so that its queue, delay and promise go together with them.

const named = /** @type {Record<string, any>} */ (effects);

/** What runs beside the queues, by element. @type {WeakMap<object, Set<any>>} */
const beside = new WeakMap();

/** @param {object} element @returns {Set<any>} */
function besideOf(element) {
	let set = beside.get(element);
	if (!set) beside.set(element, (set = new Set()));
	return set;
}

/**
 * An effect, stop and finish for a jQuery that has queues.
 *
 * @param {any} jQuery
 * @param {string[]} names of effects
 * @returns {Record<string, (this: any, ...args: any[]) => any>}
 */
export function queued(jQuery, names) {
	/** @type {Record<string, (this: any, ...args: any[]) => any>} */
	const methods = {
		stop(...args) {
			const type = typeof args[0] === "string" ? args.shift() : undefined;
			const [clear, toEnd] = args;
			const queue = type ?? "fx";
			if (clear) this.queue(queue, []);
			for (const element of this) {
				if (type === undefined) for (const one of [...besideOf(element)]) one.stop(toEnd);
				halt(jQuery, element, queue, toEnd);
			}
			return this;
		},
		finish(type) {
			for (const element of this) {
				if (type === false) for (const one of [...besideOf(element)]) one.stop(true);
				else finish(jQuery, element, type || "fx");
			}
			return this;
		},
	};
	for (const name of names) {
		methods[name] = function (...args) {
			enqueue(this, name, args);
			return this;
		};
	}
	return methods;
}

/**
 * @param {any} jQuery
 * @param {any} element
 * @param {string} queue
 */
function finish(jQuery, element, queue) {
	const waiting = jQuery.queue(element, queue);
	jQuery.queue(element, queue, []);
	halt(jQuery, element, queue, true);
	for (const turn of waiting) turn.finish?.call(element);
}

/**
 * Stops what has its turn in a queue, a delay or an effect, and gives the next one its turn.
 *
 * @param {any} jQuery
 * @param {any} element
 * @param {string} queue
 * @param {any} toEnd
 */
function halt(jQuery, element, queue, toEnd) {
	const hooks = jQuery._queueHooks(element, queue);
	const { stop } = hooks;
	delete hooks.stop;
	stop?.(toEnd);
	if (!stop?.goesOn) jQuery.dequeue(element, queue);
}

/** @typedef {{element: any, next: () => void, hooks: any}} Turn */

/**
 * @param {any} collection
 * @param {string} name
 * @param {any[]} args
 */
function enqueue(collection, name, args) {
	const options = optionsOf(name, args);
	const queue = queueIn(options);
	if (queue === false || (name === "animate" && Object.keys(Object(args[0])).length === 0)) {
		const handles = new Map();
		const over = /** @this {any} */ function () {
			besideOf(this).delete(handles.get(this));
		};
		play(collection, name, args, options, over, (element, animation) => {
			handles.set(element, animation);
			besideOf(element).add(animation);
		});
		return;
	}
	/** Those whose turn comes within this call: they are measured together. @type {Turn[] | null} */
	let first = [];
	const turn = /** @this {any} */ function (/** @type {() => void} */ next, /** @type {any} */ hooks) {
		const one = { element: this, next, hooks };
		if (first) first.push(one);
		else playTurns([one]);
	};
	turn.finish = /** @this {any} */ function () {
		play([this], name, args, { ...options, duration: 0 });
	};
	/** @param {Turn[]} turns */
	const playTurns = (turns) => {
		const of = new Map(turns.map((one) => [one.element, one]));
		const over = /** @this {any} */ function () {
			of.get(this)?.next();
		};
		play([...of.keys()], name, args, options, over, (element, animation) => {
			const stop = (/** @type {any} */ toEnd) => animation.stop(toEnd);
			stop.goesOn = true; // `over` calls the next one
			/** @type {Turn} */ (of.get(element)).hooks.stop = stop;
		});
	};
	collection.queue(queue, turn);
	const now = first;
	first = null;
	if (now.length > 0) playTurns(now);
}

/**
 * @param {any} target
 * @param {string} name
 * @param {any[]} args
 * @param {Record<string, any>} options
 * @param {(this: any) => void} [over] called for each element that is done or stopped
 * @param {(element: any, animation: any) => void} [started]
 */
function play(target, name, args, options, over = () => {}, started = () => {}) {
	const { start, complete, fail } = options;
	named[name](
		target,
		...withOptions(name, args, {
			...options,
			queue: false,
			start: before(start, (animation) => started(animation.elem, animation)),
			complete: before(complete, over),
			fail: before(fail, over),
		}),
	);
}
