// A wasm above 8 MB: in a document, Chromium makes no instance of it synchronously.

import { equal, rejects, test } from "../lib/test.js";

const SIZE = 9 << 20;

/** Whether the living instance of the rules dies with its next question. */
let dying = false;

/** Whether it has died. */
let died = false;

/** @param {Record<string, any>} imports */
function mortal({ gojs }) {
	const mine = { ...gojs };
	for (const [name, fn] of Object.entries(gojs)) {
		if (typeof fn !== "function") continue;
		mine[name] = (...args) => {
			if (!dying) return fn(...args);
			dying = false;
			died = true;
			throw new RangeError("Maximum call stack size exceeded");
		};
	}
	return { gojs: mine };
}

const { instantiate } = WebAssembly;
const { Instance } = WebAssembly;
/** How many instances were made asynchronously. */
let later = 0;
WebAssembly.instantiate = async (module, imports) => {
	const instance = await instantiate(module, mortal(imports));
	later++;
	return /** @type {any} */ (instance);
};
WebAssembly.Instance = new Proxy(Instance, {
	construct: (target, [module, imports]) => Reflect.construct(target, [module, mortal(imports)]),
});

/** The file of an address, with a section of 9 MB that nobody reads. @param {string} url */
async function large(url) {
	return padded(new Uint8Array(await (await fetch(url)).arrayBuffer()));
}

/** @param {Uint8Array} bytes */
function padded(bytes) {
	const more = [0]; // a custom section
	for (let i = 0, left = SIZE; i < 4; i++, left >>>= 7) more.push((left & 127) | (i < 3 ? 128 : 0));
	more.push(1, 65); // its name: "A"
	const all = new Uint8Array(bytes.length + 5 + SIZE);
	all.set(bytes);
	all.set(more, bytes.length);
	return all;
}

let copies = 0;

/** @returns {Promise<any>} of a script that has not loaded yet */
const fresh = async () => (await import(`/dist/godeferred.mjs?copy=${++copies}`)).default;

/** Until an instance is in store again, if this browser needs one. @param {number} before */
async function stored(before) {
	if (before > 0) while (later === before) await new Promise((resolve) => setTimeout(resolve));
}

test("the default runtime starts, and one that dies is replaced within the call", async () => {
	const godeferred = await fresh();
	await godeferred.load({ wasm: await large("/dist/godeferred.wasm") });
	for (let i = 0; i < 3; i++) {
		await godeferred.get(`/pages/lib/assert.js#${i}`);
		const before = later;
		dying = true;
		await godeferred.get(`/pages/lib/assert.js#dies${i}`);
		equal(died, true);
		died = false;
		await stored(before);
	}
});

test("a program starts in the page", async () => {
	const godeferred = await fresh();
	await godeferred.load({ wasm: await large("/artifacts/pageprogram.wasm") });
	equal(await godeferred.go.add(2, 3), 5);
	await godeferred.get("/pages/lib/assert.js");
});

test("a program starts in a worker", async () => {
	const godeferred = await fresh();
	await godeferred.load({ wasm: await large("/artifacts/pageprogram.wasm"), worker: true });
	equal(await godeferred.go.add(2, 3), 5);
	await godeferred.get("/pages/lib/assert.js");
	godeferred.terminate();
});

test("one that needs more than the script has is refused in words", async () => {
	const name = (/** @type {string} */ text) => [text.length, ...new TextEncoder().encode(text)];
	const section = (/** @type {number} */ id, /** @type {number[]} */ bytes) => [id, bytes.length, ...bytes];
	const wasm = Uint8Array.of(
		...[0, 97, 115, 109, 1, 0, 0, 0],
		...section(1, [1, 0x60, 0, 0]),
		...section(2, [1, ...name("gojs"), ...name("runtime.future"), 0, 0]),
	);
	const error = await rejects((await fresh()).load({ wasm: padded(wasm) }));
	equal(error.code, "mismatch");
});
