import { typeOf } from "../dom/member.js";

// Data and handlers of elements and other objects: released with the owner, or when it is removed.

export class Memory {
	constructor() {
		/** By camelCase names. @type {Record<string, any> | null} */
		this.data = null;
		/** Whether all data-* attributes are in data. */
		this.complete = false;
		/** @type {Map<string, import("./dispatch.js").Entry[]> | null} */
		this.events = null;
	}
}

/** @type {WeakMap<object, Memory>} */
const all = new WeakMap();

/** @param {object} owner */
export const recall = (owner) => all.get(owner);

/** @param {object} owner */
export const forget = (owner) => all.delete(owner);

/** @param {object} owner */
export function remember(owner) {
	let memory = all.get(owner);
	if (!memory) {
		memory = new Memory();
		all.set(owner, memory);
	}
	return memory;
}

/** Elements, documents and objects that are not nodes can have data and handlers. @param {any} one */
export function hasMemory(one) {
	const type = typeOf(one);
	return !Number(type) || type === 1 || type === 9;
}
