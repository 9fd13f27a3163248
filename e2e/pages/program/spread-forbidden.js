// mapAsync with workers on a page whose policy allows none.

import { load } from "/dist/godeferred.mjs";
import { equal, ok, rejects, test } from "../lib/test.js";

const godeferred = /** @type {any} */ (await load({ wasm: "/artifacts/pageprogram.wasm" }));
const { go, mapAsync } = godeferred;

test("a policy without workers rejects with the error of load", async () => {
	const error = await rejects(mapAsync([1, 2], go.first, { workers: 2 }), godeferred.GodeferredError);
	equal(error.code, "policy");
	ok(/worker-src must allow it/.test(error.message), error.message);
	equal(godeferred.inspect().kinds["go.first"], undefined);
	equal(await go.add(1, 1), 2);
});
