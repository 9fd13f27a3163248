// Counts the steps of the shipped script: how often each of its blocks runs, as V8 counts them for coverage. The
// engine's own functions are not counted by that. Those that walk a list are replaced by ones that count its length.

import { Session } from "node:inspector/promises";

let walked = 0;

const session = new Session();
session.connect();

/** Call it before the script is loaded: V8 compiles counters in, and walks are counted by functions in their place. */
export async function startCounting() {
	await session.post("Profiler.enable");
	await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
	for (const name of ["shift", "splice", "indexOf", "includes", "filter", "slice"]) {
		const original = Array.prototype[name];
		Array.prototype[name] = function (...args) {
			walked += this.length;
			return original.apply(this, args);
		};
	}
	/** How many listeners each target has. @type {WeakMap<EventTarget, number>} */
	const listeners = new WeakMap();
	for (const [name, change] of [
		["addEventListener", 1],
		["removeEventListener", -1],
	]) {
		const original = EventTarget.prototype[name];
		EventTarget.prototype[name] = function (...args) {
			const count = listeners.get(this) ?? 0;
			walked += count;
			listeners.set(this, count + change);
			return original.apply(this, args);
		};
	}
}

/**
 * The steps that fn takes.
 *
 * @param {string} script the end of its URL
 * @param {() => unknown} fn
 */
export async function steps(script, fn) {
	await session.post("Profiler.takePreciseCoverage"); // counts from 0 again
	walked = 0;
	await fn();
	let count = walked;
	const { result } = await session.post("Profiler.takePreciseCoverage");
	for (const { url, functions } of result) {
		if (!url.endsWith(script)) continue;
		for (const { ranges } of functions) for (const range of ranges) count += range.count;
	}
	return count;
}
