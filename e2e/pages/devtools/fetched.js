// How devtools.mjs is fetched: under a policy that allows scripts by nonce alone, with the hash that the import map names.
// The page's address says whether that hash is the right one.

import { equal, ok, run, test } from "../lib/test.js";

const { godeferred } = /** @type {any} */ (window);

test("devtools.mjs is fetched with the script's nonce, and checked by the import map's hash", async () => {
	/** @type {any} */
	let error;
	const devtools = await godeferred.devtools({ panel: false }).catch((/** @type {any} */ reason) => {
		error = reason;
	});
	if (location.search === "?wrong") ok(error instanceof TypeError, String(error));
	else equal(typeof devtools?.snapshot, "function", String(error));
	devtools?.close();
});

run();
