import { REJECT, RESOLVE } from "./codes.js";
import { Core, Values } from "./core.js";
import { beginNotify, notify, runProgress } from "./progress.js";
import { begin, finish } from "./settle.js";
import { checkFunction, failure, wrongArgument } from "../lib/errors.js";
import { lookUpHooks, warnOfMistakes } from "./hooks.js";
import { kinds } from "./pending.js";
import { bound, DeferredPromise, makeCopyable, makeGetters } from "./promise.js";
import { CORE } from "./ours.js";

/**
 * @typedef {import("./core.js").Args} Args
 * @typedef {import("./core.js").Callback} Callback
 */

/** A promise with the methods that settle it. */
export class DeferredObject extends DeferredPromise {
	/** @param {Core} core */
	constructor(core) {
		super(core);
		core.deferred = this;
	}

	get resolve() {
		const core = this[CORE];
		return core.resolve ?? (core.resolve = settler(core, RESOLVE));
	}

	get reject() {
		return bound(this[CORE], "reject", (core) => settler(core, REJECT));
	}

	// Read for each notification: with the check inlined, Chromium took a seventh less time.
	get notify() {
		return this[CORE].bound?.notify ?? bound(this[CORE], "notify", notifier);
	}
}

/** @type {Record<string, (core: Core) => Callback>} makers of the other methods, by name */
const makers = {
	resolveWith: (core) => settler(core, RESOLVE, "resolveWith"),
	rejectWith: (core) => settler(core, REJECT, "rejectWith"),
	notifyWith: notifierWith,
};
makeGetters(DeferredObject, makers);
makeCopyable(DeferredObject, ["resolve", "reject", "notify", ...Object.keys(makers)]);

/**
 * Makes resolve or reject. Called as a method of another object, it makes that object the callbacks'
 * context (jQuery 4). With a name, it makes the method of that name, which gets context and arguments.
 *
 * @param {Core} core
 * @param {number} event
 * @param {string} [named]
 * @returns {Callback}
 */
function settler(core, event, named) {
	return function (value, args) {
		const list = named
			? begin(core, event, (args = copy(args, named))[0], new Values(value, args))
			: arguments.length === 1 && this === core.deferred
				? begin(core, event, value, null)
				: beginWith(core, event, this, arguments);
		if (list === null) return this;
		// The loop of `fire`. A call of it would be a frame more for each level of nested callbacks: 3,000
		// levels did not fit on Chromium's stack.
		/** @type {[unknown] | null} */
		let failed = null;
		for (let i = 0; i < list.length; i++) {
			try {
				const { many } = core;
				if (many === null) list[i].call(undefined, core.value);
				else if (many.args.length === 1) list[i].call(many.context, many.args[0]);
				else Reflect.apply(list[i], many.context, many.args);
			} catch (e) {
				failed = failure(failed, e);
			}
		}
		finish(core, failed);
		return this;
	};
}

/**
 * @param {Core} core
 * @param {number} event
 * @param {any} context
 * @param {Args} args
 */
function beginWith(core, event, context, args) {
	const of = isDeferredOf(core, context) ? undefined : context;
	return begin(core, event, args[0], new Values(of, Array.prototype.slice.call(args)));
}

/**
 * Whether value is the deferred of core or a proxy of it. An object that inherits from it does not count.
 *
 * @param {Core} core
 * @param {any} value
 */
function isDeferredOf(core, value) {
	if (value === core.deferred) return true;
	return value instanceof DeferredObject && Object.hasOwn(value, CORE) && value[CORE] === core;
}

/**
 * @param {Core} core
 * @returns {Callback}
 */
function notifier(core) {
	return function (...args) {
		const progress = beginNotify(core, new Values(isDeferredOf(core, this) ? undefined : this, args));
		if (progress !== null) runProgress(core, progress, 0);
		return this;
	};
}

/**
 * @param {Core} core
 * @returns {Callback}
 */
function notifierWith(core) {
	return function (context, args) {
		notify(core, new Values(context, copy(args, "notifyWith")));
		return this;
	};
}

/**
 * Copies the arguments: later changes to the caller's array must not reach the callbacks.
 *
 * @param {any} args
 * @param {string} method
 * @returns {Args}
 */
function copy(args, method) {
	if (!args) return [];
	if (typeof args !== "object" && typeof args !== "function") {
		throw wrongArgument(method, "args", "an array or array-like", args);
	}
	return Array.prototype.slice.call(args);
}

const DEFERRED = kinds.indexOf("deferred");

/**
 * Makes a function `Deferred([init])`, for the page's script or for a jQuery. It can be called with or
 * without `new`.
 *
 * @param {number} mark the mark of its owner
 */
export function makeDeferred(mark) {
	/** @param {Callback} [init] called at once, with the deferred as `this` and as argument */
	function Deferred(init) {
		if (init) checkFunction("Deferred", "init", init);
		const deferred = new DeferredObject(new Core(DEFERRED | mark));
		if (init) init.call(deferred, deferred);
		return deferred;
	}
	// `x instanceof Deferred` holds for deferreds, with or without `new`.
	Deferred.prototype = /** @type {any} */ (DeferredObject.prototype);
	/** @type {import("./hooks.js").Hooks["exceptionHook"]} */
	Deferred.exceptionHook = warnOfMistakes;
	/** @type {import("./hooks.js").Hooks["getErrorHook"]} */
	Deferred.getErrorHook = undefined;
	return Deferred;
}

/** `godeferred.Deferred` */
export const Deferred = makeDeferred(0);

lookUpHooks(Deferred);
