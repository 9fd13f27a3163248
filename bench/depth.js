// How deep callbacks can nest that settle the next deferred, until the stack is full. A depth, not a time: once is enough.

/** Depths are found in steps of so many, and not looked for beyond the last. */
const STEP = 100;
const MOST = 20_000;

/**
 * The greatest depth that a library reaches; 0 if it does not reach the first step.
 *
 * @param {any} $ the library, with Deferred
 */
export function deepest($) {
	let reached = 0;
	let failed = MOST / STEP + 1;
	while (failed - reached > 1) {
		// Doubled at first: most trials are then shallow, and the stack is full seldom.
		const next =
			failed > MOST / STEP ? Math.min(Math.max(2 * reached, 1), failed - 1) : (reached + failed) >> 1;
		if (nests($, next * STEP)) reached = next;
		else failed = next;
	}
	return reached * STEP;
}

/**
 * @param {any} $
 * @param {number} depth
 */
function nests($, depth) {
	const all = Array.from({ length: depth }, () => $.Deferred());
	for (let i = 1; i < depth; i++) {
		all[i - 1].done((/** @type {number} */ value) => {
			all[i].resolve(value);
		});
	}
	let through = false;
	all[depth - 1].done(() => {
		through = true;
	});
	try {
		all[0].resolve(1);
	} catch (error) {
		if (!(error instanceof Error)) throw error; // Firefox: an InternalError, others: a RangeError
	}
	return through;
}
