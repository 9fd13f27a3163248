import { report } from "../errors.js";
import { HeardEvent } from "./event.js";
import { crossings, isAmong, unlisten } from "./listen.js";
import { recall } from "./memory.js";
import { matches, query } from "./select.js";

/** The native event of a trigger that has told the handlers itself. @type {{type: string, target: any}} */
export const told = { type: "", target: null };

/**
 * Hears of a native event for all handlers of a target.
 *
 * @this {any}
 * @param {any} native
 */
export function hear(native) {
	if (native.type === told.type && native.target === told.target) return;
	dispatch(this, new HeardEvent(native), []);
}

/**
 * Calls the handlers of a target: first those for what is deeper in it.
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
 * Who is called for an event, in order: a list for each element between its target and this one that
 * handlers here are delegated for, then this one's own.
 *
 * @param {any} target
 * @param {any} event
 * @param {import("./listen.js").Entry[]} entries
 */
function queue(target, event, entries) {
	const found = [];
	const delegated = entries.filter(({ selector }) => selector);
	const click = event.type === "click";
	if (delegated.length > 0 && !(click && event.button >= 1)) {
		for (let one = event.target; one && one !== target; one = one.parentNode) {
			// Disabled fields have no clicks.
			if (one.nodeType !== 1 || (click && one.disabled === true)) continue;
			const its = delegated.filter(({ selector }) => isMeant(target, one, /** @type {string} */ (selector)));
			if (its.length > 0) found.push({ one, its });
		}
	}
	found.push({ one: target, its: entries.filter(({ selector }) => !selector) });
	return found;
}

/** @param {any} root @param {any} one @param {string} selector */
const isMeant = (root, one, selector) =>
	/^\s*[>+~]/.test(selector) ? Array.from(query(root, selector)).includes(one) : matches(one, selector);

/**
 * @param {any} target
 * @param {any} one
 * @param {import("./listen.js").Entry} entry
 * @param {any} event
 * @param {any[]} extra
 */
function call(target, one, entry, event, extra) {
	const { origType, type } = entry;
	if (crossings[origType] && event.relatedTarget && one.contains?.(event.relatedTarget)) return;
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
		const result = entry.handler.call(one, event, ...extra);
		if (result !== undefined) event.result = result;
		if (result === false) {
			event.preventDefault();
			event.stopPropagation();
		}
	} catch (error) {
		// A native event goes on to the other handlers, as to the other listeners.
		if (event.isTrigger) throw error;
		report(error);
	} finally {
		event.type = type;
	}
}
