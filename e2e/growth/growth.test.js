// What a page does again and again leaves no bytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { timers, withTimers } from "../pages/growth/timers.js";

const dist = new URL("../../dist/", import.meta.url);
const core = await import(new URL("core.mjs", dist).href);
const { Deferred, race, timeout, when, work } = core;
const { default: godeferred } = await import(new URL("godeferred.mjs", dist).href);

const times = (/** @type {number} */ n, /** @type {(i: number) => any} */ fn) =>
	Array.from({ length: n }, (_, i) => fn(i));

const never = new Promise(() => {});
const timed = new Promise(() => {});
const neverOurs = Deferred();
const { signal } = new AbortController();
const observed = new Set();
globalThis.IntersectionObserver = /** @type {any} */ (
	class {
		observe() {}
		disconnect() {
			observed.delete(this);
		}
	}
);
const targets = [new EventTarget(), new EventTarget()];
const many = times(100, () => new EventTarget());

/** What is done again and again while a page lives. @type {Record<string, (i: number) => unknown>} */
const habits = {
	"a race with a native promise that never settles": () => race([never, Promise.resolve()]),
	"a race with a deferred that never settles": () => race([neverOurs, Promise.resolve()]),
	"a timeout of a native promise that never settles": () => timeout(never, 0).catch(() => {}),
	"an aborted timeout of a native promise that never settles": () => {
		timeout(timed, 1e6).abort();
	},
	"when with a native promise that never settles, and one that fails": () => {
		when(never, Deferred().reject()).fail(() => {});
	},
	"an aborted when of a native promise that never settles": () => {
		when(never).abort();
	},
	"an aborted then of a deferred that never settles": () => {
		neverOurs.then().abort();
	},
	"work on a signal that settles": () => work((/** @type {any} */ d) => d.resolve(), { signal }),
	"work on a signal that is dropped": () => {
		work((/** @type {any} */ d) => d.progress(() => {}), { signal }).done(() => {});
	},
	"visible on a signal that is dropped": () => {
		godeferred.visible({ nodeType: 1 }, { signal }).done(() => {});
	},
	"bindOnce of two targets": () => {
		godeferred.bindOnce(targets, "click");
	},
	"bindOnce of a target that has the event and one that never has": () => {
		const once = new EventTarget();
		godeferred.bindOnce([once, targets[0]], "focus");
		once.dispatchEvent(new Event("focus"));
	},
	"bindOnce of many targets, of which one has had the event": (i) => {
		if (i === 0) many[7].dispatchEvent(new Event("click"));
		godeferred.bindOnce(many, "click focus");
	},
};

const kept = () => {
	for (let i = 0; i < 3; i++) globalThis.gc?.();
	return process.memoryUsage().heapUsed;
};

for (const [name, habit] of Object.entries(habits)) {
	test(`${name}: nothing is kept of it`, async () => {
		const run = async (/** @type {number} */ n) => {
			for (let i = 0; i < n; i++) {
				await habit(i);
				if (i % 500 !== 0) continue;
				await turn();
				globalThis.gc?.(); // what is held weakly goes
			}
			await turn();
		};
		await run(2000);
		const before = kept();
		await run(8000);
		const each = (kept() - before) / 8000;
		assert.ok(each < 100, `${each} bytes each`); // a promise alone is more; the engine keeps some bytes of its own
	});
}

test("a long series keeps the value of the step before, not those of all steps", async () => {
	/** @type {WeakRef<object>[]} */
	const values = [];
	/** @type {() => any} */
	const step = () => {
		const value = { bytes: new Uint8Array(1000) };
		values.push(new WeakRef(value));
		return Promise.resolve(value);
	};
	const count = async () => {
		await turn();
		globalThis.gc?.();
		return values.filter((ref) => ref.deref()).length;
	};
	const left = await core.series([...times(1000, () => step), count]);
	assert.ok(left < 100, `${left} of 1,000 are still there`);
});

test("ifModified remembers the 10,000 URLs that were answered last", async () => {
	const { askIfModified, remember } = await import("../../web/src/ajax/modified.js");
	const headers = new Headers({ etag: "1" });
	for (let i = 0; i <= 10_000; i++) {
		remember(`/${i}`, headers);
		remember("/0", headers); // again, so that it stays
	}
	/** @type {string[]} */
	const asked = [];
	for (const url of ["/0", "/1", "/2", "/10000"]) askIfModified(url, () => asked.push(url));
	assert.deepEqual(asked, ["/0", "/2", "/10000"]);
});

test("an expired answer of a cache is dropped though nobody asks again", async () => {
	/** @type {WeakRef<object>[]} */
	const values = [];
	const cached = godeferred.createCache(
		(/** @type {any} */ defer, /** @type {number} */ key) => {
			const value = { key };
			values.push(new WeakRef(value));
			defer.resolve(value);
		},
		{ ttl: 1 },
	);
	await withTimers(async () => {
		for (let i = 0; i < 1000; i++) cached(i);
		const start = performance.now();
		while (performance.now() <= start + 1) await turn();
		assert.equal(timers.size, 1);
		for (const end of [...timers]) end();
	});
	await turn();
	globalThis.gc?.();
	const left = values.filter((ref) => ref.deref()).length;
	assert.ok(left < 10, `${left} of 1,000 are still there`);
	assert.equal(typeof cached.has, "function");
});

test("what a signal holds weakly is still aborted, and held as soon as a callback would be called", async () => {
	const controller = new AbortController();
	/** @type {any[]} */
	const calls = [];
	const make = () => work(() => {}, { signal: controller.signal });
	const silent = make();
	let late = make();
	/** @type {any} */
	let chained = make();
	/** @type {any} */
	let stops;
	work((/** @type {any} */ _, /** @type {any} */ onAbort) => (stops = onAbort), {
		signal: controller.signal,
	});
	make().fail((/** @type {any} */ reason) => calls.push(`at once: ${reason}`));
	await turn(); // now they are held weakly
	late.fail((/** @type {any} */ reason) => calls.push(`late: ${reason}`));
	chained.then(null, (/** @type {any} */ reason) => calls.push(`chained: ${reason}`));
	stops((/** @type {any} */ reason) => calls.push(`stop: ${reason}`));
	late = chained = stops = null;
	await turn();
	globalThis.gc?.();
	await turn();
	controller.abort("enough");
	await turn();
	assert.equal(silent.state(), "rejected");
	assert.deepEqual(calls.sort(), ["at once: enough", "chained: enough", "late: enough", "stop: enough"]);
});
