import { invoke, member, typeOf } from "../dom/member.js";
import { forget as forgetQueues } from "../anim/fxqueue.js";
import { forgetDisplay } from "../dom/display.js";
import { walk } from "./collection.js";
import { unlisten } from "./dispatch.js";
import { forget, recall } from "./memory.js";
import { winnow } from "./traverse.js";

/** @param {any} one */
const within = (one) => member(one, "getElementsByTagName")?.call(one, "*") ?? [];

/** Releases handlers and data in an element; with self, its own. @param {any} one @param {boolean} self */
export function clean(one, self) {
	for (const element of within(one)) release(element);
	if (self) release(one);
}

/**
 * Releases all that an element carries: queues, what hide has overwritten, handlers and data (jQuery's cleanData).
 *
 * @param {any} element
 */
export function release(element) {
	forgetQueues(element);
	forgetDisplay(element);
	const memory = recall(element);
	if (!memory) return;
	for (const type of memory.events?.keys() ?? []) unlisten(element, type);
	forget(element);
}

/** Removes everything in an element. @param {any} one */
export function empty(one) {
	if (typeOf(one) !== 1) return;
	clean(one, false);
	invoke(one, "replaceChildren");
}

/** @param {any} set @param {any} selector @param {boolean} keep */
function take(set, selector, keep) {
	for (const one of selector ? winnow(set, selector) : set.get()) {
		if (!keep && typeOf(one) === 1) clean(one, true);
		const parent = member(one, "parentNode");
		if (parent) invoke(parent, "removeChild", one);
	}
	return set;
}

/** Removing elements. @type {import("./collection.js").Methods} */
export const removal = {
	remove(selector) {
		return take(this, selector, false);
	},
	/** Like remove, but handlers and data stay. */
	detach(selector) {
		return take(this, selector, true);
	},
	empty() {
		return walk(this, empty);
	},
};
