// What a program in a worker does otherwise than one in the page.

import { load } from "/dist/godeferred.mjs";
import alone, { load as loadAlone } from "/dist/godeferred.mjs?alone";
import { deepEqual, equal, ok, rejects, test, turn } from "../lib/test.js";
import { all, allOfFailure } from "./cases.js";

const wasm = "/artifacts/pageprogram.wasm";
const godeferred = /** @type {any} */ (await load({ wasm, worker: true }));
const { go } = godeferred;

test("all that can be cloned goes there and back", async () => {
	const list = [1];
	list[2] = 3; // a hole before it
	const circle = /** @type {any} */ ({ list });
	circle.self = circle;
	const values = [
		[],
		[undefined],
		[1, "zwei \u2603", null, true, 1.5, 2n, new Date(5)],
		[new Map([["a", new Set([1])]]), Uint8Array.of(1, 2), { nested: [{ bytes: new Int16Array([-1]) }] }],
	];
	for (const args of values) deepEqual(await all(go.echo(...args)), args);
	const back = await go.echo(circle);
	ok(back.self === back && back !== circle && !(1 in back.list) && back.list[2] === 3);
	equal(Object.getPrototypeOf(await go.echo(JSON.parse('{"__proto__": {"x": 1}}'))), Object.prototype);
});

test("the page's own functions, errors, promises and signals come back as themselves", async () => {
	const fn = () => 1;
	const error = new RangeError("own");
	const { signal } = new AbortController();
	const object = await go.echo({ fn, list: [error, fn], signal });
	deepEqual([object.fn, object.list, object.signal], [fn, [error, fn], signal]);
	const d = godeferred.Deferred();
	equal((await go.echo({ promise: d.promise() })).promise, d.promise());
});

test("what cannot be cloned rejects, and the error names the argument", async () => {
	for (const [args, message] of /** @type {[any[], RegExp][]} */ ([
		[[document.body], /go\.echo: argument 1 must be .*worker.*, not an object/],
		[[1, { deep: [window] }], /go\.echo: argument 2 /],
		[[1, 2, Symbol.iterator], /go\.echo: argument 3 .*a symbol/],
		[[new WeakMap()], /argument 1/],
	]))
		ok(message.test((await rejects(go.echo(...args), TypeError)).message), String(message));
	equal(godeferred.inspect().kinds["go.echo"], undefined);
	ok(/the result cannot/.test((await rejects(go.scope(), TypeError)).message));
	ok(
		/the result cannot/.test(
			(
				await rejects(
					go.call(() => document.body),
					TypeError,
				)
			).message,
		),
	);
});

test("a reason that cannot be cloned comes back as itself", async () => {
	const d = godeferred.Deferred();
	d.reject(document.body, "error", window);
	deepEqual(await allOfFailure(go.await(d)), [document.body, "error", window]);
	const call = go.forever();
	await go.add(1, 1);
	call.abort(document.body);
	equal(await rejects(call), document.body);
	deepEqual(await all(go.cause()), [document.body]);
});

test("the buffers of a result move to the page", async () => {
	const bytes = await go.again();
	equal(bytes.byteLength, 1 << 20);
	// The same bytes once more: Go has given them away.
	await rejects(go.again(), TypeError);
	const own = new Uint8Array(8);
	await go.echo(own);
	equal(own.byteLength, 8, "an argument stays the page's");
});

test("errors have their classes and fields", async () => {
	const inner = Object.assign(new TypeError("inner"), { code: "E1", when: new Date(5) });
	const error = new Error("outer", { cause: inner });
	const late = new DOMException("late", "TimeoutError");
	const back = await go.call(() => ({ error, late }));
	ok(back.error === error && back.late === late); // they were the page's
	const wrong = await rejects(go.add("two", 3), TypeError); // it is Go's
	ok(/argument 1/.test(wrong.message) && wrong.stack.includes("wasm"), wrong.stack);
	const missing = await rejects(go.get(new URL("/artifacts/nothing", location.href).href), Error);
	deepEqual([missing.name, missing.status, missing.statusText], ["StatusError", 404, "Not Found"]);
});

test("what needs a document says that there is none", async () => {
	ok(/needs a document/.test((await rejects(go.find("body"))).message));
	ok(/needs a document/.test((await rejects(go.documentReady())).message));
});

