// What install puts into a jQuery, and that uninstall leaves no trace of it.

import { build, godeferred, loadJQuery, members } from "./builds.js";
import { deepEqual, equal, ok, test, throws } from "../lib/test.js";

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
	for (const name in before)
		if (!/^(Deferred|when|cleanData)$/.test(name)) equal($[name], before[name], name);
	for (const name in fn) equal($.fn[name], fn[name], name);
	const statics =
		"wrap all allSettled any series wait timeout work active ajax ajaxPrefilter ajaxSettings ajaxSetup ajaxTransport param get post put patch delete getJSON getScript createCache cachedGetScript loadImage afterDOMReady easing fx";
	for (const name of statics.split(" ")) ok(name in $, name);
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
	"requests go through the jQuery's own ajax, get and getScript, replaced or not",
	using(async ($) => {
		const { ajax, get, getScript, param } = $;
		/** @type {string[]} */
		const types = [];
		$.ajax = (/** @type {any} */ settings) => {
			types.push(settings.type);
			return ajax({ ...settings, url: "/text" });
		};
		for (const name of ["get", "post", "put", "patch", "delete"]) await $[name]("/elsewhere");
		equal(types.join(), "get,post,put,patch,delete");
		$.ajax = ajax;
		$.get = (/** @type {any[]} */ ...args) => args.join();
		equal($.getJSON("/a"), "/a,,,json");
		$.get = get;
		$.getScript = () => $.Deferred().resolve("mine");
		equal(await $.cachedGetScript("/none.js"), "mine");
		$.getScript = getScript;
		$.param = () => "mine";
		equal((await $.ajax("/echo", { data: { a: 1 } })).url, "/echo?mine");
		$.param = param;
		equal($.active, 0);
		const one = $.put("/text");
		equal($.active, 1);
		await one.catch(() => {});
	}),
);

test(
	"effects go through the jQuery's own animate, if it was replaced",
	using(($) => {
		const { animate } = $.fn;
		/** @type {string[]} */
		const heard = [];
		/** @this {any} */
		$.fn.animate = function (/** @type {any} */ properties, /** @type {any} */ duration) {
			heard.push(`${Object.keys(properties)} ${duration}`);
			return this;
		};
		try {
			equal($("<p>").fadeIn(5).slideUp("slow").length, 1);
		} finally {
			$.fn.animate = animate;
		}
		deepEqual(heard, ["opacity 5", "height,paddingTop,marginTop,paddingBottom,marginBottom slow"]);
	}),
);

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
