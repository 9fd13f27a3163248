import { wrongArgument } from "../errors.js";
import { walk } from "./collection.js";
import { hear } from "./dispatch.js";
import { HeardEvent } from "./event.js";
import { hasMemory, recall, remember } from "./memory.js";
import { query } from "./select.js";

/**
 * One handler of one target.
 *
 * @typedef {object} Entry
 * @property {string} origType the event's name, as the page gave it
 * @property {string} type what is listened to
 * @property {string} namespace sorted, with points between
 * @property {Function} handler
 * @property {any} data
 * @property {string | undefined} selector of a delegated one
 * @property {boolean} once
 */

/** @param {Record<string, string>} names @returns {Record<string, string>} without what all objects have */
const table = (names) => Object.assign(Object.create(null), names);

/** Events that are others, looked at more closely. */
export const crossings = table({
	mouseenter: "mouseover",
	mouseleave: "mouseout",
	pointerenter: "pointerover",
	pointerleave: "pointerout",
});
/** What bubbles for what does not. */
export const bubbling = table({ focus: "focusin", blur: "focusout" });

/** @param {string} name @param {any} selector */
const listenedTo = (name, selector) => crossings[name] ?? (selector && bubbling[name]) ?? name;

/** The names in a text, each with its namespaces: `"click.menu keydown"`. @param {any} types */
const split = (types) =>
	(String(types || "").match(/\S+/g) ?? [""]).map((text) => {
		const [name, ...namespaces] = text.split(".");
		return { name, namespaces: namespaces.sort() };
	});

/** @param {string[]} wanted @param {string} namespace of an entry */
export const isAmong = (wanted, namespace) => {
	const own = namespace.split(".");
	return wanted.every((one) => own.includes(one));
};

/** @param {any} target @param {string} type @param {Entry} entry */
export function listen(target, type, entry) {
	const memory = remember(target);
	memory.events ??= new Map();
	const entries = memory.events.get(type);
	if (entries) {
		entries.push(entry);
		return;
	}
	memory.events.set(type, [entry]);
	// One function listens for all: what it calls hangs on the target, and nothing here on it.
	target.addEventListener?.(type, hear);
}

/** Takes all handlers of a type, or those not in a list, away. @param {any} target @param {string} type @param {Entry[]} [left] */
export function unlisten(target, type, left = []) {
	const events = recall(target)?.events;
	if (left.length > 0) {
		events?.set(type, left);
		return;
	}
	events?.delete(type);
	target.removeEventListener?.(type, hear);
}

const refuse = () => false;

/**
 * jQuery's `on`, with all its arguments left out or in.
 *
 * @param {any} set
 * @param {any} types names, or a map of handlers
 * @param {any} selector
 * @param {any} data
 * @param {any} fn
 * @param {boolean} once
 */
function on(set, types, selector, data, fn, once) {
	if (typeof types === "object") {
		if (typeof selector !== "string") [selector, data] = [undefined, data || selector];
		for (const name in types) on(set, name, selector, data, types[name], once);
		return set;
	}
	if (data == null && fn == null) [selector, data, fn] = [undefined, undefined, selector];
	else if (fn == null) {
		if (typeof selector === "string") [data, fn] = [undefined, data];
		else [selector, data, fn] = [undefined, selector, data];
	}
	if (fn === false) fn = refuse;
	if (!fn) return set; // a handler that is optional to the page
	if (typeof fn !== "function") throw wrongArgument("on", "handler", "a function or false", fn);
	if (selector) query(document.createElement("i"), selector); // one that is invalid throws here
	return walk(set, (target) => {
		if (!hasMemory(target)) return;
		for (const { name, namespaces } of split(types)) {
			const type = listenedTo(name, selector);
			const namespace = namespaces.join(".");
			if (name) listen(target, type, { origType: name, type, namespace, handler: fn, data, selector, once });
		}
	});
}

/** @param {any} set @param {any} types @param {any} selector @param {any} fn */
function off(set, types, selector, fn) {
	if (types instanceof HeardEvent) {
		const { delegateTarget, handleObj } = /** @type {any} */ (types);
		const name = handleObj.namespace ? `${handleObj.origType}.${handleObj.namespace}` : handleObj.origType;
		off([delegateTarget], name, handleObj.selector, handleObj.handler);
		return set;
	}
	if (typeof types === "object") {
		for (const name in types) off(set, name, selector, types[name]);
		return set;
	}
	if (selector === false || typeof selector === "function") [selector, fn] = [undefined, selector];
	if (fn === false) fn = refuse;
	return walk(set, (target) => {
		for (const { name, namespaces } of split(types)) {
			const events = recall(target)?.events ?? [];
			for (const [type, entries] of [...events]) {
				if (name && type !== listenedTo(name, selector)) continue;
				const left = entries.filter(
					(entry) =>
						(name && name !== entry.origType) ||
						(fn && fn !== entry.handler) ||
						!isAmong(namespaces, entry.namespace) ||
						(selector && selector !== entry.selector && !(selector === "**" && entry.selector)),
				);
				unlisten(target, type, left);
			}
		}
	});
}

/** Listening to events. @type {import("./collection.js").Methods} */
export const listening = {
	on(types, selector, data, fn) {
		return on(this, types, selector, data, fn, false);
	},
	one(types, selector, data, fn) {
		return on(this, types, selector, data, fn, true);
	},
	off(types, selector, fn) {
		return off(this, types, selector, fn);
	},
	bind(types, data, fn) {
		return on(this, types, undefined, data, fn, false);
	},
	unbind(types, fn) {
		return off(this, types, undefined, fn);
	},
	hover(enter, leave) {
		return this.on("mouseenter", enter).on("mouseleave", leave || enter);
	},
};

// What ajax tells the page of all requests.
for (const name of ["Start", "Send", "Success", "Error", "Complete", "Stop"]) {
	listening[`ajax${name}`] = function (fn) {
		return this.on(`ajax${name}`, fn);
	};
}
