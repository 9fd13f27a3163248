// What the Promises/A+ suite uses of mocha, for browsers: describe, specify, beforeEach, afterEach, and done.
// mocha's own build for browsers of that age draws a page and guesses at globals; this runs the tests and answers.

/** @typedef {{ name: string, ok: boolean, error: string }} Result */

class Suite {
	/** @param {string} title @param {Suite} [parent] */
	constructor(title, parent) {
		this.title = title;
		this.parent = parent;
		/** @type {(() => void)[]} */
		this.before = [];
		/** @type {(() => void)[]} */
		this.after = [];
	}
	/** @returns {string} */
	get path() {
		return this.parent?.title ? `${this.parent.path} ${this.title}` : this.title;
	}
	/** @returns {(() => void)[]} outermost first */
	get allBefore() {
		return [...(this.parent?.allBefore ?? []), ...this.before];
	}
	/** @returns {(() => void)[]} innermost first */
	get allAfter() {
		return [...this.after, ...(this.parent?.allAfter ?? [])];
	}
}

let suite = new Suite("");
/** @type {{ suite: Suite, title: string, fn: (done: (error?: unknown) => void) => void }[]} */
const tests = [];

/** Defines the globals that the suite's files expect. @param {any} scope */
export function install(scope) {
	scope.describe = (title, define) => {
		suite = new Suite(title, suite);
		define();
		suite = /** @type {Suite} */ (suite.parent);
	};
	scope.specify = scope.it = (title, fn) => tests.push({ suite, title, fn });
	scope.beforeEach = (fn) => suite.before.push(fn);
	scope.afterEach = (fn) => suite.after.push(fn);
}

// The suite waits up to 200 ms of its own; a test that has not called done after this never will.
const DEADLINE = 10_000;

/** @returns {Promise<Result[]>} */
export async function runAll() {
	const results = [];
	for (const one of tests) results.push(await runOne(one));
	return results;
}

/** @returns {Promise<Result>} */
async function runOne({ suite, title, fn }) {
	const name = `${suite.path} ${title}`.trim();
	try {
		for (const hook of suite.allBefore) hook();
		await completion(fn);
		for (const hook of suite.allAfter) hook();
	} catch (error) {
		return { name, ok: false, error: `${error}\n${error?.stack ?? ""}` };
	}
	return { name, ok: true, error: "" };
}

/** The first of: done(), done(error), an exception thrown by the test or by what it started, the deadline. */
function completion(fn) {
	return new Promise((resolve, reject) => {
		const uncaught = (event) => {
			event.preventDefault();
			reject(event.error);
		};
		addEventListener("error", uncaught);
		const timer = setTimeout(() => reject(new Error("done was never called")), DEADLINE);
		const end = (error) => {
			clearTimeout(timer);
			removeEventListener("error", uncaught);
			if (error) reject(error);
			else resolve(undefined);
		};
		try {
			if (fn.length > 0) fn(end);
			else end(fn());
		} catch (error) {
			end(error);
		}
	});
}