test("an aborted signal is aborted there, and a later abort gets there", async () => {
	const seen = await go.call(() => AbortSignal.abort("early"));
	ok(seen.aborted && seen.reason === "early");
	const controller = new AbortController();
	const call = go.forever(controller.signal);
	await go.add(1, 1);
	controller.abort("late");
	equal(await rejects(call), "late");
	deepEqual(await all(go.cause()), ["late"]);
});

test("requests and animations go on while Go computes", async () => {
	let isOver = false;
	const computing = go.compute(2000).done(() => {
		isOver = true;
	});
	equal(await godeferred.get("data:text/plain,meanwhile"), "meanwhile");
	const div = document.body.appendChild(document.createElement("div"));
	await godeferred(div).fadeOutPromise(20);
	equal(div.style.display, "none");
	div.remove();
	ok(!isOver, "Go is still computing");
	equal(await computing, 2000);
});

test("main runs in the worker alone", async () => {
	const asked = { starts: 0, ends: "" };
	Object.assign(globalThis, { pageprogram: asked });
	godeferred.terminate();
	await load({ wasm, worker: true });
	equal(await go.add(1, 1), 2);
	equal(asked.starts, 0);
	Reflect.deleteProperty(globalThis, "pageprogram");
});

test("terminate ends a program that computes, and load starts it again", async () => {
	const [fn] = await all(go.make());
	const computing = go.compute(1e9);
	godeferred.terminate();
	equal((await rejects(computing, godeferred.GodeferredError)).code, "ended");
	for (const call of [() => go.add(1, 1), () => fn(1)]) equal((await rejects(call)).code, "ended");
	ok(!Object.keys(godeferred.inspect().kinds).some((kind) => kind.startsWith("go")));
	equal(await godeferred.get("data:,x"), "x"); // the page's requests do not need the program
	godeferred.terminate(); // once more does nothing
	const loading = load({ wasm, worker: true });
	const early = go.add(20, 22);
	equal(await loading, godeferred);
	equal(await early, 42);
});

test("terminate ends a program that starts", async () => {
	godeferred.terminate();
	const loading = load({ wasm, worker: true });
	const early = go.add(1, 1);
	while (godeferred.inspect().runtime !== "ready") await turn();
	godeferred.terminate();
	for (const one of [loading, early]) equal((await rejects(one)).code, "ended");
	await load({ wasm, worker: true });
	equal(await go.add(1, 1), 2);
});

for (const [how, end, said] of /** @type {[string, () => any, RegExp][]} */ ([
	["exit", () => go.exit(3), /exit code 3/],
	["a panic outside of calls", () => go.panicOutside(), /exit code 2/],
]))
	test(`a program that ends by ${how}`, async (t) => {
		const errors = /** @type {any[]} */ (t.errors());
		const waiting = go.forever();
		const { promise } = await go.work(godeferred.Deferred());
		const [fn] = await all(go.make());
		for (const one of [waiting, promise, end()]) equal((await rejects(one)).code, "ended");
		await turn();
		deepEqual(
			errors.map(({ code }) => code),
			["ended"],
		);
		ok(said.test(errors[0].message), errors[0].message);
		for (const call of [() => go.add(1, 1), () => fn(1)]) equal((await rejects(call)).code, "ended");
		equal(await godeferred.get("data:,x"), "x");
		await load({ wasm, worker: true });
		equal(await go.add(20, 22), 42);
		equal((await rejects(fn(1))).code, "ended");
	});

for (const how of ["by returning", "by a panic", "late", "as soon as it is ready"])
	test(`a program that ends in its worker while it starts: ${how}`, async () => {
		godeferred.terminate();
		const loading = load({ wasm, worker: `/dist/godeferred.mjs?${encodeURIComponent(how)}` });
		const { ready } = godeferred;
		const early = go.add(1, 1);
		const failures = await Promise.all([loading, early, ready].map((one) => rejects(one)));
		for (const error of failures) {
			equal(error.code, "ended");
			ok(error instanceof godeferred.GodeferredError && /exit code [023]/.test(error.message), error.message);
		}
		equal((await rejects(go.add(1, 1))).code, "ended");
		equal(godeferred.inspect().kinds["go.add"], undefined);
		equal(await godeferred.get("data:,x"), "x"); // the page has its rules without the program
		const again = load({ wasm, worker: true });
		equal(await go.add(20, 22), 42);
		equal(await again, godeferred);
		equal(await godeferred.ready, godeferred);
	});

