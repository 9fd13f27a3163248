// The hashes that the build writes: on the script, and on its wasm by data-integrity and by load.

import { equal, ok, rejects, test } from "../lib/test.js";

const hashes = await (await fetch("/dist/integrity.json")).json();
const wrong = `sha384-${"A".repeat(64)}`;

/** How many instances of a wasm were made. */
let instances = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
	construct(target, args) {
		instances++;
		return Reflect.construct(target, args);
	},
});

/**
 * Loads the classic script, and returns its godeferred.
 *
 * @param {Record<string, string>} data its data attributes
 * @param {string} [integrity]
 * @returns {Promise<any>}
 */
function classic(data, integrity = "") {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = "/dist/godeferred.js";
		script.integrity = integrity;
		Object.assign(script.dataset, data);
		script.onload = () => resolve(window.godeferred);
		script.onerror = () => reject(new Error("the script was refused"));
		document.head.append(script);
	});
}

test("a page can name the hashes of script and wasm", async () => {
	const godeferred = await classic({ integrity: hashes["godeferred.wasm"] }, hashes["godeferred.js"]);
	await godeferred.ready;
	await godeferred.get("/dist/integrity.json");
});

test("a script with another hash is refused by the browser", async () => {
	await rejects(classic({}, wrong));
});

test("a wasm with another hash is refused before anything of it runs", async () => {
	const before = instances;
	const godeferred = await classic({ integrity: wrong });
	godeferred.ready.catch(() => {});
	const early = await rejects(new Promise((_, reject) => godeferred.get("/x").fail((...a) => reject(a[2]))));
	equal(early.code, "mismatch");
	equal(await rejects(godeferred.ready), early);
	equal(instances, before);
});

test("load without a hash keeps the attribute's, whichever wasm it names", async () => {
	const before = instances;
	const godeferred = await classic({ integrity: wrong, manual: "" });
	const bytes = await (await fetch("/dist/godeferred.wasm")).arrayBuffer();
	for (const options of [undefined, { timeout: 9000 }, { wasm: "/dist/godeferred.wasm" }, { wasm: bytes }]) {
		equal((await rejects(godeferred.load(options))).code, "mismatch");
	}
	await rejects(godeferred.load({ wasm: await WebAssembly.compile(bytes) }), TypeError);
	equal(instances, before);
	await godeferred.load({ integrity: hashes["godeferred.wasm"] });
	equal(instances, before + 1);
});

test("an attribute that is not a hash is told of, and nothing is taken unchecked", async () => {
	const before = instances;
	const godeferred = await classic({ integrity: hashes["godeferred.wasm"].replace("sha384-", "sha384:") });
	const error = await rejects(godeferred.ready, TypeError);
	ok(error.message.startsWith("godeferred.load: integrity must be one hash"), error.message);
	equal(instances, before);
});

test("the hash is that of the module's wasm, too", async () => {
	const { load } = await import("/dist/godeferred.mjs");
	equal((await rejects(load({ integrity: wrong }))).code, "mismatch");
	await load({ integrity: hashes["godeferred.wasm"] });
});
