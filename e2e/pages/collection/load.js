// load: html from the server, with jQuery beside.

import { deepEqual, ok, test } from "../lib/test.js";
import { jQuery, stage } from "../lib/stage.js";
import { godeferred } from "../lib/started.js";

/** @param {any} $ @param {any[]} args */
async function loaded($, args) {
	stage.innerHTML = "<p>1</p><p>2</p>";
	/** @type {any[]} */
	const log = [];
	await new Promise((resolve) => {
		const set = $("#stage p");
		const same =
			set.load(
				...args,
				/** @this {any} */ function (
					/** @type {string} */ text,
					/** @type {string} */ status,
					/** @type {any} */ jqXHR,
				) {
					log.push([this.outerHTML, text, status, jqXHR.status]);
					if (log.length === 2) setTimeout(resolve);
				},
			) === set;
		ok(same);
	});
	return [log, stage.innerHTML];
}

for (const args of [
	["/pages/plugins/next.html"],
	["/pages/plugins/next.html #there"],
	["/pages/plugins/next.html   p, a "],
	["/pages/plugins/next.html #content", { a: 1 }],
	["/pages/plugins/next.html #content", "a=1"],
	["/pages/plugins/missing.html #content"],
]) {
	test(`load(${JSON.stringify(args)})`, async () => {
		deepEqual(await loaded(godeferred, args), await loaded(jQuery, args));
	});
}

test("load for no elements asks nobody", () => {
	deepEqual(godeferred().load("/pages/plugins/missing.html").length, 0);
});
