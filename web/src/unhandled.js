import { m } from "./machine.js";

/** @typedef {import("./core.js").Core} Core */

// A rejection that nothing handles is shown as the platform shows its own: through a native
// promise that is rejected with the same reason. So the page's `unhandledrejection` event, the
// tools' messages and, when a handler comes late, `rejectionhandled` are the platform's.

/** @type {Core[]} */
let suspects = [];

/** @type {WeakMap<Core, Promise<never>>} */
const reported = new WeakMap();

/** @param {Core} core rejected while nothing handled it */
export function suspect(core) {
	suspects.push(core);
}

/** Reports those that nothing has come to handle by the end of the queue. */
export function reportUnhandled() {
	if (suspects.length === 0) return;
	const checked = suspects;
	suspects = [];
	for (const core of checked) {
		if (m.unhandled(core.slot) === 1) reported.set(core, Promise.reject(core.args[0]));
	}
}

/** @param {Core} core which is handled from now on */
export function nowHandled(core) {
	reported.get(core)?.catch(() => {});
	reported.delete(core);
}
