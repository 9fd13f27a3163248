// Work whose steps are counted by what opens this page. Each row does some work n times, or with n things.

import { takeWalked } from "./walks.js";
import { clear, times, turn } from "./surroundings.js";
import { animationRows } from "./animations.js";
import { collectionRows } from "./collection.js";
import { deferredRows } from "./deferreds.js";
import { functionRows } from "./functions.js";
import { joinRows } from "./joins.js";
import { requestRows } from "./requests.js";

/**
 * @typedef {(n: number) => unknown} Run
 * @typedef {Run | {top: number, why: string, run: Run}} Work top: the largest n, because of what takes the time
 */

const { load } = await import("/dist/godeferred.mjs");
const { default: jQuery } = await import("/modules/jquery/dist-module/jquery.module.js");
const godeferred = await load({ wasm: "/dist/godeferred.wasm" });

/** @type {Record<string, Work>} */
const rows = {
	...joinRows(godeferred),
	...deferredRows(godeferred),
	...requestRows(godeferred),
	...functionRows(godeferred, jQuery),
	...collectionRows(godeferred),
	...animationRows(godeferred),
	// Last: what it hooks into the script must not count for other rows.
	"devtools: calls": {
		top: 1000,
		why: "the browser's modules",
		run: async (n) => {
			for (const one of await Promise.all(times(n, () => godeferred.devtools({ panel: false })))) one.close();
		},
	},
};

/** What takes no step: the platform's own, and what does nothing. */
const platforms = new Set([JSON.parse, Date.now, Array.isArray, godeferred.noop]);

/** All functions of an object and of what it inherits. @param {string} prefix @param {any} object */
function functionsOf(prefix, object) {
	/** @type {Set<string>} */
	const names = new Set();
	for (
		let at = object;
		at && at !== Object.prototype && at !== Function.prototype;
		at = Object.getPrototypeOf(at)
	) {
		for (const name of Object.getOwnPropertyNames(at)) {
			const value = object[name];
			if (
				typeof value === "function" &&
				value !== godeferred &&
				name !== "constructor" &&
				!platforms.has(value)
			) {
				names.add(prefix + name);
			}
		}
	}
	return [...names];
}

const TOP = 1e5;

Object.assign(globalThis, {
	growth: {
		/** Each row with the largest n. */
		rows: Object.entries(rows).map(([name, work]) => ({
			name,
			top: typeof work === "function" ? TOP : work.top,
			why: typeof work === "function" ? "" : work.why,
		})),
		/** What has no row. */
		missing() {
			const d = godeferred.Deferred();
			const all = [
				...functionsOf("", godeferred),
				...functionsOf("d.", d),
				...functionsOf("d.", d.promise()),
				...functionsOf("fn.", godeferred.fn),
			];
			const named = new Set(Object.keys(rows).map((name) => name.split(":")[0]));
			return all.filter((name) => !named.has(name));
		},
		/** @param {string} name @param {number} n */
		async run(name, n) {
			const work = rows[name];
			takeWalked();
			try {
				await (typeof work === "function" ? work : work.run)(n);
			} catch (error) {
				console.error(`${name}, ${n}: ${error}`);
			}
			await turn();
			const walked = takeWalked();
			clear();
			return walked;
		},
	},
});
