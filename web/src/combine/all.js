import { REJECT, RESOLVE } from "../deferred/codes.js";
import { settle } from "../deferred/settle.js";
import { Join } from "./join.js";
import { itemsOf } from "./tasks.js";
import { ARRIVED } from "../runtime/table.js";
import { promiseOf } from "../deferred/promise.js";

// The native combinators' namesakes (ECMAScript 27.2.4), over any iterable of values, deferreds,
// promises and thenables. They settle at once where what decides them has settled.

/**
 * Resolves with the array of all first arguments; rejects with the first failure's.
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
 * reason}` of each.
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
 * Resolves with the first that resolves; rejects with an AggregateError of all reasons.
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
 * Ends as the first that settles does; never, for an empty list.
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
 * @param {any} value the first argument that a member has ended with
 * @param {number} i its place in the list
 * @param {() => boolean} last counts it in, and answers whether it was the last
 */

/** @typedef {(join: Join, values: any[]) => Arrival} Rule */

/**
 * Keeps what each member ends with in its place; the last one ends the join.
 *
 * @param {number} event RESOLVE or REJECT
 * @param {(value: any) => any} entry what is kept of a member
 * @param {(entries: any[]) => any} [whole] what the join ends with: the entries when left out
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
 * @param {(join: Join) => void} [empty] what an empty list does; resolves with no values otherwise
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
		settle(core, REJECT, error, null); // as natively: not iterable, or its iterator threw
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
