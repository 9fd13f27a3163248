import { invoke } from "../dom/member.js";
import { wrongArgument } from "../lib/errors.js";
import { walk } from "./collection.js";
import { bubbling, crossings, isAmong, listen, unlisten } from "./dispatch.js";
import { HeardEvent } from "./event.js";
import { hasMemory, recall } from "./memory.js";
import { query } from "./select.js";
import { originOf, special } from "./special.js";

/** @param {string} name @param {any} selector @returns {string} */
const listenedTo = (name, selector) =>
	special[name]?.[selector ? "delegateType" : "bindType"] ??
	crossings[name] ??
	((selector && bubbling[name]) || name);

/** The names in a text, each with its namespaces: `"click.menu keydown"`. @param {any} types */
const split = (types) =>
	(String(types || "").match(/\S+/g) ?? [""]).map((text) => {
		const [name, ...namespaces] = text.split(".");
		return { name, namespaces: namespaces.sort() };
	});

const refuse = () => false;

/**
 * jQuery's `on`, with all its forms of arguments.
 *
 * @param {any} set
 * @param {any} types names, or a map of handlers
 * @param {any} selector
 * @param {any} data
 * @param {any} fn
 * @param {boolean} once
 */
export function on(set, types, selector, data, fn, once) {
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
	if (!fn) return set; // an optional handler that was not given
	if (typeof fn !== "function") throw wrongArgument("on", "handler", "a function or false", fn);
	if (selector) query(invoke(document, "createElement", "i"), selector); // an invalid selector throws here
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
export function off(set, types, selector, fn) {
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
						(fn && originOf(fn) !== originOf(entry.handler)) ||
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
		return this.on(types, null, data, fn);
	},
	unbind(types, fn) {
		return this.off(types, null, fn);
	},
	delegate(selector, types, data, fn) {
		return this.on(types, selector, data, fn);
	},
	/** Takes a namespace, or a selector, types and a handler. */
	undelegate(selector, types, fn) {
		return arguments.length === 1 ? this.off(selector, "**") : this.off(types, selector || "**", fn);
	},
	hover(enter, leave) {
		return this.on("mouseenter", enter).on("mouseleave", leave || enter);
	},
};

// The global events of ajax.
for (const name of ["Start", "Send", "Success", "Error", "Complete", "Stop"]) {
	listening[`ajax${name}`] = function (fn) {
		return this.on(`ajax${name}`, fn);
	};
}
