// The runtime dies while a page uses it: it is replaced, and asked again.

import { deepEqual, equal, ok, test, throws, turn } from "../lib/test.js";

/** How many instances of the wasm this page has made. */
let instances = 0;

/** The living instance dies in the middle of its next question, as where the stack runs out inside of it. */
let dying = false;

/** No further instance can be made. */
let fails = false;

/** What Go calls of the page's, each of which may be its end. @param {Record<string, any>} imports */
function mortal(imports) {
	instances++;
	for (const [name, fn] of Object.entries(imports.gojs)) {
		if (typeof fn !== "function") continue;
		imports.gojs[name] = (...args) => {
			if (!dying) return fn(...args);
			dying = false;
			throw new RangeError("Maximum call stack size exceeded");
		};
	}
	return imports;
}

const { Instance } = WebAssembly;
WebAssembly.Instance = new Proxy(Instance, {
	construct(target, [module, imports]) {
		if (fails) throw new RangeError("Out of memory");
		return Reflect.construct(target, [module, mortal(imports)]);
	},
});

const { default: godeferred } = await import("/dist/godeferred.mjs");
await godeferred.load();

let asked = 0;
/** Goes to the rules each time: they remember addresses by kind, and none with a fragment. */
const get = (settings) => godeferred.ajax(`/asked/answer#${asked++}`, settings);

/** How deep the stack is, in frames of dive. */
let deepest = 0;
function dive(/** @type {number} */ left, /** @type {() => void} */ then) {
	deepest++;
	if (left > 0) dive(left - 1, then);
	else then();
}

/** Calls fn where little of the stack is left: an overflow from the bottom would take seconds to come. */
function deep(/** @type {() => void} */ fn) {
	deepest = 0;
	throws(() => dive(Number.POSITIVE_INFINITY, () => {}), /call stack|recursion/i);
	dive(Math.floor(deepest * 0.7), fn); // frames differ in size, compiled or not
}

test("endless recursion through a request is the caller's overflow, and nothing else", async () => {
	const before = instances;
	let calls = 0;
	for (let round = 0; round < 8; round++) {
		const recurse = () => {
			calls++;
			get({ beforeSend: () => false });
			recurse();
		};
		deep(() => throws(() => dive(round, recurse), /call stack|recursion/i));
	}
	ok(calls > 80, `it asked ${calls} times`);
	await get();
	// Where the probe is enough, no instance has died of it.
	equal(instances, before);
});

test("endless recursion inside of beforeSend is, too", async () => {
	const recurse = () => get({ beforeSend: recurse });
	deep(() => throws(recurse, /call stack|recursion/i));
	await get();
});

test("endless recursion through animations ends, and those that have begun run", async () => {
	const one = document.body.appendChild(document.createElement("p"));
	let n = 0;
	const recurse = () => {
		godeferred.animate(one, { left: n++ }, { duration: 0, queue: false });
		recurse();
	};
	deep(() => throws(recurse, /call stack|recursion/i));
	await godeferred.slideUp(one, 1);
	equal(one.style.display, "none");
});

test("an instance that dies is replaced within the call, and the question asked again", async () => {
	const d = godeferred.Deferred();
	const waits = d.then((value) => value + 1);
	const before = instances;
	dying = true;
	const order = [];
	const x = get({ beforeSend: () => void order.push("beforeSend") });
	order.push("returned");
	deepEqual(order, ["beforeSend", "returned"]);
	equal(instances, before + 1);
	await x;
	dying = true;
	await godeferred.animate(document.body, { opacity: 0.9 }, 1);
	equal(instances, before + 2);
	d.resolve(1);
	equal(await waits, 2);
	equal(godeferred.inspect().runtime, "ready");
});

test("what was under way goes on: its answer is judged by the new instance", async () => {
	const x = get();
	dying = true;
	const [data, text] = await new Promise((resolve) => x.done((...args) => resolve(args)));
	equal(text, "success");
	equal(typeof data, "string");
	const missing = await new Promise((resolve) => get({ dataType: "json" }).fail((_, text) => resolve(text)));
	equal(missing, "parsererror");
});

test("one that cannot be replaced rejects what asks it, and is tried again with the next question", async () => {
	dying = true;
	fails = true;
	throws(() => get(), RangeError);
	equal(await godeferred.Deferred((d) => d.resolve(3)), 3);
	const one = document.body.appendChild(document.createElement("p"));
	// A rule that has been asked is remembered; this one has not.
	throws(() => godeferred.slideUp(one, 7, "ease"), Error);
	fails = false;
	await get();
	await godeferred.slideUp(one, 1);
	await turn();
});

test("nothing was reported on the way, and nothing is left pending", async () => {
	await turn();
	equal(godeferred.inspect().pending, 0);
});
