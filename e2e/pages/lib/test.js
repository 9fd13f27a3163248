// A test library for pages, small enough to read before believing it. A test module registers tests with test();
// run() runs them one after the other, reports to the server that served the page, and sets window.__results.
// Documents call run() themselves at their end; for modules, main.js does. The server may then send it to another page.

/** @typedef {{ name: string, ok: boolean, error: string }} Result */

/** @typedef {{ name: string, fn: (t: Trial) => unknown, deadline: number }} Registered */

/** @type {Registered[]} */
const registered = [];

/** @type {Result[]} */
const results = [];

/** @type {Trial | undefined} */
let current;

// Milliseconds, far more than any test needs: it names the test that hangs, where the whole page would only be late.
const DEADLINE = 120_000;

/** What a running test may say about errors that are its subject. */
class Trial {
	/** @type {string[]} */
	problems = [];
	/** @type {unknown[] | undefined} */
	expectedErrors;
	/** @type {unknown[] | undefined} */
	expectedRejections;

	/** From now on uncaught errors are expected: they are collected in the array that this returns. */
	errors() {
		this.expectedErrors ??= [];
		return this.expectedErrors;
	}

	/** From now on unhandled rejections are expected: their reasons are collected in the array that this returns. */
	rejections() {
		this.expectedRejections ??= [];
		return this.expectedRejections;
	}
}

/**
 * Registers a test. It passes when fn returns, or its promise fulfils, with no uncaught error or unhandled rejection.
 * @param {string} name
 * @param {(t: Trial) => unknown} fn
 * @param {{ deadline?: number }} [options] how many milliseconds it may take before it counts as hung
 */
export function test(name, fn, { deadline = DEADLINE } = {}) {
	registered.push({ name, fn, deadline });
}

/** Adds a result that another test runner found. @param {Result} result */
export function record(result) {
	results.push(result);
}

/** Reports a failure outside any test: a module that could not be imported. @param {string} name @param {unknown} error */
export function fail(name, error) {
	record({ name, ok: false, error: describeError(error) });
}

/** A promise of the next task: what was queued before, microtasks and events such as unhandledrejection, has run. */
export function turn() {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

window.addEventListener("error", (event) => {
	// Images and scripts that fail to load have events of the same name, which do not come here: they do not bubble.
	if (current?.expectedErrors) {
		current.expectedErrors.push(event.error);
		event.preventDefault(); // keeps it out of the console, where the harness would count it
		return;
	}
	blame(`uncaught error: ${describeError(event.error ?? event.message)}`);
});

window.addEventListener("unhandledrejection", (event) => {
	if (current?.expectedRejections) {
		current.expectedRejections.push(event.reason);
		event.preventDefault();
		return;
	}
	blame(`unhandled rejection: ${describeError(event.reason)}`);
});

/** @param {string} problem */
function blame(problem) {
	if (current) current.problems.push(problem);
	else results.push({ name: "outside any test", ok: false, error: problem });
}

/** @param {unknown} error */
function describeError(error) {
	if (!(error instanceof Error)) return String(error);
	// Firefox's stacks lack the message, Chromium's begin with it.
	const stack = error.stack ?? "";
	return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
}

/** @param {Registered} one */
async function runOne({ name, fn, deadline }) {
	const trial = new Trial();
	current = trial;
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`the test did not end within ${deadline / 1000} s`)), deadline);
	});
	try {
		await Promise.race([fn(trial), late]);
	} catch (error) {
		trial.problems.push(describeError(error));
	}
	clearTimeout(timer);
	// Browsers tell of unhandled rejections in a task of their own: two turns let it come while this test is current.
	await turn();
	await turn();
	current = undefined;
	results.push({ name, ok: trial.problems.length === 0, error: trial.problems.join("\n") });
}

/** Runs all registered tests and reports. */
export async function run() {
	for (const one of registered) await runOne(one);
	/** @type {any} */ (window).__results = results;
	const report = await fetch("/report", { method: "POST", body: JSON.stringify({ results }) });
	const next = await report.text();
	if (report.ok && next) location.replace(next);
}

export { deepEqual, equal, ok, rejects, throws } from "./assert.js";
