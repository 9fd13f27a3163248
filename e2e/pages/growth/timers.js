// Timers that end when a test says so, in place of the page's or of Node's.

/** What waits for its time. @type {Set<() => void>} */
export const timers = new Set();

const { setTimeout, clearTimeout } = globalThis;

/** Runs fn with timers that end when `timers` are called. @param {() => unknown} fn */
export async function withTimers(fn) {
	timers.clear();
	Object.assign(globalThis, {
		setTimeout: (/** @type {() => void} */ act) => {
			timers.add(act);
			return act;
		},
		clearTimeout: (/** @type {() => void} */ act) => timers.delete(act),
	});
	try {
		await fn();
	} finally {
		Object.assign(globalThis, { setTimeout, clearTimeout });
	}
}

/** Ends all that waits. */
export const endTimers = () => {
	for (const end of Array.from(timers)) end();
};
