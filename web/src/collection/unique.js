import { invoke, member } from "../dom/member.js";

/**
 * Each member once, in document order. Detached nodes come after those in a document, objects that are
 * not nodes come last (jQuery.uniqueSort).
 *
 * @param {Iterable<any>} list
 */
export const unique = (list) => [...new Set(list)].sort(order);

// The constants of Node: a page's class of that name hides the platform's.
const DISCONNECTED = 1;
const FOLLOWING = 4;

/** @param {any} a @param {any} b */
function order(a, b) {
	const [mine, other] = [a, b].map((one) => Number(!member(one, "compareDocumentPosition")));
	if (mine || other) return mine - other;
	const bits = invoke(a, "compareDocumentPosition", b);
	if (bits & DISCONNECTED) return member(b, "isConnected") - member(a, "isConnected");
	return bits & FOLLOWING ? -1 : 1;
}