test("a promise of the page's that never settles keeps its own call only, which an abort ends", async () => {
	const never = godeferred.Deferred();
	const waiting = go.await(never);
	const more = go.await(never);
	equal(await go.add(1, 1), 2);
	deepEqual([waiting.state(), more.state()], ["pending", "pending"]);
	waiting.abort("enough");
	equal(await rejects(waiting), "enough");
	await go.add(1, 1);
	equal(never.state(), "pending");
	equal(more.state(), "pending");
	equal(godeferred.inspect().kinds["go.await"], 1);
	never.resolve("late");
	equal(await more, "late");
});

test("a restart with calls under way", async () => {
	const never = godeferred.Deferred();
	const [iterable] = await all(go.endless());
	const iterator = iterable[Symbol.asyncIterator]();
	await iterator.next();
	/** @type {any[]} */
	const seen = [];
	const old = [
		go.await(never),
		go.forever(),
		go.call(() => never),
		go.work(never).then((/** @type {any} */ { promise }) => promise),
		iterator.next(),
	];
	await go.add(1, 1);
	for (const one of old) one.then(null, (/** @type {any} */ error) => seen.push(error.code));
	const computing = go.compute(1e9); // the worker reads no message any more
	const unread = go.add(1, 1);
	godeferred.terminate();
	const loading = load({ wasm, worker: true });
	const d = godeferred.Deferred();
	const first = [go.add(20, 22), go.await(d), go.call(() => d)];
	for (const one of [...old, computing, unread]) equal((await rejects(one)).code, "ended");
	await loading;
	never.resolve("of the old program");
	equal(await first[0], 42);
	await go.add(1, 1);
	deepEqual([first[1].state(), first[2].state()], ["pending", "pending"]);
	d.resolve("new");
	deepEqual([await first[1], await first[2]], ["new", "new"]);
	deepEqual(seen, Array(old.length).fill("ended"));
	ok(!Object.keys(godeferred.inspect().kinds).some((kind) => kind.startsWith("go")));
});

test("a rejection that nothing handles in the worker is the page's, once and with its reason", async (t) => {
	const rejections = t.rejections();
	const [mine, error] = [{ mine: true }, new RangeError("of the page")];
	await go.reject(error);
	await go.reject(mine);
	await go.reject("text");
	// A function of the page's whose promise Go leaves alone.
	await go.nested(() => Promise.reject("from the page"));
	while (rejections.length < 4) await turn();
	await go.add(1, 1);
	await turn();
	deepEqual(rejections, [error, mine, "text", "from the page"]);
	equal(rejections[0], error);
});

test("a message that cannot be read is reported", async (t) => {
	const errors = /** @type {any[]} */ (t.errors());
	await go.dispatch("messageerror");
	while (errors.length < 1) await turn();
	godeferred.terminate();
	const { Worker } = window;
	/** @type {Worker[]} */
	const made = [];
	Object.assign(window, {
		Worker: class extends Worker {
			/** @param {string} url @param {WorkerOptions} options */
			constructor(url, options) {
				super(url, options);
				made.push(this);
			}
		},
	});
	await load({ wasm, worker: true });
	Object.assign(window, { Worker });
	made[0].dispatchEvent(new Event("messageerror"));
	await turn();
	deepEqual(
		errors.map(({ name }) => name),
		["DataCloneError", "DataCloneError"],
	);
	equal(await go.add(1, 1), 2);
});

test("without a program of its own, the page has the default runtime and no worker", async () => {
	await loadAlone({ worker: true });
	equal(await alone.get("data:,x"), "x");
	ok(/no Go program/.test((await rejects(/** @type {any} */ (alone).go.add(1, 1), TypeError)).message));
	alone.terminate();
	equal(await alone.get("data:,x"), "x");
});

test("the worker's script can be named, and a wrong one is refused", async () => {
	godeferred.terminate();
	const wrong = await rejects(load({ wasm, worker: /** @type {any} */ (5) }), TypeError);
	ok(/worker must be/.test(wrong.message), wrong.message);
	const missing = await rejects(load({ wasm, worker: "/dist/nothing.js" }), godeferred.GodeferredError);
	equal(missing.code, "policy");
	const silent = await rejects(load({ wasm, worker: "/pages/lib/assert.js", timeout: 300 }));
	ok(["policy", "timeout"].includes(silent.code), silent.code);
	for (const worker of ["/dist/godeferred.js", new URL("/dist/godeferred.mjs", location.href)]) {
		await load({ wasm, worker });
		equal(await go.add(1, 1), 2);
		godeferred.terminate();
	}
});
