// What install puts into a jQuery, and that uninstall leaves no trace of it.

import { build, godeferred, loadJQuery, members } from "./install-start.js";
import { deepEqual, equal, ok, rejects, test, throws, turn } from "./lib/test.js";

const older = build.includes("jquery3");
const slim = build.includes("slim");

/** Everything that install may touch. @param {any} $ */
const all = ($) => [members($), members($.fn), members($.ready), $.Deferred && members($.Deferred)];

/** @param {any[]} now @param {any[]} before */
function same(now, before) {
	for (const [i, of] of before.entries()) {
		if (!of) continue;
		deepEqual(Reflect.ownKeys(now[i]).sort(byName), Reflect.ownKeys(of).sort(byName));
		for (const key of Reflect.ownKeys(of)) {
			for (const part of Reflect.ownKeys(of[key])) equal(now[i][key][part], of[key][part], String(key));
		}
	}
}

/** @param {any} a @param {any} b */
const byName = (a, b) => (String(a) < String(b) ? -1 : 1);

/** Runs fn with ours in a jQuery of its own. @param {(jQuery: any) => unknown} fn @param {any} [options] */
function using(fn, options) {
	return async () => {
		const $ = await loadJQuery();
		godeferred.install($, options);
		try {
			await fn($);
		} finally {
			godeferred.uninstall($);
		}
	};
}

test("the build is the one that is meant", async () => {
	const $ = await loadJQuery();
	ok($.fn.jquery.startsWith(older ? "3.7.1" : "4.0.0"), $.fn.jquery);
	equal("ajax" in $, !slim);
});

test("uninstall puts back every property as it was", async () => {
	const $ = await loadJQuery();
	Object.defineProperty($, "when", { value: $.when, enumerable: false, writable: true, configurable: true });
	if ($.Deferred) $.Deferred.exceptionHook = () => {};
	const before = all($);
	equal(godeferred.install($), $);
	ok($.Deferred() instanceof godeferred.Deferred);
	$.Deferred.exceptionHook = undefined;
	$.Deferred.getErrorHook = () => {};
	equal(godeferred.uninstall($), undefined);
	same(all($), before);
	godeferred.uninstall($);
	godeferred.uninstall();
	same(all($), before);
});

test("installing twice is installing once", async () => {
	const $ = await loadJQuery();
	const before = all($);
	godeferred.install($);
	const { Deferred } = $;
	godeferred.install($);
	equal($.Deferred, Deferred);
	godeferred.uninstall($);
	same(all($), before);
	godeferred.install($);
	equal($.when($.Deferred().resolve(1)).state(), "resolved");
	godeferred.uninstall($);
	same(all($), before);
});

test("two jQueries are installed and uninstalled apart, and all at once", async () => {
	const [a, b] = [await loadJQuery(), await loadJQuery()];
	const before = [all(a), all(b)];
	godeferred.install(a);
	godeferred.install(b);
	ok(a.Deferred !== b.Deferred);
	a.Deferred.exceptionHook = () => {};
	ok(b.Deferred.exceptionHook !== a.Deferred.exceptionHook);
	godeferred.uninstall(a);
	same(all(a), before[0]);
	ok(b.Deferred() instanceof godeferred.Deferred);
	godeferred.install(a);
	godeferred.uninstall();
	same(all(a), before[0]);
	same(all(b), before[1]);
});

test("what the page has put in the place of ours stays", async () => {
	const $ = await loadJQuery();
	godeferred.install($);
	const mine = () => {};
	$.loadImage = $.fn.bindOnce = mine;
	godeferred.uninstall($);
	equal($.loadImage, mine);
	equal($.fn.bindOnce, mine);
	ok(!("createCache" in $));
});

test("a jQuery that cannot be changed is left as it was", async () => {
	const $ = await loadJQuery();
	Object.freeze($.fn);
	const before = all($);
	throws(() => godeferred.install($), TypeError);
	same(all($), before);
});

test("a wrong argument is named", async () => {
	for (const wrong of [undefined, null, {}, () => {}, "jQuery", godeferred]) {
		throws(() => godeferred.install(wrong), /^godeferred\.install: jQuery must be jQuery 3 or 4/);
	}
	const old = Object.assign(() => {}, { fn: { jquery: "1.12.4" } });
	throws(() => godeferred.install(old), /jQuery must be jQuery 3 or 4, not "1\.12\.4"/);
	throws(() => godeferred.install(old, 5), TypeError);
	const $ = await loadJQuery();
	throws(() => godeferred.install($, 5), /options must be an object, not 5/);
	equal($.createCache, undefined);
	throws(() => godeferred.uninstall({}), /^godeferred\.uninstall: jQuery must be/);
});

test("members are added only where jQuery has none", async () => {
	const $ = await loadJQuery();
	const before = { ...$ };
	const fn = { ...$.fn };
	$.race = fn;
	godeferred.install($);
	equal($.race, fn);
	for (const name in before) if (!/^(Deferred|when)$/.test(name)) equal($[name], before[name], name);
	for (const name in fn) equal($.fn[name], fn[name], name);
	const statics =
		"wrap all allSettled any series wait timeout work ajax ajaxSetup param get post put patch delete getJSON getScript createCache cachedGetScript loadImage afterDOMReady fx";
	for (const name of statics.split(" ")) ok($[name], name);
	const methods =
		"animate slideDown slideUp slideToggle fadeIn fadeOut fadeToggle fadeTo show hide toggle stop finish delay queue dequeue clearQueue promise bindOnce firstClick visible";
	for (const name of methods.split(" ")) equal(typeof $.fn[name], "function", name);
	for (const name of "animate slideDown slideUp slideToggle fadeIn fadeOut fadeToggle fadeTo show hide toggle delay".split(
		" ",
	))
		equal(typeof $.fn[`${name}Promise`], "function", name);
	godeferred.uninstall($);
});

test(
	"jQuery's own functions use ours",
	using(async ($) => {
		ok($("<p>").promise() instanceof godeferred.Deferred().promise().constructor);
		if (!slim) {
			const jqXHR = $.ajax("/text");
			equal(typeof jqXHR.finally, "function");
			equal(await jqXHR, "hällo");
		}
		const ready = $.ready.then((/** @type {any} */ of) => of);
		equal(typeof ready.finally, "function");
		equal(await ready, $);
		equal(await $.when($.ready), $);
	}),
);

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
