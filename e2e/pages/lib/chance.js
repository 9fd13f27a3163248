// What tests with programs made up by chance share: chance that is the same each time, and the smallest part
// of a program that still fails.

/** Chance that a seed decides. */
export class Chance {
	/** @param {number} seed */
	constructor(seed) {
		this.state = Math.imul(seed, 0x9e3779b1) >>> 0;
	}

	/** A whole number from 0 up to below. @param {number} below */
	below(below) {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	}

	/** True so many times of 100. @param {number} percent */
	often(percent) {
		return this.below(100) < percent;
	}

	/** @template T @param {readonly T[]} list @returns {T} */
	one(list) {
		return list[this.below(list.length)];
	}

	/** So many, made one by one. @template T @param {number} count @param {() => T} make @returns {T[]} */
	some(count, make) {
		return Array.from({ length: count }, make);
	}
}

/**
 * Leaves out of a program, which is plain data, whatever can go without that it passes: members of lists, one
 * after the other, at every depth.
 *
 * @template T
 * @param {T} program
 * @param {(program: T) => boolean | Promise<boolean>} fails
 * @returns {Promise<T>}
 */
export async function smallest(program, fails) {
	for (let again = true; again; ) {
		again = false;
		for (const path of [...lists(program)].filter((one) => !one.includes("args"))) {
			for (let i = at(program, path).length; i--; ) {
				const less = structuredClone(program);
				at(less, path)?.splice(i, 1);
				if (!(await fails(less))) continue;
				program = less;
				again = true;
			}
			if (again) break; // paths have changed
		}
	}
	return program;
}

/** The paths of all lists of a program. @param {any} value @param {(string | number)[]} [path] @returns {Iterable<(string | number)[]>} */
function* lists(value, path = []) {
	if (value === null || typeof value !== "object") return;
	if (Array.isArray(value)) yield path;
	for (const [key, inner] of Object.entries(value)) yield* lists(inner, [...path, key]);
}

/** @param {any} value @param {(string | number)[]} path @returns {any} */
const at = (value, path) => path.reduce((inner, key) => inner?.[key], value);
