// Values by chance go through typed exports (internal/generate/testdata/rows), and are refused where they do not fit: the
// shipped bytes in a browser, also with the program in a worker. Node plays more of them: internal/generate's tests.

import { load } from "/dist/godeferred.mjs";
import { equal, test } from "../lib/test.js";
import { fitting, play, unfit } from "./values/play.js";

const worker = import.meta.url.endsWith("?worker");
const { go, inspect } = /** @type {any} */ (await load({ wasm: "/artifacts/rows.wasm", worker }));

test("values that fit come back equal", () => play((chance) => fitting(go, chance), 1, 2000));

test("values that do not fit are refused, and the program lives", async () => {
	await play((chance) => unfit(go, chance, { worker }), 1, 1000);
	equal(await go.bools(true), true);
	equal(inspect().pending, 0);
});
