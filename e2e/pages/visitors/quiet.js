// What holds for each page of the site.

import { deepEqual } from "../lib/test.js";

/** Nothing is said in the console, and nothing is asked of another origin. */
export function isQuiet() {
	deepEqual(window.heard, []);
	const strangers = performance
		.getEntriesByType("resource")
		.map(({ name }) => new URL(name))
		.filter(({ origin, protocol }) => origin !== location.origin && protocol !== "data:");
	deepEqual(strangers.map(String), []);
}
