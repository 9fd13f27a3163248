// Integrity where there is no crypto.subtle.

import { equal, rejects, test } from "../lib/test.js";

const bytes = await (await fetch("/dist/godeferred.wasm")).arrayBuffer();
const digest = await crypto.subtle.digest("SHA-384", bytes);
const right = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
Object.defineProperty(Crypto.prototype, "subtle", { value: undefined });

const { load } = await import("/dist/godeferred.mjs");

test("a hash that cannot be checked is not taken for right", async () => {
	equal(crypto.subtle, undefined);
	equal((await rejects(load({ integrity: right }))).code, "unsupported");
	await load();
});
