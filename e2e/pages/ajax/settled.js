// What the tests of faults share.

import { equal } from "../lib/test.js";
import { godeferred } from "../lib/started.js";

/**
 * Makes a request and waits for its end; which must come once, and complete once after it.
 *
 * @param {any} settings
 * @param {(jqXHR: any) => void} [meanwhile]
 * @returns {Promise<{how: string, args: any[], textStatus: string, thrown: any, jqXHR: any}>}
 */
export async function settled(settings, meanwhile) {
	/** @type {any[][]} */
	const ends = [];
	let completes = 0;
	const jqXHR = godeferred.ajax({ ...settings, complete: () => completes++ });
	const over = new Promise((resolve) => jqXHR.always(() => resolve(undefined)));
	jqXHR.done((/** @type {any[]} */ ...args) => ends.push(["done", ...args]));
	jqXHR.fail((/** @type {any[]} */ ...args) => ends.push(["fail", ...args]));
	meanwhile?.(jqXHR);
	await over;
	// Whatever else a transport has to say comes by now: it has been asked for something meanwhile.
	await (await fetch("/text")).text();
	equal(ends.length, 1, "ends");
	equal(completes, 1, "complete");
	const [how, ...args] = ends[0];
	return { how, args, textStatus: args[1], thrown: args[2], jqXHR };
}

/** How many requests for a path the server has seen. @param {string} path @returns {Promise<number>} */
export const asked = async (path) => Number(await (await fetch(`/asked?path=${path}`)).text());
