// Holds many deferreds, or promises, of one library. Someone else asks the browser how large its heap is.

import { loadLibraries } from "./libraries.js";

const id = /** @type {string} */ (new URLSearchParams(location.search).get("library"));
const [{ object, promises }] = await loadLibraries([id]);

/** @param {number} value */
const plusOne = (value) => value + 1;

/** @type {Record<string, () => unknown>} what is held, once for each */
const kinds = promises
	? {
			pending() {
				const promise = new object(() => {});
				promise.then(plusOne);
				return promise;
			},
			settled: () => object.resolve(1),
			then: () => source.then(plusOne),
		}
	: {
			pending: () => object.Deferred().done(plusOne),
			settled: () => object.Deferred().done(plusOne).resolve(1),
			then: () => source.then(plusOne),
		};

const source = promises ? new object(() => {}) : object.Deferred();

/** @type {unknown[]} */
let held = [];

Object.assign(globalThis, {
	/** Makes room first, which is not to be measured. @param {number} count */
	prepare(count) {
		held = new Array(count).fill(null);
	},
	/** @param {string} kind */
	hold(kind) {
		const make = kinds[kind];
		for (let i = 0; i < held.length; i++) held[i] = make();
		return held.length;
	},
});
