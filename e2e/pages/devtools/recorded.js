// What all tests of devtools() share: the recorder, opened without its panel, and its events so far.

import godeferred, { load } from "/dist/godeferred.mjs";

/** @param {any} [options] */
export async function record(options) {
	await load();
	const devtools = await godeferred.devtools({ panel: false, ...options });
	/** @type {any[]} */
	const events = [];
	const stop = devtools.watch((/** @type {any} */ event) => events.push(event));
	return { devtools, events, stop };
}

/** Events are told in a microtask. The end of a task is behind all of them. */
export const told = () => new Promise((resolve) => setTimeout(resolve));

/** The events without their times and stacks, and with numbers from 1 on. @param {any[]} events */
export function shorten(events) {
	const first = Math.min(...events.filter(({ type }) => type === "created").map(({ id }) => id));
	return events.map(({ at: _, stack: __, ...rest }) => {
		for (const name of ["id", "of", "parent"]) if (name in rest) rest[name] -= first - 1;
		return rest;
	});
}
