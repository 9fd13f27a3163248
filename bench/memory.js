// Holds many deferreds, or promises, of one library. Someone else asks the browser how large its heap is.

import { loadLibraries } from "./libraries.js";

const id = /** @type {string} */ (new URLSearchParams(location.search).get("library"));
const [{ object, promises }] = await loadLibraries([id]);

/** @param {number} value */
const plusOne = (value) => value + 1;

/** @type {Record<string, (i: number) => unknown>} what is held, once for each */
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

/** An element for each, made beforehand where a kind needs it. @type {Element[]} */
let elements = [];
const { signal } = new AbortController();
/** @type {any} */
let cached;
let key = 0;

if (id === "godeferred") {
	// Requests that get no answer: the network's own bytes are not measured.
	globalThis.fetch = () => new Promise(() => {});
	cached = object.createCache((/** @type {any} */ defer, /** @type {any} */ key) => defer.resolve(key));
	Object.assign(kinds, {
		bare: () => object.Deferred(),
		promise: () => object.Deferred().promise(),
		detached: () => object.Deferred().resolve,
		wait: () => object.wait(1e9),
		waiter: () => object.work(() => {}, { signal }).fail(plusOne),
		cached: () => cached(key++),
		request: () => object.ajax(`/never?${key++}`),
		collection: (/** @type {number} */ i) => object(elements[i]),
		handler: (/** @type {number} */ i) => object.event.add(elements[i], "click", plusOne),
		data: (/** @type {number} */ i) => object.data(elements[i], "key", plusOne),
		once: (/** @type {number} */ i) => object.bindOnce(elements[i], "click"),
		animation: (/** @type {number} */ i) => object.animate(elements[i], { opacity: 0.5 }, 1e9),
	});
}

const source = promises ? new object(() => {}) : object.Deferred();

/** @type {unknown[]} */
let held = [];

Object.assign(globalThis, {
	/** Makes room first, which is not to be measured. @param {number} count */
	prepare(count) {
		held = new Array(count).fill(null);
		const parent = document.createElement("div");
		elements = Array.from(held, () => parent.appendChild(document.createElement("b")));
		document.body.replaceChildren(parent);
	},
	/** @param {string} kind */
	hold(kind) {
		const make = kinds[kind];
		for (let i = 0; i < held.length; i++) held[i] = make(i);
		return held.length;
	},
});
