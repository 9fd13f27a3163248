import { abort } from "./abort.js";
import { flatten } from "../lib/callbacks.js";
import { ADD_ALWAYS, ADD_DONE, ADD_FAIL, ADD_PROGRESS, OUTCOME_MASK, REJECTED, RESOLVED } from "./codes.js";
import { childOf, outcomeNames } from "./core.js";
import { listened } from "./progress.js";
import { add } from "./settle.js";
import { FINALLY, Reaction, attach } from "./then.js";
import { CORE, Ours } from "./ours.js";
import { Bare, define } from "../lib/own.js";
import { pipe } from "./pipe.js";

/**
 * @typedef {import("./core.js").Core} Core
 * @typedef {import("./core.js").Callback} Callback
 */

// Methods work detached (`image.onload = d.resolve`), so each is a closure over its core. Each is
// made when first read: making all at once takes longer than the rest of creating a deferred. The
// three most used have their own fields.

/** The read-only side of a deferred: what `promise()` and `then` return. */
export class DeferredPromise extends Ours {
	get done() {
		const core = this[CORE];
		return core.done ?? (core.done = adder(core, ADD_DONE));
	}

	get fail() {
		return bound(this[CORE], "fail", failAdder);
	}

	get then() {
		const core = this[CORE];
		return core.then ?? (core.then = makeThen(core));
	}

	/**
	 * How Node's console shows it: `Deferred { resolved: 5 }`.
	 *
	 * @param {number} depth
	 * @param {any} options
	 * @param {(value: any, options: any) => string} inspect
	 */
	[Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
		const core = this[CORE];
		const shown = { [outcomeNames[outcome(core)]]: core.many ? Array.from(core.many.args) : core.value };
		return `Deferred ${inspect(shown, { ...options, depth: depth && depth - 1 })}`;
	}
}

/** @type {Record<string, (core: Core) => Callback>} makers of the other methods, by name */
const makers = {
	state: (core) => () => outcomeNames[outcome(core)],
	isResolved: (core) => () => outcome(core) === RESOLVED,
	isRejected: (core) => () => outcome(core) === REJECTED,
	always: (core) => adder(core, ADD_ALWAYS),
	progress: (core) => adder(core, ADD_PROGRESS),
	catch: (core) => (onFail) => promiseOf(then(core, null, onFail, null)),
	finally: (core) => (fn) => promiseOf(thenFinally(core, fn)),
	pipe: (core) => (onDone, onFail, onProgress) => promiseOf(pipe(core, onDone, onFail, onProgress)),
	abort: (core) =>
		function (reason) {
			abort(core, reason);
			return this;
		},
	promise: (core) => (target) => (target == null ? promiseOf(core) : copyMethods(core, target)),
};

/** @param {Core} core */
function outcome(core) {
	return core.state & OUTCOME_MASK;
}

const methodNames = ["done", "fail", "then", ...Object.keys(makers)];

makeGetters(DeferredPromise, makers);
makeCopyable(DeferredPromise, methodNames);

/**
 * A method of a core, made at first use: reading it twice gives the same function.
 *
 * @param {Core} core
 * @param {string} name
 * @param {(core: Core) => Callback} make
 */
export function bound(core, name, make) {
	// Inherits nothing: a page may put anything on Object.prototype. Object.hasOwn was slower in Firefox.
	const all = (core.bound ??= new Bare());
	return all[name] ?? (all[name] = make(core));
}

/**
 * Gives a class methods that are made at first use.
 *
 * @param {Function} of
 * @param {Record<string, (core: Core) => Callback>} all their makers, by name
 */
export function makeGetters(of, all) {
	for (const name of Object.keys(all)) {
		/** @this {any} */
		const get = function () {
			return bound(this[CORE], name, all[name]);
		};
		define(of.prototype, name, { get, configurable: true });
	}
}

/**
 * Makes the methods of a class enumerable, so that `for … in` and `$.extend` copy working ones. Also makes
 * them replaceable, like properties of jQuery's objects. Replacing one marks the core, so that no shortcut
 * bypasses the replacement.
 *
 * @param {Function} of
 * @param {string[]} names
 */
export function makeCopyable(of, names) {
	for (const name of names) {
		const { get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(of.prototype, name));
		define(of.prototype, name, {
			get,
			/** @this {any} @param {unknown} value */
			set(value) {
				bound(this[CORE], "patched", () => () => true);
				define(this, name, { value, writable: true, enumerable: true, configurable: true });
			},
			enumerable: true,
			configurable: true,
		});
	}
}

/**
 * The promise of a core: the same object each time.
 *
 * @param {Core} core
 * @returns {DeferredPromise}
 */
export function promiseOf(core) {
	return core.promise ?? (core.promise = new DeferredPromise(core));
}

/**
 * @param {Core} core
 * @param {any} target
 */
function copyMethods(core, target) {
	// As in jQuery.extend: a target that cannot have properties is replaced by an object.
	const to = typeof target === "object" || typeof target === "function" ? target : {};
	const promise = /** @type {any} */ (promiseOf(core));
	for (const name of methodNames) {
		// A target's own abort stays: a jqXHR aborts in its own way.
		if (name !== "abort" || typeof to.abort !== "function") to[name] = promise[name];
	}
	return to;
}

/**
 * @param {Core} core
 * @param {number} event
 * @returns {Callback}
 */
function adder(core, event) {
	return function (callback) {
		if (arguments.length === 1 && typeof callback === "function") {
			add(core, event, [callback]);
		} else {
			const callbacks = flatten(arguments);
			if (callbacks.length > 0) add(core, event, callbacks);
		}
		return this;
	};
}

/** @param {Core} core */
const failAdder = (core) => adder(core, ADD_FAIL);

/**
 * @param {Core} core
 * @returns {Callback}
 */
function makeThen(core) {
	return thenOf.bind(core);
}

/**
 * @this {Core}
 * @param {any} onDone
 * @param {any} onFail
 * @param {any} onProgress
 */
function thenOf(onDone, onFail, onProgress) {
	return promiseOf(then(this, onDone, onFail, onProgress));
}

/**
 * @param {Core} core
 * @param {unknown} onDone
 * @param {unknown} [onFail]
 * @param {unknown} [onProgress]
 */
export function then(core, onDone, onFail, onProgress) {
	const child = childOf(core);
	const reaction = new Reaction(child);
	child.reaction = reaction;
	// Promises/A+ 2.2.1: an argument that is not a function is ignored.
	if (typeof onDone === "function") reaction.onDone = /** @type {Callback} */ (onDone);
	if (typeof onFail === "function") reaction.onFail = /** @type {Callback} */ (onFail);
	attach(core, reaction);
	if (typeof onProgress === "function") {
		reaction.more().onProgress = /** @type {Callback} */ (onProgress);
		listened();
	}
	return child;
}

/**
 * @param {Core} core
 * @param {unknown} fn
 */
function thenFinally(core, fn) {
	const child = childOf(core);
	const reaction = new Reaction(child);
	child.reaction = reaction;
	if (typeof fn === "function") {
		reaction.onDone = reaction.onFail = /** @type {Callback} */ (fn);
		reaction.kind = FINALLY;
	}
	attach(core, reaction);
	return child;
}
