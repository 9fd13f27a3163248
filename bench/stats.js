// Medians, quartiles and ratios of samples.

/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} lower the first quartile
 * @property {number} upper the third
 * @property {number} rounds of how many samples
 */

/**
 * @param {readonly number[]} samples at least one, in any order
 * @returns {Summary}
 */
export function summary(samples) {
	if (samples.length === 0) throw new RangeError("a summary needs at least one sample");
	const sorted = [...samples].sort((a, b) => a - b);
	return {
		median: quantile(sorted, 0.5),
		lower: quantile(sorted, 0.25),
		upper: quantile(sorted, 0.75),
		rounds: sorted.length,
	};
}

/**
 * Linear between the two nearest samples, as most tools do.
 *
 * @param {readonly number[]} sorted
 * @param {number} fraction
 */
function quantile(sorted, fraction) {
	const at = fraction * (sorted.length - 1);
	const below = sorted[Math.floor(at)];
	return below + (sorted[Math.ceil(at)] - below) * (at % 1);
}

/**
 * How many times longer theirs takes, pair by pair: whatever slowed the browser down during a round slowed down both,
 * and cancels out, which it does not in a ratio of medians.
 *
 * @param {readonly (number | undefined)[]} theirs by round
 * @param {readonly (number | undefined)[]} ours by round; rounds in which either was left out do not count
 * @returns {Summary}
 */
export function ratios(theirs, ours) {
	/** @type {number[]} */
	const pairs = [];
	for (const [round, their] of theirs.entries()) {
		const our = ours[round];
		if (their !== undefined && our !== undefined) pairs.push(their / our);
	}
	return summary(pairs);
}
