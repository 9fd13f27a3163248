import { report } from "../lib/errors.js";
import { invoke, member, typeOf } from "../dom/member.js";
import { HeardEvent } from "./event.js";
import { recall, remember } from "./memory.js";
import { needsContext } from "./pseudos.js";
import { matches, query } from "./select.js";
import { special } from "./special.js";

// Adds and removes handlers, and calls them for an event.

/**
 * One handler of one target.
 *
 * @typedef {object} Entry
 * @property {string} origType the event's name, as the page gave it
 * @property {string} type the event that is listened to: mouseover for mouseenter
 * @property {string} namespace sorted, with points between
 * @property {Function} handler
 * @property {any} data
 * @property {string | undefined} selector of a delegated handler
 * @property {boolean} once
 */

/** @param {Record<string, string>} names @returns {Record<string, string>} without inherited properties */
const table = (names) => Object.assign(Object.create(null), names);

/** Events that are others, filtered by relatedTarget. */
export const crossings = table({
	mouseenter: "mouseover",
	mouseleave: "mouseout",
	pointerenter: "pointerover",
	pointerleave: "pointerout",
});
/** The bubbling counterparts of events that do not bubble. */
export const bubbling = table({ focus: "focusin", blur: "focusout" });

/** @param {string[]} wanted @param {string} namespace of an entry */
export const isAmong = (wanted, namespace) => {
	const own = namespace.split(".");
	return wanted.every((one) => own.includes(one));
};

/**
 * The native event that `hear` ignores: trigger calls its handlers. Without a target, all events of that type: a
 * click on a label makes one on its field, too (jQuery's event.triggered).
 *
 * @type {{type: string, target: any}}
 */
export const told = { type: "", target: null };

/** @param {Entry} entry */
const namesIn = ({ namespace }) => namespace.split(".");

/** @param {any} target @param {string} type @param {Entry} entry */
export function listen(target, type, entry) {
	const memory = remember(target);
	memory.events ??= new Map();
	const hooks = special[type];
	let entries = memory.events.get(type);
	if (!entries) {
		entries = [];
		memory.events.set(type, entries);
		// One shared listener: the target's memory holds the handlers, nothing here holds the target.
		const isSetUp = hooks?.setup && hooks.setup.call(target, entry.data, namesIn(entry), hear) !== false;
		if (!isSetUp && member(target, "addEventListener")) invoke(target, "addEventListener", type, hear);
	}
	hooks?.add?.call(target, entry);
	entries.push(entry);
}

/**
 * Removes all handlers of a type, except those in left.
 *
 * @param {any} target
 * @param {string} type
 * @param {Entry[]} [left]
 */
export function unlisten(target, type, left = []) {
	const events = recall(target)?.events;
	const hooks = special[type];
	if (hooks?.remove) {
		for (const entry of events?.get(type) ?? []) if (!left.includes(entry)) hooks.remove.call(target, entry);
	}
	if (left.length > 0) {
		events?.set(type, left);
		return;
	}
	if (!events?.delete(type)) return;
	if (hooks?.teardown && hooks.teardown.call(target, [], hear) !== false) return;
	if (member(target, "removeEventListener")) invoke(target, "removeEventListener", type, hear);
}

/**
 * Listens to native events for all handlers of a target.
 *
 * @this {any}
 * @param {any} native
 */
export function hear(native) {
	if (native.type === told.type && (told.target ?? native.target) === native.target) return;
	dispatch(this, new HeardEvent(native), []);
}

/**
 * Calls the handlers of a target: first the delegated ones, deepest element first.
 *
 * @param {any} target
 * @param {any} event
 * @param {any[]} extra arguments of trigger
 */
export function dispatch(target, event, extra) {
	const entries = recall(target)?.events?.get(event.type) ?? [];
	event.delegateTarget = target;
	for (const { one, its } of queue(target, event, entries)) {
		if (event.isPropagationStopped()) break;
		event.currentTarget = one;
		for (const entry of its) {
			if (event.isImmediatePropagationStopped()) break;
			if (event.namespace && !isAmong(event.namespace.split("."), entry.namespace)) continue;
			call(target, one, entry, event, extra);
		}
	}
	if (event.type === "beforeunload" && event.result !== undefined) event.preventDefault();
}

/**
 * The handlers to call for an event, in order: for each element from event.target up to target those
 * delegated for it, then target's own.
 *
 * @param {any} target
 * @param {any} event
 * @param {Entry[]} entries
 */
function queue(target, event, entries) {
	const found = [];
	const delegated = entries.filter(({ selector }) => selector);
	const click = event.type === "click";
	if (delegated.length > 0 && !(click && event.button >= 1)) {
		for (let one = event.target; one && one !== target; one = member(one, "parentNode")) {
			// Clicks on disabled fields do not count.
			if (typeOf(one) !== 1 || (click && one.disabled === true)) continue;
			const its = delegated.filter(({ selector }) => isMeant(target, one, /** @type {string} */ (selector)));
			if (its.length > 0) found.push({ one, its });
		}
	}
	found.push({ one: target, its: entries.filter(({ selector }) => !selector) });
	return found;
}

/** @param {any} root @param {any} one @param {string} selector */
const isMeant = (root, one, selector) =>
	needsContext.test(selector)
		? isFound(root, one, selector)
		: matches(one, selector) &&
			// The whole selector must match inside root.
			(typeOf(root) === 9 || !/[\s>+~]/.test(selector) || isFound(root, one, selector));

/** @param {any} root @param {any} one @param {string} selector */
const isFound = (root, one, selector) => Array.from(query(root, selector)).includes(one);

/**
 * @param {any} target
 * @param {any} one
 * @param {Entry} entry
 * @param {any} event
 * @param {any[]} extra
 */
function call(target, one, entry, event, extra) {
	const { origType, type } = entry;
	if (crossings[origType] && event.relatedTarget && member(one, "contains")?.call(one, event.relatedTarget))
		return;
	if (entry.once) {
		const now = recall(target)?.events?.get(type) ?? [];
		unlisten(
			target,
			type,
			now.filter((other) => other !== entry),
		);
	}
	event.handleObj = entry;
	event.data = entry.data;
	if (crossings[origType]) event.type = origType;
	try {
		const result = (special[origType]?.handle ?? entry.handler).call(one, event, ...extra);
		if (result !== undefined) event.result = result;
		if (result === false) {
			event.preventDefault();
			event.stopPropagation();
		}
	} catch (error) {
		// As with native listeners, an error does not stop the other handlers.
		if (event.isTrigger) throw error;
		report(error);
	} finally {
		event.type = type;
	}
}
