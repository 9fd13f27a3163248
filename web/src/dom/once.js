import { Core } from "../deferred/core.js";
import { DeferredObject } from "../deferred/deferred.js";
import { wrongArgument } from "../lib/errors.js";
import { bare } from "../lib/own.js";
import { kinds } from "../deferred/pending.js";
import { findSome, listeners } from "./targets.js";

const EVENT = kinds.indexOf("event");

/**
 * Target → event → promise. Weak: a promise is collected with its target.
 *
 * @type {WeakMap<EventTarget, Map<string, any>>}
 */
const firsts = new WeakMap();

/** @returns {any} */
const newDeferred = () => new DeferredObject(new Core(EVENT));

/**
 * The promise of the first such event on a target since the first call; later calls return the same
 * promise. The listener itself resolves it, so only the target holds it.
 *
 * @param {EventTarget} target
 * @param {string} event
 */
function firstOf(target, event) {
	let byEvent = firsts.get(target);
	if (!byEvent) {
		byEvent = new Map();
		firsts.set(target, byEvent);
	}
	let promise = byEvent.get(event);
	if (!promise) {
		const deferred = newDeferred();
		// The browser calls resolve with the element as `this`: it becomes the context.
		target.addEventListener(event, deferred.resolve, bare({ once: true }));
		promise = deferred.promise();
		byEvent.set(event, promise);
	}
	return promise;
}

/**
 * `godeferred.bindOnce(target, events[, callback])`: the promise of the first of those events on any
 * of the targets; it resolves with the event, its context is the element.
 *
 * @param {any} target
 * @param {string} events names, with spaces between them
 * @param {((this: any, event: Event) => void) | null} [callback] added with done: runs at once if the
 *   event has happened
 */
export function bindOnce(target, events, callback) {
	return once("bindOnce", target, events, callback);
}

/**
 * `godeferred.firstClick(target[, callback])`: the same for clicks.
 *
 * @param {any} target
 * @param {((this: any, event: Event) => void) | null} [callback]
 */
export function firstClick(target, callback) {
	return once("firstClick", target, "click", callback);
}

/**
 * @param {string} where
 * @param {any} target
 * @param {any} events
 * @param {any} callback
 */
function once(where, target, events, callback) {
	if (callback != null && typeof callback !== "function") {
		throw wrongArgument(where, "callback", "a function", callback);
	}
	const names = typeof events === "string" ? events.split(/\s+/).filter(Boolean) : [];
	if (names.length === 0) throw wrongArgument(where, "events", "names of events", events);
	const promise = firstAmong(findSome(where, target, listeners), names);
	return callback ? promise.done(callback) : promise;
}

/**
 * On one target, the same set of events gives the same promise: repeated calls add nothing.
 *
 * @param {EventTarget[]} targets
 * @param {string[]} names
 */
function firstAmong(targets, names) {
	const key = [...new Set(names)].sort().join(" ");
	const known = targets.length === 1 ? firsts.get(targets[0])?.get(key) : undefined;
	if (known) return known;
	const all = targets.flatMap((target) => names.map((name) => firstOf(target, name)));
	if (all.length === 1) return all[0];
	const any = newDeferred();
	for (const promise of all) promise.done(any.resolve);
	if (targets.length === 1) firsts.get(targets[0])?.set(key, any.promise());
	return any.promise();
}
