// Programs on jQuery's deferreds and ready list, which write down what they are called back with. A
// program's last promise ends it.

/** @typedef {import("../ajax/record.js").Log} Log */
/** @typedef {[name: string, needs: string, run: ($: any, log: Log, elements: any) => any]} Program */

/** @param {any} promise @param {Log} log @param {string} name */
export const listen = (promise, log, name) =>
	promise
		.done(log.as(`${name} done`))
		.fail(log.as(`${name} fail`))
		.always(log.as(`${name} always`))
		.progress(log.as(`${name} progress`));

/** @param {unknown} error */
const raise = (error) => {
	throw error;
};

/** @type {Program[]} */
export const programs = [
	[
		"contexts and arguments",
		"Deferred",
		($, log) => {
			const d = $.Deferred(log.as("init", (d) => d.state()));
			listen(d, log, "d");
			d.notify(1, 2);
			d.notifyWith({ by: "with" }, [3]);
			d.resolveWith({ by: "resolve" }, [4, 5]);
			d.reject(6);
			listen(d, log, "late");
			const detached = $.Deferred();
			listen(detached, log, "detached");
			({ name: "owner", resolve: detached.resolve }).resolve(7);
			return d.then(log.as("then"));
		},
	],
	[
		"what is passed through then, and what is not",
		"Deferred",
		($, log) => {
			const d = $.Deferred();
			listen(d.then(), log, "then()");
			listen(d.then(log.as("handler", () => 2)), log, "then(fn)");
			listen(
				d.then(null, null, (/** @type {any} */ n) => n + 1),
				log,
				"then(progress)",
			);
			d.notify(1, "a");
			d.resolveWith({ a: 1 }, [1, 2]);
			return d.then().then().then();
		},
	],
	[
		"then with thenables of all kinds",
		"Deferred",
		async ($, log) => {
			const kinds = [
				() => $.Deferred().resolve(1, 2),
				() => $.Deferred().reject(3, 4),
				() => Promise.resolve(5),
				() => Promise.reject(6),
				() => ({ then: (/** @type {any} */ done) => done(7, 8) }),
				() => ({ then: (/** @type {any} */ _, /** @type {any} */ fail) => fail(9, 10) }),
				() => ({ then: () => raise("then throws") }),
				() => ({ then: 5 }),
			];
			for (const [i, kind] of kinds.entries()) {
				const p = $.Deferred().resolve().then(kind);
				listen(p, log, String(i));
				await p.then(null, () => {});
			}
			const secondary = $.Deferred().resolve($.Deferred().resolve("inner"));
			listen($.when(secondary), log, "when");
			return secondary.then().then(log.as("unwrapped"));
		},
	],
	[
		"exceptions and the hook",
		"Deferred",
		async ($, log) => {
			const before = $.Deferred.exceptionHook;
			$.Deferred.exceptionHook = log.as("hook");
			$.Deferred.getErrorHook = log.as("trace", () => "trace");
			const d = $.Deferred().resolve(1);
			const p = d.then(() => raise(new RangeError("out"))).catch(log.as("caught", () => raise("again")));
			listen(p, log, "p");
			await p.then(null, () => {});
			await d.then(() => $.Deferred().reject("quiet")).then(null, log.as("adopted"));
			delete $.Deferred.getErrorHook;
			$.Deferred.exceptionHook = before;
		},
	],
	[
		"pipe",
		"Deferred",
		($, log) => {
			const d = $.Deferred();
			listen(d.pipe(), log, "pipe()");
			listen(d.pipe(log.as("filter", (a, b) => a + b)), log, "pipe(fn)");
			listen(
				d.pipe(() => $.Deferred().notify("n").reject("x", "y")),
				log,
				"pipe(deferred)",
			);
			listen(
				d.pipe(null, null, () => "changed"),
				log,
				"pipe(progress)",
			);
			d.notify("first");
			d.resolveWith({ c: 1 }, [1, 2]);
			return d;
		},
	],
	[
		"callbacks that add, settle and notify",
		"Deferred",
		($, log) => {
			const d = $.Deferred();
			d.progress(
				log.as("p1", (n) => n < 3 && d.notify(n + 1)),
				log.as("p2"),
			);
			d.done([
				log.as("a", () => {
					d.done(log.as("added"));
					d.resolve("twice");
					d.notify("late");
				}),
				[log.as("b"), null, undefined, "no function"],
			]);
			d.notify(1);
			d.resolve("once");
			return d;
		},
	],
	[
		"when",
		"Deferred",
		async ($, log) => {
			listen($.when(), log, "none");
			listen($.when(1), log, "value");
			listen($.when(1, $.Deferred().resolve(2, 3), undefined), log, "three");
			const [a, b] = [$.Deferred(), $.Deferred()];
			listen($.when(a, b), log, "pending");
			listen($.when(a, $.Deferred().reject("no", "not")), log, "failed");
			a.notify("unheard");
			a.resolveWith({ of: "a" }, [1, 2]);
			b.resolveWith({ of: "b" }, []);
			const native = $.when(Promise.resolve("native"));
			listen(native, log, "native");
			await native;
			const refused = $.when(Promise.reject("refused"), 1);
			listen(refused, log, "refused");
			await refused.then(null, () => {});
		},
	],
	[
		"promise methods on an object",
		"Deferred",
		($, log) => {
			const d = $.Deferred();
			const target = d.promise({ own: true, state: "replaced" });
			log.add(target.own, typeof target.state, target.promise() === d.promise());
			listen(target, log, "target");
			listen($.extend({}, d.promise()), log, "copy");
			d.reject(1, 2);
			return target.then(null, () => {});
		},
	],
	[
		"ready",
		"Deferred",
		async ($, log) => {
			await new Promise((resolve) => $(log.as("$(fn)", resolve)));
			await new Promise((resolve) => $(document).ready(log.as(".ready", resolve)));
			await $.ready.then(log.as("ready.then", () => 5)).then(log.as("its then"));
			await $.when($.ready).then(log.as("when(ready)"));
			await $.ready.then(() => raise("in ready")).then(null, log.as("ready fails"));
		},
	],
];
