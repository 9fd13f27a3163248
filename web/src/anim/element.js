/**
 * State that a stopped show or hide leaves on its element, so that the next one can reverse it and
 * knows the sizes (jQuery's fxshow).
 *
 * @typedef {object} Left
 * @property {string | undefined} display
 * @property {boolean | undefined} hidden of toggles: whether the next is to show
 * @property {Map<string, number>} sizes by property
 */

/** The animation state of an element, kept as long as it lives. */
export class Data {
	constructor() {
		/** @type {Map<string, import("./fxqueue.js").Queue>} */
		this.queues = new Map();
		/** Animations under way, oldest first. @type {import("./run.js").Run[]} */
		this.runs = [];
		/** @type {Left | null} */
		this.left = null;
		/** Called if the element is removed for good. @type {Set<() => void>} */
		this.removed = new Set();
		/** `finish` is running: a run that begins ends at once. */
		this.finishing = false;
	}
}

/** @type {WeakMap<object, Data>} */
const all = new WeakMap();

/** The state, if there is any. @param {object} element */
export const knownOf = (element) => all.get(element);

/** @param {object} element */
export function dataOf(element) {
	let data = all.get(element);
	if (!data) {
		data = new Data();
		all.set(element, data);
	}
	return data;
}
