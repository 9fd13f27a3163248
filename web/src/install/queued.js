import { effects } from "../anim/functions.js";
import { byReplaced } from "../collection/animating.js";
import { Collection } from "../dom/list.js";
import { before, optionsOf, queueIn, withOptions } from "./arguments.js";

// jQuery 3's slim build has queues but no effects. There, our effects wait in jQuery's own queues, so
// that its queue, delay and promise work with them.

const named = /** @type {Record<string, any>} */ (effects);

/** @typedef {{queue: string | false, animation: any}} Running */

/** By element. @type {WeakMap<object, Set<Running>>} */
const running = new WeakMap();

/** @param {object} element @returns {Set<Running>} */
function runningOn(element) {
	let set = running.get(element);
	if (!set) running.set(element, (set = new Set()));
	return set;
}

/**
 * Effects, stop and finish for a jQuery that has queues.
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
			for (const element of this) {
				halt(jQuery, element, type, toEnd, (queue) => {
					if (clear) jQuery(element).queue(queue, []);
				});
			}
			return this;
		},
		finish(type) {
			for (const element of this) {
				if (type === false) {
					endRuns(element, (queue) => queue === false, true);
					continue;
				}
				const waiting = jQuery.queue(element, type || "fx");
				halt(jQuery, element, type || "fx", true, (queue) => jQuery.queue(element, queue, []));
				for (const turn of waiting) turn.finish?.call(element);
			}
			return this;
		},
	};
	for (const name of names) {
		methods[name] = function (...args) {
			const played = byReplaced(this, name, args, methods.animate);
			if (played !== undefined) return played;
			enqueue(this, name, args);
			return this;
		};
	}
	return methods;
}

/**
 * Stops the running entry of a queue, which is a delay or an effect, and starts the next one.
 *
 * @param {any} jQuery
 * @param {any} element
 * @param {string | undefined} type the queue; left out: the effects of all queues
 * @param {any} toEnd
 * @param {(queue: string) => void} clear
 */
function halt(jQuery, element, type, toEnd, clear) {
	const queue = type ?? "fx";
	// Read first: a queue that is cleared forgets its hooks.
	const hooks = jQuery._queueHooks(element, queue);
	const { stop } = hooks;
	delete hooks.stop;
	clear(queue);
	stop?.call(element, toEnd);
	const ended = endRuns(element, (of) => type === undefined || of === type, toEnd);
	// An effect that has ended calls the next one itself.
	if (!ended.includes(queue)) jQuery.dequeue(element, queue);
}

/**
 * Ends running effects, and returns their queues.
 *
 * @param {any} element
 * @param {(queue: string | false) => boolean} which
 * @param {any} toEnd
 */
function endRuns(element, which, toEnd) {
	const ended = [...runningOn(element)].filter(({ queue }) => which(queue));
	for (const { animation } of ended) animation.stop(toEnd);
	return ended.map(({ queue }) => queue);
}

/** @typedef {{element: any, next: () => void}} Turn */

/**
 * @param {any} collection
 * @param {string} name
 * @param {any[]} args
 */
function enqueue(collection, name, args) {
	const options = optionsOf(name, args);
	const queue = queueIn(options);
	if (queue === false || (name === "animate" && Object.keys(Object(args[0])).length === 0)) {
		play(collection, name, args, options, false);
		return;
	}
	/** Elements whose turn comes within this call: they are measured together. @type {Turn[] | null} */
	let first = [];
	const turn = /** @this {any} */ function (/** @type {() => void} */ next) {
		const one = { element: this, next };
		if (first) first.push(one);
		else playTurns([one]);
	};
	turn.finish = /** @this {any} */ function () {
		play([this], name, args, { ...options, duration: 0 }, false);
	};
	/** @param {Turn[]} turns */
	const playTurns = (turns) => {
		const of = new Map(turns.map((one) => [one.element, one]));
		play([...of.keys()], name, args, options, queue, (element) => of.get(element)?.next());
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
 * @param {string | false} queue
 * @param {(element: any) => void} [over] called for each element that is done or stopped
 */
function play(target, name, args, options, queue, over) {
	/** @type {Map<any, Running>} */
	const runs = new Map();
	const ended = /** @this {any} */ function () {
		runningOn(this).delete(/** @type {Running} */ (runs.get(this)));
		over?.(this);
	};
	const start = before(options.start, (animation) => {
		const run = { queue, animation };
		runs.set(animation.elem, run);
		runningOn(animation.elem).add(run);
	});
	const complete = before(options.complete, ended);
	const fail = before(options.fail, ended);
	named[name](
		new Collection(target),
		...withOptions(name, args, { ...options, queue: false, start, complete, fail }),
	);
}
