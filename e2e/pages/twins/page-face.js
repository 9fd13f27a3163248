// The page face's part of the scenarios: internal/twins has the Go face's, with the same names.

import { godeferred } from "../lib/started.js";
import { pageRequests } from "./page-requests.js";
import { pageAnimations } from "./page-animations.js";
import { pageEvents } from "./page-events.js";
import { pageCaches } from "./page-caches.js";
import { pagePrograms } from "./page-programs.js";

/** @typedef {import("./trace.js").Told} Told */

/** @typedef {[what: string, fields?: Record<string, any>]} Outcome */

/**
 * What steps share.
 *
 * @typedef {object} Around
 * @property {(id: string, what: string, fields?: Record<string, any>) => void} say
 * @property {(id: string, work: PromiseLike<Outcome> | Outcome) => void} begun work whose outcome the step "end" tells
 * @property {Record<string, any>} kept by the verbs, until the next scenario
 */

/** @param {(told: Told) => void} tell */
export function pageFace(tell) {
	/** @type {Map<string, PromiseLike<Outcome> | Outcome>} */
	const under = new Map();
	/** @type {Around} */
	const around = {
		say: (id, what, fields = {}) => tell({ id, what, ...fields }),
		begun: (id, work) => under.set(id, work),
		kept: {},
	};
	/** @type {Record<string, (step: any) => any>} */
	const verbs = {
		...pageRequests(godeferred, around),
		...pageAnimations(godeferred, around),
		...pageEvents(godeferred, around),
		...pageCaches(godeferred, around),
		...pagePrograms(godeferred, around),
		reset() {
			under.clear();
			around.kept = {};
		},
		async end({ id }) {
			const work = under.get(id);
			if (!work) throw new Error(`nothing has the name ${id}`);
			around.say(id, ...(await work));
		},
	};
	return (/** @type {any} */ step) => {
		if (!Object.hasOwn(verbs, step.do)) throw new Error(`no verb ${step.do}`);
		return verbs[step.do](step);
	};
}
