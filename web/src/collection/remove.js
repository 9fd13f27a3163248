import { walk } from "./collection.js";
import { unlisten } from "./dispatch.js";
import { forget, recall } from "./memory.js";
import { winnow } from "./traverse.js";

/** @param {any} one */
const within = (one) => one.getElementsByTagName?.("*") ?? [];

/** Releases the handlers and the data of what is to go. @param {any} one @param {boolean} self */
export function clean(one, self) {
	for (const element of within(one)) release(element);
	if (self) release(one);
}

/** @param {any} element */
function release(element) {
	const memory = recall(element);
	if (!memory) return;
	for (const type of memory.events?.keys() ?? []) unlisten(element, type);
	forget(element);
}

/** Takes everything out of an element. @param {any} one */
export function empty(one) {
	if (one.nodeType !== 1) return;
	clean(one, false);
	one.textContent = "";
}

/** @param {any} set @param {any} selector @param {boolean} keep */
function take(set, selector, keep) {
	for (const one of selector ? winnow(set, selector) : set.get()) {
		if (!keep && one.nodeType === 1) clean(one, true);
		one.parentNode?.removeChild(one);
	}
	return set;
}

/** Taking elements away. @type {import("./collection.js").Methods} */
export const removal = {
	remove(selector) {
		return take(this, selector, false);
	},
	/** The same, but their handlers and data stay with them. */
	detach(selector) {
		return take(this, selector, true);
	},
	empty() {
		return walk(this, empty);
	},
};
