// A page that lives for a day: it polls, animates, aborts, listens and caches. The clock is the page's own, so that the day
// is a number of operations. What opens this page reads the heap, the listeners and the wasm's memory in between.

import { turn } from "./surroundings.js";

/** The operations of one round, in which the page polls once. */
const ROUND = 100;
const DAY = 24 * 3600 * 1000;

let now = performance.now();
performance.now = () => now;

/** What waits for its time. @type {Set<{at: number, act: () => void}>} */
const timers = new Set();
const clearOriginal = globalThis.clearTimeout;
Object.assign(globalThis, {
	setTimeout(/** @type {() => void} */ act, /** @type {number} */ ms = 0) {
		const timer = { at: now + ms, act };
		timers.add(timer);
		return timer;
	},
	clearTimeout(/** @type {any} */ timer) {
		if (typeof timer === "object") timers.delete(timer);
		else clearOriginal(timer);
	},
});

/** Advances the clock, and ends the timers that are due, in their order. @param {number} ms */
function pass(ms) {
	now += ms;
	const due = [...timers].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
	for (const timer of due) if (timers.delete(timer)) timer.act();
}

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
const { load } = await import("/dist/godeferred.mjs");
const godeferred = await load({ wasm: "/dist/godeferred.wasm" });
WebAssembly.Instance = Instance;

const stage = /** @type {HTMLElement} */ (document.querySelector("#stage"));
const shown = document.createElement("b");
stage.append(shown);
const never = godeferred.Deferred();
const session = new AbortController();
const { signal } = session;
const cached = godeferred.createCache((defer, key) => defer.resolve({ key }), { max: 500, ttl: 60_000 });
const nop = () => {};
let answers = 0;
let round = 0;

/** An element is animated to its end, another is removed before. @param {number} i */
function animate(i) {
	const gone = document.createElement("b");
	stage.append(gone);
	const fading = godeferred.fadeTo(gone, 400, 0.5).fail(nop);
	godeferred.fadeTo(shown, 400, i % 20 ? 0.2 : 1);
	godeferred.animate(shown, { width: i % 7 }, 400);
	godeferred.finish(shown);
	godeferred(gone).remove();
	fading.abort();
}

/** @returns {Promise<void>} */
async function live() {
	const i = round++;
	// 1: the page polls. 2: it shows the answer. 1: it waits for its next turn.
	const poll = godeferred.getJSON(`/answer?${i % 50}`).done(() => answers++);
	await poll;
	await godeferred.wait(0, { signal }).abort().catch(nop);
	// 6: animations, which take the browser longest; in most rounds, deferreds instead.
	if (i % 10 === 0) animate(i);
	else for (let k = 0; k < 6; k++) godeferred.Deferred().resolve(k);
	// 12: aborted at once, or by a controller of its own, or held by what never settles.
	for (let k = 0; k < 3; k++) {
		godeferred.wait(1e9, { signal }).fail(nop).abort();
		const own = new AbortController();
		godeferred.wait(1e9, { signal: own.signal }).fail(nop);
		own.abort();
		godeferred.race([never, i]).abort();
		never.then(nop).abort();
	}
	// 5: work that is forgotten, with the signal of the page.
	for (let k = 0; k < 5; k++) godeferred.work(nop, { signal });
	// 10: a timeout, some of which come too late.
	for (let k = 0; k < 10; k++) godeferred.timeout(godeferred.Deferred(), k < 5 ? 100 : 20_000).fail(nop);
	// 20: the cache is asked for 2,000 keys, of which it keeps 500.
	for (let k = 0; k < 20; k++) cached((i * 7 + k * 13) % 2000, nop);
	// 8: an element listens, hears, and goes.
	const button = document.createElement("button");
	stage.append(button);
	godeferred.bindOnce(button, "click focus");
	godeferred.firstClick(button, nop);
	godeferred(button)
		.on("click.some", nop)
		.data("key", i)
		.on("keydown", "b", nop)
		.trigger("click")
		.off(".some")
		.remove();
	// 34: deferreds.
	for (let k = 0; k < 8; k++) {
		const d = godeferred.Deferred();
		d.progress(nop).then(nop).then(nop);
		d.notify(k);
		if (k !== 7) d.resolve(k);
	}
	godeferred.when(i, godeferred.Deferred().resolve());
	await godeferred.all([i, poll]);
}

Object.assign(globalThis, {
	day: {
		/** A part of the day. @param {number} operations of it @param {number} ofAll how many the day has */
		async run(operations, ofAll) {
			const rounds = operations / ROUND;
			for (let i = 0; i < rounds; i++) {
				await live();
				pass((DAY * ROUND) / ofAll);
				if (i % 100 === 0) await turn();
			}
			pass(30_000); // timeouts end
			// What is pending is counted by blocks of 8,192, and those in use stay: others take their places.
			for (let i = 0; i < 16_384; i++) godeferred.Deferred().resolve();
			await turn();
			return round;
		},
		answers: () => answers,
		/** The cache has one as long as it has answers. */
		timers: () => timers.size,
		/** The wasm's memory in pages of 64 kB. */
		wasm: () => wasm.buffer.byteLength / 65536,
	},
});
