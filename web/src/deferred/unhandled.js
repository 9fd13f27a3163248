import { HANDLED } from "./codes.js";
import { ownerOf } from "./owner.js";
import { onDrained, schedule } from "./queue.js";

/** @typedef {import("./core.js").Core} Core */

// An unhandled rejection is reported by a native promise that is rejected with the same reason. So
// the `unhandledrejection` event, the messages of the developer tools and, after a late handler,
// `rejectionhandled` are the platform's.

/** @type {Core[]} */
let suspects = [];

/** @type {WeakMap<Core, Promise<never>>} */
const reported = new WeakMap();

// Read when the script is loaded: a page may replace Promise.
const { Promise: Native } = globalThis;

/** @param {Core} core rejected while nothing handled it */
export function suspect(core) {
	suspects.push(core);
	schedule();
}

/** Reports the rejections that are still unhandled at the end of the queue. */
function reportUnhandled() {
	if (suspects.length === 0) return;
	const checked = suspects;
	suspects = [];
	for (const core of checked) {
		if (!(core.state & HANDLED) && !ownerOf(core).quiet) reported.set(core, Native.reject(core.value));
	}
}

/** @param {Core} core is handled from now on */
export function relieve(core) {
	reported.get(core)?.catch(() => {});
	reported.delete(core);
}

onDrained(reportUnhandled);
