// Plays cases in a document.

import { test, turn } from "../lib/test.js";

/**
 * Registers a test for each case.
 *
 * @param {any} godeferred
 * @param {typeof import("./cases.js").cases} cases
 */
export function play(godeferred, cases) {
	for (const [name, run] of cases) {
		test(name, (t) =>
			run({
				godeferred,
				turn,
				async collecting(act) {
					const errors = t.errors();
					const value = await act();
					await turn();
					return { errors, value };
				},
			}),
		);
	}
}
