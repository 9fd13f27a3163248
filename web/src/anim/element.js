/**
 * What a stopped show or hide leaves on its element, so that the next turns round and knows the way
 * (jQuery's fxshow).
 *
 * @typedef {object} Left
 * @property {string | undefined} display
 * @property {boolean | undefined} hidden of toggles: whether the next is to show
 * @property {Map<string, number>} sizes by property
 */

/** What is remembered of an element, for as long as that lives. */
export class Data {
	constructor() {
		/** @type {Map<string, import("./fxqueue.js").Queue>} */
		this.queues = new Map();
		/** Animations under way, oldest first. @type {import("./run.js").Run[]} */
		this.runs = [];
		/** @type {Left | null} */
		this.left = null;
		/** `finish` is under way: what begins ends at once. */
		this.finishing = false;
	}
}

/** @type {WeakMap<object, Data>} */
const all = new WeakMap();

/** @param {object} element */
export function dataOf(element) {
	let data = all.get(element);
	if (!data) {
		data = new Data();
		all.set(element, data);
	}
	return data;
}
