// Caches of the page face: see internal/twins/caches_js.go.

import { problemOf } from "./trace.js";

/** @param {any} godeferred @param {import("./page-face.js").Around} around */
export function pageCaches(godeferred, around) {
	const { say, begun } = around;
	return {
		/** @param {any} step */
		cache({ id, max, ttl, keep, acts }) {
			/** @type {any[]} */
			const asked = [];
			const cached = godeferred.createCache(
				(/** @type {any} */ defer, /** @type {any} */ key) => {
					const n = asked.push(defer);
					say(id, "asked", { key, n });
					if (acts === "answers") defer.resolve(`answer ${n}`);
					if (acts === "fails") defer.reject(new Error(`failure ${n}`));
					if (acts === "panics") throw new Error(`failure ${n}`);
				},
				{ max: max || undefined, ttl: ttl || undefined, keepFailures: keep },
			);
			around.kept[id] = { cached, asked };
		},
		/** @param {any} step */
		get({ id, key, as }) {
			begun(
				as,
				around.kept[id].cached(key).then(
					(/** @type {any} */ value) => ["got", { value }],
					(/** @type {any} */ error) => ["failed", { error: problemOf(error) }],
				),
			);
		},
		/** @param {any} step */
		settle({ id, n, value, error }) {
			const defer = around.kept[id].asked[n - 1];
			if (error) defer.reject(new Error(error));
			else defer.resolve(value);
		},
		/** @param {any} step */
		delete({ id, key }) {
			say(id, "deleted", { key, was: around.kept[id].cached.delete(key) });
		},
		/** @param {any} step */
		clear({ id }) {
			around.kept[id].cached.clear();
		},
		/** @param {any} step */
		has({ id, key }) {
			say(id, "has", { key, is: around.kept[id].cached.has(key) });
		},
	};
}
