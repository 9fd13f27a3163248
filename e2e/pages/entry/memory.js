// Does a lot and keeps nothing. What stays nevertheless is counted: by the harness in Chromium (window.memory), and
// here, as tests, in a browser whose pages can have garbage collected.

import { equal, ok, run, test } from "../lib/test.js";

// The wasm's memory is not the page's to see; it is caught as it is made.
/** @type {WebAssembly.Memory} */
let wasm;
const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
	construct(target, given) {
		const instance = Reflect.construct(target, given);
		wasm = instance.exports.mem;
		return instance;
	},
});
const { godeferred } = await import("../lib/started.js");
WebAssembly.Instance = Instance;

/** Some of all that was made, and must go: objects, callbacks, values, elements. @type {WeakRef<object>[]} */
let watched = [];

/** @param {object[]} objects */
function watch(...objects) {
	for (const object of objects) watched.push(new WeakRef(object));
}

const turn = () =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});

// In slices, as a page would, so that collections and the page's own tasks have their turns.
const SLICE = 50_000;

const works = {
	async settled(count) {
		for (let i = 0; i < count; i++) {
			const d = godeferred.Deferred();
			const value = {};
			const callback = () => value;
			const after = d.done(callback).then(callback);
			d.resolve(value);
			if (i % 1000 === 0) watch(d, callback, value, after);
			if (i % SLICE === 0) await turn();
		}
	},
	async pending(count) {
		for (let i = 0; i < count; i++) {
			const d = godeferred.Deferred();
			const callback = () => d;
			d.done(callback).progress(callback);
			const after = d.then(callback);
			if (i % 1000 === 0) watch(d, callback, after);
			if (i % SLICE === 0) await turn();
		}
	},
	async animations(count) {
		const stage = document.querySelector("#stage");
		const atOnce = 1000;
		for (let i = 0; i < count; i += atOnce) {
			const elements = Array.from({ length: atOnce }, () => document.createElement("b"));
			stage.append(...elements);
			const fade = godeferred.fadeTo(elements, 1, 0.5);
			watch(fade);
			// Firefox has another collector for elements, which cannot be called.
			if (!collect) watch(...elements.slice(0, 3));
			await fade;
			stage.textContent = "";
		}
	},
	// Long before their time, which nothing waits for any more.
	async stopped(count) {
		const stage = document.querySelector("#stage");
		const atOnce = 1000;
		for (let i = 0; i < count; i += atOnce) {
			const elements = Array.from({ length: atOnce }, () => document.createElement("b"));
			stage.append(...elements);
			const fade = godeferred.fadeTo(elements, 1e9, 0.5).fail(() => {});
			watch(fade);
			if (!collect) watch(...elements.slice(0, 3));
			godeferred.stop(elements);
			stage.textContent = "";
			await turn();
		}
	},
	async requests(count) {
		let left = count;
		const worker = async () => {
			while (left-- > 0) {
				const request = godeferred.get(`/two?${left}`);
				if (left % 100 === 0) watch(request);
				equal(await request, 2);
			}
		};
		await Promise.all(Array.from({ length: 50 }, worker));
	},
};

const collect = window.TestUtils && (() => window.TestUtils.gc());

window.memory = {
	/** @param {string} work @param {number} count */
	async run(work, count) {
		watched = [];
		await works[work](count);
		// What is pending is counted by blocks of 8,192, and those in use stay: others take their places.
		for (let i = 0; i < 16_384; i++) {
			const d = godeferred.Deferred();
			d.then(() => {});
			d.resolve();
		}
		await turn();
		return watched.length;
	},
	/** What of the watched is still there, once garbage was collected. */
	left: () => watched.filter((ref) => ref.deref() !== undefined).length,
	pending: () => godeferred.inspect().pending,
	/** The wasm's memory in pages of 64 kB. */
	wasm: () => wasm.buffer.byteLength / 65536,
};

if (collect) {
	const { memory } = window;
	for (const [work, count] of [
		["settled", 1e6],
		["pending", 1e6],
		["animations", 2e4],
		["stopped", 4000],
		["requests", 4000],
	]) {
		test(
			`nothing is left of ${count.toLocaleString("en")} ${work}`,
			async () => {
				await memory.run(work, count / 10);
				const before = memory.wasm();
				const made = await memory.run(work, count);
				for (let i = 0; i < 3; i++) {
					await collect();
					await turn();
				}
				// A few may be seen as in use. A leak would be all of them.
				ok(made > 0 && memory.left() <= made / 100, `${memory.left()} of ${made} objects are still there`);
				ok(memory.pending() <= count / 1000, `${memory.pending()} count as pending`);
				equal(document.getAnimations().length, 0, "animations");
				ok(memory.wasm() <= before + 128, `the wasm has grown from ${before} to ${memory.wasm()} pages`);
			},
			{ deadline: 80_000 },
		);
	}
	await run();
}
