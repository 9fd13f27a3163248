import { report } from "../lib/errors.js";

/**
 * @typedef {import("./parts.d.ts").DevtoolsEvent} DevtoolsEvent
 * @typedef {import("./parts.d.ts").Entry} Entry
 * @typedef {{event: any, entry: Entry | undefined, only: ((event: any) => void) | undefined}} Held
 */

// Read when the file is loaded: a page's fake clock may replace it.
const later = globalThis.queueMicrotask;

/**
 * Events on their way to listeners. They are told in a microtask, in order: so a listener runs between the page's
 * tasks, not within its calls, and an event can say what is known only after the call that has caused it.
 */
export class Events {
	/** @param {(held: Held) => void} complete adds to an event what is known by then */
	constructor(complete) {
		this.complete = complete;
		/** @type {Held[]} */
		this.held = [];
		/** @type {Set<(event: any) => void>} */
		this.listeners = new Set();
		this.soon = false;
		/** Listeners are being called. */
		this.telling = false;
	}

	/** @param {DevtoolsEvent} event @param {Entry} [entry] @param {(event: any) => void} [only] for this listener alone */
	add(event, entry, only) {
		this.held.push({ event, entry, only });
		this.later();
	}

	later() {
		if (this.soon) return;
		this.soon = true;
		later(() => {
			this.soon = false;
			this.tell();
		});
	}

	/** Adds an event of a time before all that are on their way. @param {DevtoolsEvent} event @param {Entry} entry */
	addEarlier(event, entry) {
		this.add(event, entry);
		this.held.unshift(/** @type {Held} */ (this.held.pop()));
	}

	/** Forgets what is on its way of a deferred. @param {Entry} entry */
	drop(entry) {
		this.held = this.held.filter((one) => one.entry !== entry);
	}

	/** Tells of all that has happened. */
	tell() {
		if (this.telling) return;
		this.telling = true;
		while (this.held.length > 0) {
			const { held } = this;
			this.held = [];
			for (const one of held) {
				this.complete(one);
				for (const listener of one.only ? [one.only] : this.listeners) {
					try {
						listener(one.event);
					} catch (error) {
						report(error);
					}
				}
			}
		}
		this.telling = false;
	}

	close() {
		this.held = [];
		this.listeners.clear();
	}
}
