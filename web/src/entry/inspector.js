import { Join } from "../combine/join.js";
import { abort, expected } from "../deferred/abort.js";
import { Core } from "../deferred/core.js";
import { kinds } from "../deferred/pending.js";
import { Progress, onListen } from "../deferred/progress.js";
import { wrap } from "../deferred/wrap.js";

// `devtools()`. All of it is in devtools.mjs, which is downloaded by the first call. Until then nothing is recorded,
// and nothing here is in the way of a deferred: devtools.mjs hooks itself into the classes that it is given. They are
// arguments without names: with names, core.mjs was 74 bytes larger.

/** What core.mjs does not have. @type {Partial<import("../devtools/parts.d.ts").Parts> | undefined} */
let more;

/** @param {typeof more} parts */
export function addParts(parts) {
	more = parts;
}

/** `devtools([options])`. @param {any} [options] */
export const devtools = (options) =>
	wrap(
		import("./devtools.mjs").then((one) =>
			one.open(GODEFERRED_BUILD, options, more, Core, Join, Progress, onListen, kinds, abort, expected),
		),
	);
