// A runtime that starts by itself gives way to a load with options, wherever the wasm is.

import { equal, rejects, test } from "../lib/test.js";

const script = document.createElement("script");
script.src = "/dist/godeferred.js";
script.dataset.wasm = "/held.wasm"; // which does not come
await new Promise((resolve) => {
	script.onload = resolve;
	document.head.append(script);
});
const { godeferred: $ } = window;
$.ready.catch(() => {});

test("the options of load count while the script's own start is under way", async () => {
	equal((await rejects($.load({ timeout: 100 }))).code, "timeout");
	const integrity = `sha256-${"A".repeat(43)}=`;
	equal((await rejects($.load({ wasm: "/dist/godeferred.wasm", integrity }))).code, "mismatch");
	equal(await $.load({ wasm: "/dist/godeferred.wasm" }), $);
});
