// What is measured. The jobs stand in deferreds.js and promises.js, and are the same for every library.

/**
 * @typedef {object} Case
 * @property {string} id the name of its job
 * @property {string} name what the table calls one operation, in Markdown
 * @property {number} operations how many operations one unit of the work has: a unit cannot be divided
 * @property {number} results what the callbacks of one unit add up to. A library that skips any fails the benchmark
 * @property {string} [instead] what a library of promises alone does here, where it lacks the operation
 * @property {boolean} [deferredsOnly] whether promises have nothing like it
 * @property {string[]} [without] other libraries that have nothing like it
 */

/** @type {Case[]} */
export const cases = [
	{ id: "create", name: "create", operations: 1, results: 1 },
	{ id: "doneResolve", name: "create + `done` + `resolve`", operations: 1, results: 1, instead: "then" },
	{ id: "tenDone", name: "create + ten `done` + `resolve`", operations: 1, results: 10, instead: "then" },
	{ id: "lateDone", name: "late `done`", operations: 1, results: 1, instead: "then" },
	{
		id: "notify",
		name: "`notify` to three listeners (of 1,000)",
		operations: 1000,
		results: 3000,
		deferredsOnly: true,
	},
	{
		id: "chain",
		name: "one `then` of a chain of 1,000",
		operations: 1000,
		results: 1000,
		without: ["simply-deferred"], // its calls are nested: now and then, Firefox has no room for so many on its stack
	},
	{
		id: "parallel",
		name: "create + `then` + `resolve`, 10,000 at once",
		operations: 10_000,
		results: 10_000,
	},
	{
		id: "when",
		name: "`when` of 100 pending, all created and resolved",
		operations: 1,
		results: 100,
		instead: "all",
	},
	{ id: "await", name: "`await` of a resolved one", operations: 1, results: 1 },
	{
		id: "get",
		name: "`get` of a few bytes (of 1,000, 50 at once)",
		operations: 1000,
		results: 1000,
		instead: "fetch",
		without: ["bluebird", "simply-deferred", "underscore.deferred"],
	},
];

/**
 * Those that a library can do.
 *
 * @param {Case} test
 * @param {import("./libraries.js").Library} library
 */
export function has(test, { id, promises, only }) {
	if (only) return only.includes(test.id);
	return !(promises && test.deferredsOnly) && !test.without?.includes(id);
}

/**
 * By the id of a case: does so many units of its work.
 *
 * @typedef {Record<string, (units: number) => void | Promise<void>>} Jobs
 */

/**
 * What one library does for all cases.
 *
 * @typedef {object} Work
 * @property {Jobs} jobs
 * @property {() => number} taken what the callbacks of all jobs since the last call were given, added up
 */
