// Under install, hooks and rejections that nobody handles are the page's affair, as they were.

import { build, godeferred, loadJQuery } from "./builds.js";
import { deepEqual, equal, ok, rejects, test, turn } from "../lib/test.js";

const older = build.includes("jquery3");
const slim = build.includes("slim");

test("hooks of before count, and those of after, which end with it", async () => {
	const $ = await loadJQuery();
	if (!$.Deferred) return;
	/** @type {any[]} */
	const heard = [];
	const before = (/** @type {any[]} */ ...args) => heard.push("before", ...args);
	$.Deferred.exceptionHook = before;
	$.Deferred.getErrorHook = () => "trace";
	godeferred.install($);
	await rejects(
		$.Deferred()
			.resolve()
			.then(() => raise("a")),
	);
	$.Deferred.exceptionHook = (/** @type {any[]} */ ...args) => heard.push("after", ...args);
	$.Deferred.getErrorHook = undefined;
	$.Deferred.getStackHook = () => "stack";
	const late = $.Deferred();
	const raises = late.then(() => raise("b"));
	late.resolve();
	await rejects(raises, "b");
	deepEqual(heard, ["before", "a", "trace", "after", "b", older ? "stack" : undefined]);
	const other = godeferred.Deferred();
	other.resolve();
	await rejects(other.then(() => raise("not ours")));
	equal(heard.length, 6, "the script's own deferreds have hooks of their own");
	godeferred.uninstall($);
	equal($.Deferred.exceptionHook, before);
	equal($.Deferred.getErrorHook(), "trace");
	equal($.Deferred.getStackHook, undefined);
});

/** @param {unknown} error */
function raise(error) {
	throw error;
}

test("an accessor among the hooks, as jquery-migrate has one, is not read, and goes on counting", async () => {
	const $ = await loadJQuery();
	if (!$.Deferred) return;
	let reads = 0;
	Object.defineProperty($.Deferred, "getStackHook", {
		configurable: true,
		enumerable: true,
		get: () => ++reads,
		set: (hook) => ($.Deferred.getErrorHook = hook),
	});
	godeferred.install($);
	equal(reads, 0);
	$.Deferred.getStackHook = () => "trace";
	/** @type {any[]} */
	const heard = [];
	$.Deferred.exceptionHook = (/** @type {any[]} */ ...args) => heard.push(...args);
	await rejects(
		$.Deferred()
			.resolve()
			.then(() => raise("a")),
	);
	deepEqual(heard, ["a", "trace"]);
	godeferred.uninstall($);
});

for (const unhandled of [false, true]) {
	test(`rejections that nobody handles ${unhandled ? "raise the page's event if asked for" : "are silent"}`, async (t) => {
		const seen = t.rejections();
		const $ = await loadJQuery();
		godeferred.install($, unhandled ? { unhandled } : undefined);
		$.Deferred().reject(1);
		$.Deferred((/** @type {any} */ d) => {
			d.then(() => {});
			d.reject(2);
		});
		$.when($.Deferred().reject(3), 4);
		$.when(Promise.reject(4));
		$.Deferred()
			.resolve()
			.then(() => raise(5))
			.then(() => {})
			.finally(() => {});
		$.Deferred()
			.resolve()
			.pipe(() => $.Deferred().reject(6));
		$.Deferred()
			.reject(7)
			.catch(() => raise(8));
		$.ready.then(() => raise(9));
		if (!slim) $.ajax("data:text/plain,", { beforeSend: () => false });
		await turn();
		await turn();
		await $.ready.then(() => {});
		await turn();
		const reasons = seen.filter((reason) => typeof reason === "number").sort();
		deepEqual(reasons, unhandled ? [1, 2, 3, 4, 5, 6, 8, 9] : []);
		equal(seen.length, unhandled ? 8 + (slim ? 0 : 1) : 0);
		godeferred.install($, { unhandled: !unhandled });
		$.Deferred().reject(10);
		await turn();
		await turn();
		equal(seen.includes(10), !unhandled, "a second call changes the option");
		godeferred.Deferred().reject(11);
		await turn();
		await turn();
		ok(seen.includes(11), "the script's own raise it in any case");
		godeferred.uninstall($);
	});
}

test("once uninstalled, deferreds of ours live on", async () => {
	const $ = await loadJQuery();
	godeferred.install($);
	const d = $.Deferred();
	const chained = d.then((/** @type {number} */ n) => n + 1);
	godeferred.uninstall($);
	d.resolve(1);
	equal(await chained, 2);
	await rejects(
		godeferred
			.wrap(chained)
			.then(() => raise(3))
			.promise(),
		3,
	);
});
