// The names of jQuery that the checker knows are those that jQuery has.

import { deepEqual, test } from "../lib/test.js";

/** The members of a jQuery, in a frame of its own. @param {string} address */
async function namesIn(address) {
	const { namesOf } = await import(/** @type {string} */ ("/site/pages/checker-names.js"));
	await new Promise((resolve, reject) => {
		const script = document.createElement("script");
		Object.assign(script, { src: address, onload: resolve, onerror: reject });
		document.head.append(script);
	});
	return namesOf(/** @type {any} */ (window).jQuery.noConflict(true));
}

/** Those of jQuery 3.7.1 and 4.0.0, sorted; what has a random part is left out, but for its beginning. */
async function all() {
	const [three, four] = [
		await namesIn("/modules/jquery3/dist/jquery.js"),
		await namesIn("/modules/jquery/dist/jquery.js"),
	];
	/** @type {Record<string, string[]>} */
	const lists = {};
	for (const key of Object.keys(three)) lists[key] = [...new Set([...three[key], ...four[key]])].sort();
	return lists;
}

test("the names are those of jQuery 3.7.1 and 4.0.0", async () => {
	const actual = await all();
	/** @type {any} */ (window).__names = actual;
	const { jQueryNames } = await import(/** @type {string} */ ("/site/pages/checker-jquery.js"));
	for (const key of Object.keys(actual)) deepEqual([...jQueryNames[key]].sort(), actual[key], key);
});
