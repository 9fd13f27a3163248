import { Collection } from "../dom/list.js";
import { announce } from "../collection/trigger.js";
import { report } from "../lib/errors.js";

// The events that tell handlers of a document of all requests: ajaxStart when the first begins while
// there is none, ajaxStop when the last has ended, the others for each. One with `global: false` has
// none of them.

/** How many requests there are. */
let active = 0;

/**
 * @param {string} name without "ajax"
 * @param {any[]} places
 * @param {any[]} args of its handlers
 */
function tell(name, places, args) {
	for (const place of places) {
		try {
			announce(`ajax${name}`, place, args);
		} catch (error) {
			report(error); // of a function in a property, such as onajaxstart
		}
	}
}

/** @returns {any[]} */
const page = () => (globalThis.document ? [document] : []);

/** The events of one request. */
export class Globals {
	/** @param {import("./settings.js").Settings} s */
	constructor({ context }) {
		// They happen where its callbacks are called, if that is in the page.
		this.places = context instanceof Collection ? context : context?.nodeType ? [context] : page();
	}

	/** It begins. */
	start() {
		if (active++ === 0) tell("Start", page(), []);
	}

	/**
	 * @param {string} name
	 * @param {any[]} args
	 */
	tell(name, args) {
		tell(name, /** @type {any} */ (this.places), args);
	}

	/** It is over. */
	end() {
		if (--active === 0) tell("Stop", page(), []);
	}
}
