import { define } from "../lib/own.js";

/** Members of strangers' objects that are replaced for a while. */
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
	 * The same only where there is none.
	 *
	 * @param {any} on
	 * @param {string} name
	 * @param {any} value
	 */
	add(on, name, value) {
		if (!(name in on)) this.replace(on, name, value);
	}

	/** Puts back what was there, but where somebody else has put a third in the place of ours. */
	undo() {
		for (const { on, name, before, value } of this.list.reverse()) {
			if (Object.getOwnPropertyDescriptor(on, name)?.value !== value) continue;
			if (before) define(on, name, before);
			else delete on[name];
		}
	}
}
