import { withdraw } from "../deferred/abort.js";
import { OUTCOME_MASK, PENDING } from "../deferred/codes.js";
import { Core } from "../deferred/core.js";
import { DeferredObject } from "../deferred/deferred.js";
import { wrongArgument } from "../lib/errors.js";
import { bare } from "../lib/own.js";
import { CORE } from "../deferred/ours.js";
import { kinds } from "../deferred/pending.js";
import { invoke } from "./member.js";
import { findSome, listeners } from "./targets.js";

const EVENT = kinds.indexOf("event");

/**
 * Target → events → promise, and a number for the target. Weak: a promise is collected with its target.
 *
 * @type {WeakMap<EventTarget, {id: number, promises: Map<string, any>}>}
 */
const firsts = new WeakMap();
let lastId = 0;

/** @param {EventTarget} target */
function firstsOf(target) {
	let known = firsts.get(target);
	if (!known) {
		known = { id: ++lastId, promises: new Map() };
		firsts.set(target, known);
	}
	return known;
}

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
	const { promises } = firstsOf(target);
	let promise = promises.get(event);
	if (!promise) {
		const deferred = newDeferred();
		// The browser calls resolve with the element as `this`: it becomes the context.
		invoke(target, "addEventListener", event, deferred.resolve, bare({ once: true }));
		promise = deferred.promise();
		promises.set(event, promise);
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
 * The same targets and events give the same promise: repeated calls add nothing.
 *
 * @param {EventTarget[]} targets
 * @param {string[]} names
 */
function firstAmong(targets, names) {
	const [{ promises }, ...others] = targets.map(firstsOf);
	// A name has no line break: the key of several targets is never that of one.
	const key = [[...new Set(names)].sort().join(" "), ...others.map(({ id }) => id)].join("\n");
	let promise = promises.get(key);
	if (promise) return promise;
	const all = targets.flatMap((target) => names.map((name) => firstOf(target, name)));
	promise = all.length === 1 ? all[0] : all.find((one) => !isPending(one));
	if (promise) return promise;
	const any = newDeferred();
	promise = any.promise();
	promises.set(key, promise);
	for (const one of all) one.done(any.resolve);
	// The other events may never happen: their promises forget this one.
	promise.done(() => {
		for (const one of all) if (isPending(one)) withdraw(one[CORE], any.resolve, any.resolve);
	});
	return promise;
}

/** @param {any} promise */
const isPending = (promise) => (promise[CORE].state & OUTCOME_MASK) === PENDING;
