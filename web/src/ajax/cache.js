import { flatten } from "../lib/callbacks.js";
import { checkFunction, wrongArgument } from "../lib/errors.js";
import { DeferredObject } from "../deferred/deferred.js";
import { Core } from "../deferred/core.js";
import { kinds } from "../deferred/pending.js";
import { later } from "../combine/timer.js";
import { checkOptions } from "../lib/options.js";
import { ownAll } from "../lib/own.js";

/**
 * `godeferred.createCache(request, { max, ttl, keepFailures })`: request(defer, key) runs once per
 * key, also while it is under way; `cached(key, callback)` returns its promise. max is the number of
 * keys kept: the least recently used one is dropped. ttl is how long an answer is kept, in ms; it is dropped within twice that time. A failure
 * is forgotten, so that the next call tries again, unless keepFailures is set: then ttl counts for it, too.
 *
 * ajax.Cache is the same for Go.
 *
 * @param {(defer: any, key: any) => void} request
 * @param {{max?: number, ttl?: number, keepFailures?: boolean}} [options]
 */
export function createCache(request, options) {
	checkFunction("createCache", "request", request);
	return cacheOf("cached", "deferred", request, options);
}

/**
 * @param {string} where the page's function, for errors
 * @param {import("../deferred/pending.js").Kind} kind of its requests in `inspect()`
 * @param {(defer: any, key: any) => void} request
 * @param {{max?: number, ttl?: number, keepFailures?: boolean}} [options]
 * @param {(where: string, key: any) => any} [keyOf] the key for a value: equal keys share an entry
 */
export function cacheOf(where, kind, request, options, keyOf = (_, key) => key) {
	const {
		max = Number.POSITIVE_INFINITY,
		ttl = Number.POSITIVE_INFINITY,
		keepFailures = false,
	} = ownAll(checkOptions("createCache", options));
	if (!(max >= 1)) throw wrongArgument("createCache", "max", "a number, 1 or more", max);
	if (!(ttl >= 0)) throw wrongArgument("createCache", "ttl", "a number of ms", ttl);
	/** In the order of use: the first is the least recently used. @type {Map<any, Entry>} */
	const entries = new Map();

	const cached = (/** @type {any} */ asked, /** @type {any} */ callback) => {
		if (callback != null && flatten([callback]).length === 0) {
			throw wrongArgument(where, "callback", "a function", callback);
		}
		const key = keyOf(where, asked);
		let entry = entries.get(key);
		entries.delete(key);
		if (entry && performance.now() <= entry.until) {
			entries.set(key, entry);
		} else {
			entry = { until: Number.POSITIVE_INFINITY, promise: undefined };
			entries.set(key, entry); // before the request, which may delete it, or ask for the same key
			fill(entry, key);
		}
		while (entries.size > max) entries.delete(entries.keys().next().value);
		const { promise } = entry;
		return callback == null ? promise : promise.done(callback);
	};

	/** @param {Entry} entry @param {any} key */
	const fill = (entry, key) => {
		const defer = /** @type {any} */ (new DeferredObject(new Core(kinds.indexOf(kind))));
		entry.promise = defer.promise();
		entry.promise.always(() => {
			entry.until = performance.now() + ttl;
			sweepLater();
		});
		if (!keepFailures) {
			defer.fail(() => {
				if (entries.get(key) === entry) entries.delete(key);
			});
		}
		try {
			request.call(undefined, defer, key);
		} catch (error) {
			defer.reject(error);
		}
	};

	let sweeping = false;
	// Expired entries are dropped together, at most once in each ttl: so each is looked at once or twice.
	const sweepLater = () => {
		if (sweeping || ttl === Number.POSITIVE_INFINITY) return;
		sweeping = true;
		const timer = /** @type {any} */ (later(sweep, Math.max(ttl, 1000)));
		timer?.unref?.(); // Node: a cache must not keep the process alive
	};
	const sweep = () => {
		sweeping = false;
		const now = performance.now();
		for (const [key, { until }] of entries) {
			if (until < now) entries.delete(key);
			else if (until < Number.POSITIVE_INFINITY) sweepLater();
		}
	};

	/** Forgets a key. Callbacks that wait for it still run. @param {any} key */
	cached.delete = (key) => entries.delete(keyOf(where, key));
	cached.clear = () => entries.clear();
	/** @param {any} key */
	cached.has = (key) => {
		const entry = entries.get(keyOf(where, key));
		return entry !== undefined && performance.now() <= entry.until;
	};
	return cached;
}

/**
 * @typedef {object} Entry
 * @property {number} until
 * @property {any} promise
 */
