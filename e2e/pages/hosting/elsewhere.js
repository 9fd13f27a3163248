// A page that uses script and wasm of another origin, named by ?at=, with their hashes.

import { equal, rejects, test } from "../lib/test.js";

const at = new URL(import.meta.url).searchParams.get("at");
const hashes = await (await fetch("/dist/integrity.json")).json();
const wrong = `sha384-${"A".repeat(64)}`;

/**
 * @param {string} integrity
 * @param {string} wasmIntegrity
 */
function classic(integrity, wasmIntegrity) {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = `${at}/godeferred.js`;
		script.crossOrigin = "anonymous";
		script.integrity = integrity;
		script.dataset.integrity = wasmIntegrity;
		script.onload = () => resolve(window.godeferred);
		script.onerror = () => reject(new Error("the script was refused"));
		document.head.append(script);
	});
}

test("they work, with the hashes that the build has written", async () => {
	const godeferred = await classic(hashes["godeferred.js"], hashes["godeferred.wasm"]);
	await godeferred.ready;
	equal((await godeferred.getJSON("/dist/integrity.json"))["godeferred.js"], hashes["godeferred.js"]);
});

test("another script is refused", () => rejects(classic(wrong, "")));

test("another wasm is refused", async () => {
	const godeferred = await classic(hashes["godeferred.js"], wrong);
	equal((await rejects(godeferred.ready)).code, "mismatch");
});

test("so does the module", async () => {
	const { load } = await import(`${at}/godeferred.mjs`);
	await load({ integrity: hashes["godeferred.wasm"] });
});
