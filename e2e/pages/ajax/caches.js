// Caches, and what is built on them.

import { deepEqual, equal, ok, rejects, test, throws } from "../lib/test.js";
import { asked } from "./settled.js";
import { godeferred, nothingLeft } from "../lib/started.js";

test("a cache asks once per key, also while it is under way", async () => {
	/** @type {any[]} */
	const asks = [];
	const cached = godeferred.createCache((/** @type {any} */ defer, /** @type {any} */ key) =>
		asks.push([key, defer]),
	);
	const [first, second] = [cached("a"), cached("a")];
	equal(first, second);
	ok(cached.has("a"));
	/** @type {any[]} */
	const seen = [];
	cached("a", (/** @type {any} */ v) => seen.push(v));
	asks[0][1].resolve(5);
	cached("a", (/** @type {any} */ v) => seen.push(v));
	deepEqual([seen, asks.length], [[5, 5], 1]);
	equal(cached.delete("a"), true);
	cached("a");
	equal(asks.length, 2);
	cached.clear();
	equal(cached.has("a"), false);
	throws(() => godeferred.createCache(5), /request must be a function/);
	throws(() => godeferred.createCache(() => {}, { max: 0 }), /max must be/);
	throws(() => cached("b", 5), /callback must be/);
});

test("a request may delete its own key, within the call, too", () => {
	let asks = 0;
	const cached = godeferred.createCache((/** @type {any} */ defer, /** @type {string} */ key) => {
		defer.resolve(++asks);
		if (key === "all") cached.clear();
		else cached.delete(key);
	});
	for (const key of ["one", "all"]) {
		cached(key);
		equal(cached.has(key), false, key);
	}
	cached("one");
	equal(asks, 3);
});

test("a failure is forgotten and asked for again, unless it is to be kept", async () => {
	let asks = 0;
	const request = (/** @type {any} */ defer) => defer.reject(++asks);
	const cached = godeferred.createCache(request);
	await rejects(
		Promise.resolve(cached("a")).catch((n) => Promise.reject(new Error(String(n)))),
		/1/,
	);
	equal(cached.has("a"), false);
	await rejects(
		Promise.resolve(cached("a")).catch((n) => Promise.reject(new Error(String(n)))),
		/2/,
	);
	const kept = godeferred.createCache(request, { keepFailures: true });
	kept("a").catch(() => {});
	kept("a").catch(() => {});
	equal(asks, 3);
	const throwing = godeferred.createCache(() => {
		throw new RangeError("mine");
	});
	await rejects(Promise.resolve(throwing("a")), /mine/);
	equal(throwing.has("a"), false);
});

test("ten thousand keys in a cache with max: the one asked for longest ago goes", () => {
	let asks = 0;
	const cached = godeferred.createCache(
		(/** @type {any} */ defer, /** @type {any} */ key) => defer.resolve(key, ++asks),
		{ max: 100 },
	);
	for (let i = 0; i < 10_000; i++) {
		cached(i);
		cached(0); // is kept, since it is asked for all the time
	}
	equal(asks, 10_000);
	deepEqual([cached.has(0), cached.has(9901), cached.has(9900), cached.has(9999)], [true, true, false, true]);
});

test("ttl", () => {
	let asks = 0;
	const { now } = performance;
	let time = 1000;
	performance.now = () => time;
	try {
		const cached = godeferred.createCache((/** @type {any} */ defer) => defer.resolve(++asks), { ttl: 10 });
		cached("a");
		time += 10;
		cached("a");
		equal(asks, 1);
		time += 1;
		equal(cached.has("a"), false);
		cached("a");
		equal(asks, 2);
	} finally {
		performance.now = now;
	}
});

test("two simultaneous loads of one script or image make one request", async () => {
	/** @type {any[]} */
	const seen = [];
	const url = "/counted.js";
	const [a, b] = [
		godeferred.cachedGetScript(url),
		godeferred.cachedGetScript(url, () => seen.push("script")),
	];
	await Promise.all([a, b]);
	equal(await asked(url), 1);
	await godeferred.cachedGetScript(url);
	equal(await asked(url), 1);
	const image = "/counted.svg";
	await Promise.all([
		godeferred.loadImage(image, (/** @type {any} */ u, /** @type {any} */ i) => seen.push(u, i.naturalWidth)),
		godeferred.loadImage(image),
	]);
	equal(await asked(image), 1);
	deepEqual(seen, ["script", image, 7]);
	await rejects(Promise.resolve(godeferred.loadImage("/missing")), /could not be loaded/);
	nothingLeft();
});

test("afterDOMReady waits once per delay", async () => {
	/** @type {any[]} */
	const seen = [];
	const first = godeferred.afterDOMReady(5, () => seen.push(1));
	godeferred.loadImage("/counted.svg?kind");
	deepEqual([godeferred.inspect().kinds.timer, godeferred.inspect().kinds.image], [1, 1]);
	equal(godeferred.afterDOMReady(5), first);
	await first;
	godeferred.afterDOMReady(5, () => seen.push(2));
	deepEqual(seen, [1, 2]);
});

test("afterDOMReady counts from when the document was ready, not from the call", async () => {
	const [{ domContentLoadedEventStart: at }] = /** @type {PerformanceNavigationTiming[]} */ (
		performance.getEntriesByType("navigation")
	);
	const late = performance.now() - at;
	const delay = late + 40;
	await godeferred.afterDOMReady(delay);
	const waited = performance.now() - at;
	ok(waited >= delay - 1, `${waited} ms, not ${delay}`);
	// Its time has passed: no timer is needed any more, only microtasks.
	const { setTimeout: before } = window;
	/** @type {any} */ (window).setTimeout = () => {
		throw new Error("a timer for what is over");
	};
	try {
		await Promise.all([godeferred.afterDOMReady(delay - 20), godeferred.afterDOMReady(0)]);
		equal(godeferred.afterDOMReady("0"), godeferred.afterDOMReady(undefined));
	} finally {
		window.setTimeout = before;
	}
});

test("two URL objects of one address are one image and one script", async () => {
	const url = () => new URL("/counted.svg?url", location.href);
	equal(godeferred.loadImage(url()), godeferred.loadImage(String(url())));
	await godeferred.loadImage(url());
	equal(await asked("/counted.svg?url"), 1);
	ok(godeferred.loadImage.has(url()));
});

test("a search by JSONP through a cache", async () => {
	const search = godeferred.createCache((/** @type {any} */ defer, /** @type {string} */ query) => {
		godeferred
			.ajax({ url: "/jsonp", data: { q: query }, dataType: "jsonp" })
			.then(defer.resolve, defer.reject);
	});
	const [first, again] = [search("a b"), search("a b")];
	equal(first, again);
	deepEqual(await first, { a: [1] });
	equal(await asked("/jsonp?q=a%20b"), 1);
});
