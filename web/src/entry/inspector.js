import { Join } from "../combine/join.js";
import { abort, expected } from "../deferred/abort.js";
import { Core } from "../deferred/core.js";
import { ourCore } from "../deferred/ours.js";
import { ownerOf } from "../deferred/owner.js";
import { inspect, kinds } from "../deferred/pending.js";
import { Progress } from "../deferred/progress.js";
import { DeferredPromise } from "../deferred/promise.js";
import { Reaction } from "../deferred/then.js";
import { wrap } from "../deferred/wrap.js";

// `devtools()`. All of it is in devtools.mjs, which is downloaded by the first call. Until then nothing is recorded,
// and nothing here is in the way of a deferred: devtools.mjs hooks itself into the classes that it is given.

/** @param {Partial<import("../devtools/parts.d.ts").Parts>} [more] what core.mjs does not have */
export function devtoolsWith(more) {
	const parts = {
		build: GODEFERRED_BUILD,
		Core,
		DeferredPromise,
		Join,
		Progress,
		Reaction,
		abort,
		expected,
		inspect,
		kinds,
		ourCore,
		ownerOf,
		...more,
	};
	/** @param {import("../devtools/parts.d.ts").Options} [options] @returns {any} */
	return (options) => {
		const promise = wrap(import("./devtools.mjs").then((one) => one.open(parts, options, promise)));
		return promise;
	};
}
