import { REJECT, RESOLVE } from "../deferred/codes.js";
import { settle } from "../deferred/settle.js";
import { Join } from "./join.js";
import { itemsOf } from "./tasks.js";
import { ARRIVED } from "../runtime/table.js";
import { promiseOf } from "../deferred/promise.js";

// The native combinators by the same names (ECMAScript 27.2.4), over any iterable of values, deferreds,
// promises and thenables. They settle at once if the members that decide have settled.

/**
 * Resolves with the array of all first arguments. The first failure rejects it, with its first argument.
 *
 * @param {Iterable<any>} list
 */
export function all(list) {
	return collect(
		"all",
		list,
		gather(RESOLVE, (value) => value),
	);
}

/**
 * Resolves, once all have settled, with `{status: "fulfilled", value}` or `{status: "rejected",
 * reason}` for each.
 *
 * @param {Iterable<any>} list
 */
export function allSettled(list) {
	return collect(
		"allSettled",
		list,
		gather(RESOLVE, (value) => ({ status: "fulfilled", value })),
		gather(RESOLVE, (reason) => ({ status: "rejected", reason })),
	);
}

/**
 * Resolves with the first member that resolves. Rejects with an AggregateError of all reasons if none does.
 *
 * @param {Iterable<any>} list
 */
export function any(list) {
	return collect(
		"any",
		list,
		(join) => (value) => settle(join.core, RESOLVE, value, null),
		gather(REJECT, (reason) => reason, noneResolved),
		(join) => settle(join.core, REJECT, noneResolved([]), null),
	);
}

/**
 * Settles like the first member that settles. An empty list never settles.
 *
 * @param {Iterable<any>} list
 */
export function race(list) {
	return collect(
		"race",
		list,
		(join) => (value) => settle(join.core, RESOLVE, value, null),
		undefined,
		() => {},
	);
}

/** @param {any[]} errors */
function noneResolved(errors) {
	return new AggregateError(errors, "All promises were rejected");
}

/**
 * @callback Arrival
 * @param {any} value the first argument that a member settled with
 * @param {number} i its place in the list
 * @param {() => boolean} last counts the member and returns whether it was the last
 */

/** @typedef {(join: Join, values: any[]) => Arrival} Rule */

/**
 * Keeps an entry for each member in its place. The last member settles the join.
 *
 * @param {number} event RESOLVE or REJECT
 * @param {(value: any) => any} entry makes a member's entry
 * @param {(entries: any[]) => any} [whole] makes the join's value; the entries when left out
 * @returns {Rule}
 */
function gather(event, entry, whole = (entries) => entries) {
	return (join, entries) => (value, i, last) => {
		entries[i] = entry(value);
		if (last()) settle(join.core, event, whole(entries), null);
	};
}

/** @type {Rule} */
const failAtOnce = (join) => (reason) => settle(join.core, REJECT, reason, null);

/**
 * @param {string} where
 * @param {Iterable<any>} list
 * @param {Rule} resolved
 * @param {Rule} [rejected]
 * @param {(join: Join) => void} [empty] handles an empty list; when left out, it resolves with no values
 */
function collect(where, list, resolved, rejected = failAtOnce, empty) {
	const join = new Join();
	const { core } = join;
	/** @type {any[]} */
	const values = [];
	let members;
	try {
		members = itemsOf(where, "list", list);
	} catch (error) {
		settle(core, REJECT, error, null); // as the native ones: not iterable, or its iterator threw
		return promiseOf(core);
	}
	let remaining = members.length;
	const last = () => {
		remaining += ARRIVED;
		return remaining === 0;
	};
	if (remaining === 0) {
		if (empty) empty(join);
		else settle(core, RESOLVE, values, null);
	}
	const onDone = resolved(join, values);
	const onFail = rejected(join, values);
	members.forEach((member, i) => {
		join.listenTo(
			member,
			(value) => onDone(value, i, last),
			(reason) => onFail(reason, i, last),
		);
	});
	return promiseOf(core);
}
