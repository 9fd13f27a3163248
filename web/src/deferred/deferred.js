import { REJECT, RESOLVE } from "./codes.js";
import { Core, Values } from "./core.js";
import { notify } from "./progress.js";
import { settle } from "./settle.js";
import { checkFunction, wrongArgument } from "../lib/errors.js";
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
	resolveWith: (core) => settlerWith(core, RESOLVE),
	rejectWith: (core) => settlerWith(core, REJECT),
	notifyWith: notifierWith,
};
makeGetters(DeferredObject, makers);
makeCopyable(DeferredObject, ["resolve", "reject", "notify", ...Object.keys(makers)]);

/**
 * Makes resolve or reject. Called as a method of another object, it makes that object the callbacks'
 * context (jQuery 4).
 *
 * @param {Core} core
 * @param {number} event
 * @returns {Callback}
 */
function settler(core, event) {
	return function (value) {
		if (arguments.length === 1 && this === core.deferred) {
			settle(core, event, value, null);
		} else {
			const context = isDeferredOf(core, this) ? undefined : this;
			settle(core, event, value, new Values(context, Array.prototype.slice.call(arguments)));
		}
		return this;
	};
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
		notify(core, new Values(isDeferredOf(core, this) ? undefined : this, args));
		return this;
	};
}

/**
 * @param {Core} core
 * @param {number} event
 * @returns {Callback}
 */
function settlerWith(core, event) {
	return function (context, args) {
		const copied = copy(args, event === RESOLVE ? "resolveWith" : "rejectWith");
		settle(core, event, copied[0], new Values(context, copied));
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
