import { HANDLED } from "./codes.js";
import { ownerOf } from "./owner.js";
import { onDrained, schedule } from "./queue.js";

/** @typedef {import("./core.js").Core} Core */

// A rejection that nothing handles is shown as the platform shows its own: through a native
// promise that is rejected with the same reason. So the page's `unhandledrejection` event, the
// tools' messages and, when a handler comes late, `rejectionhandled` are the platform's.

/** @type {Core[]} */
let suspects = [];

/** @type {WeakMap<Core, Promise<never>>} */
const reported = new WeakMap();

// As it was when the script was loaded: a page may put another Promise in its place.
const { Promise: Native } = globalThis;

/** @param {Core} core rejected while nothing handled it */
export function suspect(core) {
	suspects.push(core);
	schedule();
}

/** Reports those that nothing has come to handle by the end of the queue. */
function reportUnhandled() {
	if (suspects.length === 0) return;
	const checked = suspects;
	suspects = [];
	for (const core of checked) {
		if (!(core.state & HANDLED) && !ownerOf(core).quiet) reported.set(core, Native.reject(core.value));
	}
}

/** @param {Core} core which is handled from now on */
export function relieve(core) {
	reported.get(core)?.catch(() => {});
	reported.delete(core);
}

onDrained(reportUnhandled);
