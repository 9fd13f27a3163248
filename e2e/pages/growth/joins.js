// Several deferreds, timers, signals, caches.

import { times, turn } from "./surroundings.js";
import { endTimers, withTimers } from "./timers.js";

const nop = () => {};
const quiet = (/** @type {any} */ p) => p.fail(nop);

/** @param {any} godeferred @returns {Record<string, import("./growth.js").Work>} */
export function joinRows(godeferred) {
	const {
		Deferred,
		all,
		allSettled,
		any,
		createCache,
		inspect,
		mapAsync,
		race,
		series,
		timeout,
		wait,
		when,
		work,
		wrap,
	} = godeferred;
	/** @type {Record<string, import("./growth.js").Work>} */
	const rows = {
		// First: it also looks at what other rows leave pending.
		"inspect: what is pending": (n) => {
			const held = times(n, () => Deferred().done(nop));
			inspect();
			return held;
		},
		"Deferred: deferreds": (n) => {
			for (let i = 0; i < n; i++) Deferred();
		},
		"Deferred: with init": (n) => {
			for (let i = 0; i < n; i++) Deferred(nop);
		},
		"when: members": async (n) => {
			const list = times(n, () => Deferred());
			const join = Reflect.apply(when, undefined, list);
			for (const one of list) one.resolve(1);
			await join;
		},
		"when: joins of one promise, which fail": (n) => {
			const shared = Deferred();
			const others = times(n, () => Deferred());
			for (const other of others) quiet(when(shared, other));
			for (const other of others) other.reject();
		},
		"wrap: native promises": async (n) => {
			for (let i = 0; i < n; i++) wrap(Promise.resolve(i));
			await turn();
		},
		"all: joins of one promise, which fail": (n) => {
			const shared = Deferred();
			const others = times(n, () => Deferred());
			for (const other of others) quiet(all([shared, other]));
			for (const other of others) other.reject();
		},
		"all: one promise many times": async (n) => {
			const shared = Deferred();
			await quiet(all(times(n, (i) => (i === n - 1 ? Promise.reject(1) : shared)))).catch(nop);
		},
		"race: one promise with others": (n) => {
			const shared = Deferred();
			const others = times(n, () => Deferred());
			for (const other of others) race([shared, other]);
			for (const other of others) other.resolve();
		},
		"race: aborted, the last first": (n) => {
			const shared = Deferred();
			const list = times(n, () => race([shared, Deferred()]));
			while (list.length > 0) list.pop().abort();
		},
		"any: the last resolves": async (n) => {
			const list = times(n, () => Deferred());
			const join = any(list);
			list[n - 1].resolve();
			await join;
		},
		"mapAsync: items": async (n) => {
			await mapAsync(
				times(n, (i) => i),
				(/** @type {number} */ i) => i,
			);
		},
		"mapAsync: items, four at once": async (n) => {
			await mapAsync(
				times(n, (i) => i),
				(/** @type {number} */ i) => Deferred().resolve(i),
				{ concurrency: 4 },
			);
		},
		"mapAsync: aborted": (n) => {
			const shared = Deferred();
			quiet(
				mapAsync(
					times(n, (i) => i),
					() => shared,
				),
			).abort();
		},
		"series: tasks": async (n) => {
			await series(times(n, () => () => Deferred().resolve(1)));
		},
		"wait: timers": (n) =>
			withTimers(() => {
				for (let i = 0; i < n; i++) wait(1);
				endTimers();
			}),
		"wait: waiters of one signal, which end": (n) =>
			withTimers(() => {
				const { signal } = new AbortController();
				for (let i = 0; i < n; i++) wait(1, { signal });
				endTimers();
			}),
		"wait: waiters of one signal, which aborts": (n) =>
			withTimers(() => {
				const controller = new AbortController();
				for (let i = 0; i < n; i++) quiet(wait(1, { signal: controller.signal }));
				controller.abort();
			}),
		"wait: signals": (n) =>
			withTimers(() => {
				for (let i = 0; i < n; i++) {
					const controller = new AbortController();
					quiet(wait(1, { signal: controller.signal }));
					controller.abort();
				}
			}),
		"timeout: of one promise": (n) =>
			withTimers(() => {
				const d = Deferred();
				for (let i = 0; i < n; i++) quiet(timeout(d, 1));
				endTimers();
			}),
		"work: calls": (n) => {
			for (let i = 0; i < n; i++) work((/** @type {any} */ d) => d.resolve());
		},
		"work: on one signal, which aborts": (n) => {
			const controller = new AbortController();
			for (let i = 0; i < n; i++) quiet(work(nop, { signal: controller.signal }));
			controller.abort();
		},
		"createCache: caches": (n) => {
			for (let i = 0; i < n; i++) createCache(nop);
		},
		"createCache: keys": (n) => {
			const cached = createCache((/** @type {any} */ defer, /** @type {any} */ key) => defer.resolve(key));
			for (let i = 0; i < n; i++) cached(i);
			for (let i = 0; i < n; i++) cached.delete(i);
		},
		"createCache: keys, 100 kept": (n) => {
			const cached = createCache((/** @type {any} */ defer, /** @type {any} */ key) => defer.resolve(key), {
				max: 100,
			});
			for (let i = 0; i < n; i++) cached(i);
		},
		"createCache: waiters of one key": (n) => {
			/** @type {any} */
			let asked;
			const cached = createCache((/** @type {any} */ defer) => (asked = defer));
			for (let i = 0; i < n; i++) cached("one", nop);
			asked.resolve();
		},
		"createCache: keys that expire": (n) =>
			withTimers(() => {
				const cached = createCache((/** @type {any} */ defer, /** @type {any} */ key) => defer.resolve(key), {
					ttl: 0,
				});
				for (let i = 0; i < n; i++) cached(i);
				endTimers();
				endTimers();
			}),
	};
	for (const [name, join] of Object.entries({ all, allSettled, any, race })) {
		rows[`${name}: members`] = async (n) => {
			const list = times(n, () => Deferred());
			const joined = join(list);
			for (const one of list) one.resolve(1);
			await joined;
		};
		rows[`${name}: joins of two`] = async (n) => {
			for (let i = 0; i < n; i++) join([Deferred().resolve(), 1]);
			await turn();
		};
		rows[`${name}: each of the one before`] = {
			top: 1000,
			why: "each settles within the one before, on the stack",
			run: async (n) => {
				const d = Deferred();
				let end = d;
				for (let i = 0; i < n; i++) end = join([end]);
				d.resolve(1);
				await end;
			},
		};
	}
	return rows;
}
