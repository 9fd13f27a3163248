import { define } from "../lib/own.js";

/** Members replaced in other libraries' objects, until undo. */
export class Patches {
	constructor() {
		/** @type {{on: any, name: string, before: PropertyDescriptor | undefined, value: any}[]} */
		this.list = [];
	}

	/**
	 * @param {any} on
	 * @param {string} name
	 * @param {any} value
	 */
	replace(on, name, value) {
		const before = Object.getOwnPropertyDescriptor(on, name);
		const enumerable = before?.enumerable ?? true;
		define(on, name, { value, enumerable, writable: true, configurable: true });
		this.list.push({ on, name, before, value });
	}

	/**
	 * Sets a member only where there is none.
	 *
	 * @param {any} on
	 * @param {string} name
	 * @param {any} value
	 */
	add(on, name, value) {
		if (!(name in on)) this.replace(on, name, value);
	}

	/** Restores the former members, except where other code has replaced ours since then. */
	undo() {
		for (const { on, name, before, value } of this.list.reverse()) {
			if (Object.getOwnPropertyDescriptor(on, name)?.value !== value) continue;
			if (before) define(on, name, before);
			else delete on[name];
		}
	}
}
