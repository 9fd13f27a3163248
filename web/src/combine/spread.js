import { wrongArgument } from "../lib/errors.js";
import { bare, own } from "../lib/own.js";
import { nameOf, start } from "../program/calls.js";
import { mapAsync } from "./tasks.js";

/**
 * Makes the mapAsync that can spread the calls of a Go function over workers: see program/team.js, which only such
 * pages download.
 *
 * @param {() => Promise<import("../program/team.js").Take>} importTeams
 * @returns {typeof mapAsync}
 */
export const mapAsyncOver = (importTeams) => (list, fn, options) => {
	const workers = own(options, "workers");
	if (workers === undefined) return mapAsync(list, fn, options);
	const name = nameOf(fn);
	if (!name) throw wrongArgument("mapAsync", "fn", "a function of godeferred.go, with workers", fn);
	const most = workers === true ? globalThis.navigator?.hardwareConcurrency || 1 : workers;
	if (!(Number.isInteger(most) && most > 0))
		throw wrongArgument("mapAsync", "workers", "true or a positive integer", workers);
	/** @type {import("../program/calls.js").Spread} */
	const spread = (call, program) => {
		importTeams().then(
			(take) => take(call, program, most),
			(error) => call.fail(error),
		);
	};
	return mapAsync(
		list,
		(item, i) => start(name, [item, i], undefined, spread),
		bare({
			concurrency: Math.min(own(options, "concurrency") ?? most, most),
			signal: own(options, "signal"),
		}),
	);
};
