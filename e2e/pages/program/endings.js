// Ways in which a Go program ends. The page lives on.

import { deepEqual, equal, ok, rejects } from "../lib/assert.js";
import { PROGRAM, all, allOfFailure } from "./cases.js";

/** Go writes why to the console. @type {typeof import("./cases.js").cases} */
export const endings = [
	...[
		["exit", (/** @type {any} */ go) => go.exit(3), /exit code 3/],
		["a panic outside of calls", (/** @type {any} */ go) => go.panicOutside(), /exit code 2/],
	].map(
		([how, end, said]) =>
			/** @type {(typeof import("./cases.js").cases)[0]} */ ([
				`a program that ends by ${how} takes nothing of the page's with it`,
				async ({ godeferred, collecting }) => {
					const { go } = godeferred;
					const waiting = go.forever();
					const { promise } = await go.work(godeferred.Deferred());
					const [fn] = await all(go.make());
					const own = godeferred.Deferred();
					const adopted = go.first(own);
					await go.add(1, 1);
					const { errors } = await collecting(async () => {
						const last = /** @type {any} */ (end)(go);
						for (const one of [waiting, promise, last]) {
							equal((await rejects(one, godeferred.GodeferredError)).code, "ended");
						}
					});
					deepEqual(
						errors.map(({ code }) => code),
						["ended"],
					);
					ok(/** @type {RegExp} */ (said).test(errors[0].message), errors[0].message);
					for (const call of [() => go.add(1, 1), () => fn(1)]) equal((await rejects(call)).code, "ended");
					equal(godeferred.inspect().runtime, "failed");
					const [, , reason] = await allOfFailure(godeferred.get("data:,x"));
					equal(reason.code, "ended");
					own.resolve("the page lives on");
					equal(await adopted, "the page lives on");
					equal(await godeferred.load(PROGRAM), godeferred);
					equal(await go.add(20, 22), 42);
					equal(await godeferred.get("data:,x"), "x");
					equal((await rejects(fn(1))).code, "ended"); // it is of the program that has ended
				},
			]),
	),
	...["by returning", "by a panic", "late", "as soon as it is ready"].map(
		(how) =>
			/** @type {(typeof import("./cases.js").cases)[0]} */ ([
				`a program that ends while it starts: ${how}`,
				async ({ godeferred, collecting }) => {
					const { go } = godeferred;
					const asked = { starts: 0, ends: how };
					Object.assign(globalThis, { pageprogram: asked });
					await collecting(() => rejects(go.exit(0)));
					const loading = godeferred.load(PROGRAM);
					const { ready } = godeferred;
					const early = go.add(1, 1);
					const failures = await Promise.all([loading, early, ready].map((one) => rejects(one)));
					for (const { code } of failures) equal(code, "ended");
					equal(godeferred.inspect().runtime, "failed");
					equal(godeferred.inspect().kinds["go.add"], undefined);
					asked.ends = "";
					const again = godeferred.load(PROGRAM);
					equal(await go.add(20, 22), 42);
					equal(await again, godeferred);
					equal(await godeferred.ready, godeferred);
					equal(asked.starts, 2);
					Reflect.deleteProperty(globalThis, "pageprogram");
				},
			]),
	),
	[
		"what hears of a program's end can call and load again at once",
		async ({ godeferred, collecting }) => {
			const { go } = godeferred;
			/** @type {any} */
			let sum;
			/** @type {any} */
			let loading;
			const waiting = go.forever().fail(() => {
				sum = go.add(1, 2);
				loading = godeferred.load(PROGRAM);
			});
			await collecting(() => rejects(go.exit(3)));
			await rejects(waiting);
			equal(await loading, godeferred);
			equal(await sum, 3);
		},
	],
	[
		"a promise of an ended program leaves those of the next alone",
		async ({ godeferred, collecting }) => {
			const { go } = godeferred;
			const old = Array.from({ length: 20 }, () => godeferred.Deferred());
			const adopted = await go.promises(...old); // they wait for the page now
			await collecting(() => rejects(go.exit(3)));
			await godeferred.load(PROGRAM);
			const d = godeferred.Deferred();
			const { promise } = await go.work(d);
			for (const one of old) one.resolve("old");
			for (const one of adopted) equal(await one.promise, "old");
			d.resolve("new");
			equal(await promise, "new");
		},
	],
	[
		"what reads an iterable or a stream of a program that ends hears of it",
		async ({ godeferred, collecting }) => {
			const { go } = godeferred;
			const [iterable, stream] = await all(go.endless());
			const iterator = iterable[Symbol.asyncIterator]();
			deepEqual(await iterator.next(), { value: 1, done: false });
			const reader = stream.getReader();
			deepEqual([...(await reader.read()).value], [1]);
			const waiting = [iterator.next(), reader.read()].map((one) => rejects(one));
			await go.add(1, 1);
			await collecting(() => rejects(go.exit(3)));
			for (const { code } of await Promise.all(waiting)) equal(code, "ended");
			await godeferred.load(PROGRAM);
		},
	],
	[
		"a crash tells of the engine's error",
		async ({ godeferred, collecting }) => {
			const error = new RangeError("a getter that the program does not expect");
			const object = Object.defineProperty({}, "x", {
				get() {
					throw error;
				},
			});
			await collecting(async () => {
				const ended = await rejects(godeferred.go.crash(object));
				deepEqual([ended.code, ended.cause], ["ended", error]);
				ok(/crashed.*does not expect/.test(ended.message), ended.message);
			});
			await godeferred.load(PROGRAM);
		},
	],
];
