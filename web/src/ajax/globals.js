import { Collection } from "../dom/list.js";
import { announce } from "../collection/trigger.js";
import { report } from "../lib/errors.js";

// The global events: ajaxStart when a request begins and no other is active, ajaxStop when the last has
// ended, the others for each request. A request with `global: false` triggers none of them.

/**
 * @param {string} name without "ajax"
 * @param {any[]} places
 * @param {any[]} args for its handlers
 */
function triggerAt(name, places, args) {
	for (const place of places) {
		try {
			announce(`ajax${name}`, place, args);
		} catch (error) {
			report(error); // from a function in a property, such as onajaxstart
		}
	}
}

/** @returns {any[]} */
const page = () => (globalThis.document ? [document] : []);

/** The events of one request, which begins now. */
export class Globals {
	/**
	 * @param {import("./members.js").Host} host its `active` counts the requests under way
	 * @param {import("./settings.js").Settings} s
	 */
	constructor(host, { context }) {
		this.host = host;
		// They are triggered on the context where it is a node or a collection, else on the document.
		this.places = context instanceof Collection ? context : context?.nodeType ? [context] : page();
		if (host.active++ === 0) triggerAt("Start", page(), []);
	}

	/**
	 * @param {string} name
	 * @param {any[]} args
	 */
	trigger(name, args) {
		triggerAt(name, /** @type {any} */ (this.places), args);
	}

	/** The request has ended. */
	stop() {
		if (--this.host.active === 0) triggerAt("Stop", page(), []);
	}
}
