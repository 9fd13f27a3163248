// Plays the cases where there is no document, in a worker and in Node.

import { cases } from "./cases.js";
import { endings } from "./endings.js";

/**
 * The name of each case, and what was wrong, "" if nothing was.
 *
 * @param {any} godeferred
 * @param {any[]} errors to which the place adds what is reported
 */
export async function* outcomes(godeferred, errors) {
	const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
	for (const [name, run] of [...cases, ...endings]) {
		errors.length = 0;
		let expected = false;
		let problem = "";
		try {
			await run({
				godeferred,
				turn: async () => void (await turn()),
				async collecting(act) {
					expected = true;
					const value = await act();
					await turn();
					return { errors, value };
				},
			});
			await turn();
			if (!expected && errors.length > 0) problem = `errors were reported: ${errors.join(", ")}`;
		} catch (error) {
			problem = String(/** @type {any} */ (error)?.stack ?? error);
		}
		yield { name, problem };
	}
}
