// A page whose wasm has not come yet, and comes at the end of the first test of each part.

import { counted, release } from "../lib/held.js";
import { deepEqual, equal, ok, rejects, run, test, throws, turn } from "../lib/test.js";

const { early, godeferred: $, jQuery3, jQuery4 } = window;
const box = document.getElementById("box");
const hidden = document.getElementById("hidden");

/** Fulfils when so many ms have passed, by the library's own timer. */
const passed = (ms) => $.wait(ms);

test("the next statement has deferreds, joins, the collection and the document's ready event", async () => {
	await turn();
	deepEqual(early, ["done 1", "when 1 2", "box box", "runtime starting", "ready true true true"]);
});

test("all that asks no Go works as ever", async () => {
	deepEqual(await $.all([1, $.wait(1).then(() => 2)]), [1, 2]);
	equal(await $.race([$.wait(1000), 3]), 3);
	equal(await $.any([Promise.reject(new Error("no")), 4]), 4);
	equal((await $.allSettled([5]))[0].value, 5);
	deepEqual(await $.mapAsync([1, 2], (n) => n * 2, { concurrency: 1 }), [2, 4]);
	equal(await $.series([() => 1, (n) => n + 1]), 2);
	equal(await $.work((d) => d.resolve(6)), 6);
	equal(await $.wrap(Promise.resolve(7)), 7);
	equal((await rejects($.timeout($.Deferred(), 1))).name, "TimeoutError");
	const cached = $.createCache((d, key) => d.resolve(key + key));
	equal(await cached("x"), "xx");
	equal(await $.loadImage("/pixel.svg"), "/pixel.svg");
	await $.afterDOMReady(0);
	const first = $.firstClick("#button");
	document.getElementById("button").click();
	equal((await first).type, "click");
	const own = $.bindOnce("#box", "own");
	box.dispatchEvent(new Event("own"));
	equal((await own).type, "own");
	equal((await $.visible("#box")).target, box);
	equal($("<p class=a>").addClass("b").attr("class"), "a b");
	equal(await $.Deferred((d) => setTimeout(d.resolve, 0, 8)), 8);
	// Without a duration, show, hide and toggle ask nothing.
	await $.hide(box);
	equal(box.style.display, "none");
	await $.show(box);
	equal(box.style.display, "");
});

test("a page's jQuery can use it at once", async () => {
	for (const jQuery of [jQuery3, jQuery4]) {
		$.install(jQuery);
		equal(await jQuery.Deferred().resolve(9), 9);
		equal(await jQuery.when(10), 10);
		$.uninstall(jQuery);
	}
});

test("arguments that no rule of Go's has to judge are wrong at the call", () => {
	for (const call of [
		() => $.ajax(5, 5),
		() => $.ajax("/x", { async: false }),
		() => $.ajax("/x", { signal: 1 }),
		() => $.ajax("/x", { beforeSend: 1 }),
		() => $.ajax("/x", { retry: "often" }),
		() => $.slideDown("#box", 10, 5),
		() => $.animate("#box", 5),
		() => $.slideDown(5),
	]) {
		throws(call, TypeError, String(call));
	}
});

/** @type {string[]} */
const log = [];

/** What each call tells. @param {string} name @param {string} path */
const asked = (name, path, settings) =>
	$.ajax(path, {
		beforeSend: () => void log.push(`${name} beforeSend`),
		success: () => log.push(`${name} success`),
		error: () => log.push(`${name} error`),
		complete: (_, text) => log.push(`${name} complete ${text}`),
		...settings,
	});

const later = {};

test("requests and animations are accepted in order, and wait", async () => {
	$(document).on("ajaxStart ajaxSend", ({ type }) => log.push(type));
	later.aborted = [];
	later.aborting = $.ajax("/asked/aborting", {
		beforeSend() {
			for (const x of later.aborted) x.abort();
		},
	});
	equal($.active, 1);
	later.aborted.push($.ajax("/asked/aborted", { beforeSend: () => log.push("beforeSend of the aborted") }));
	later.first = asked("first", "/asked/first", { timeout: 10_000 }).done(() => log.push("first done"));
	later.slide = $.slideUp(box, 20).done(() => log.push("slid"));
	$.queue(box, (next) => {
		log.push("queued");
		next();
	});
	later.second = asked("second", "/asked/second");
	later.fade = $.fadeIn(hidden, 20).done(() => log.push("faded"));
	equal(later.first.readyState, 1);
	equal(later.first.state(), "pending");
	const { runtime, waiting, kinds } = $.inspect();
	equal(runtime, "starting");
	deepEqual(waiting, { ajax: 4, animation: 2 });
	ok(kinds.ajax >= 4 && kinds.animation >= 2);
	await passed(30); // longer than the animations take
	deepEqual(log, ["ajaxStart"]); // at the first call, as in jQuery: pages show that they wait
	equal($.active, 4);
	equal(box.style.overflow, "");
});

test("abort costs nothing before it is sent, and tells whom jQuery tells", async () => {
	const told = [];
	const x = $.ajax("/asked/aborted", {
		beforeSend: () => told.push("beforeSend"),
		error: (_, text) => told.push(`error ${text}`),
		complete: (_, text) => told.push(`complete ${text}`),
	});
	x.fail((_, text) => told.push(`fail ${text}`));
	x.setRequestHeader("X-Late", "1").abort();
	deepEqual(told, ["error abort", "fail abort", "complete abort"]);
	const controller = new AbortController();
	const y = $.ajax("/asked/aborted", { signal: controller.signal });
	controller.abort();
	equal(y.state(), "rejected");
	const z = $.ajax("/asked/aborted").then(() => 1);
	z.abort();
	equal(z.state(), "rejected");
	const slide = $.slideUp("#button", 10);
	slide.abort();
	equal(slide.state(), "rejected");
	equal($.active, 4);
	deepEqual($.inspect().waiting, { ajax: 4, animation: 2 });
});

test("beforeSend may abort what has waited, and what is relative is so to the page of the call", () => {
	const { pathname } = location;
	later.aborted.push($.ajax("/asked/aborted", { beforeSend: () => log.push("beforeSend of the aborted") }));
	later.relative = $.ajax("first-line.js", { dataType: "text" });
	history.pushState(null, "", "/elsewhere/");
	later.back = () => history.pushState(null, "", pathname);
});

test("callbacks of an animation that is stopped before it could start get it, as ever", async () => {
	const one = document.body.appendChild(document.createElement("p"));
	const told = [];
	const keep = ({ elem, duration }) => told.push(elem === one, duration);
	const slid = rejects($.slideUp(one, { duration: 10, fail: keep, always: keep }));
	$.stop(one);
	await slid;
	deepEqual(told, [true, 10, true, 10]);
});

test("stop, finish and an empty queue end what waits", async () => {
	const one = document.body.appendChild(document.createElement("p"));
	const stopped = rejects($.slideUp(one, 10));
	$.stop(one);
	equal((await stopped).name, "AbortError");
	const cleared = rejects($.slideUp(one, 10).then(() => $.fadeIn(one)));
	const waits = rejects($.slideDown(one, 10));
	$.stop(one, true);
	await cleared;
	await waits;
	later.finished = $.slideUp(one, 10_000).done(() => log.push(`finished ${one.style.display}`));
	$.finish(one);
	later.moved = $.animate(one.appendChild(document.createElement("b")), { left: "+=5" }, 10_000);
	later.moved.catch(() => {});
	$.stop(one.firstChild, true, true);
	later.one = one;
});

test("what beforeSend refuses, and what the rules refuse, rejects once the runtime is up", () => {
	later.canceled = new Promise((resolve) => {
		const told = [];
		$.ajax("/asked/aborted", {
			beforeSend: () => false,
			error: () => told.push("error"),
			complete: () => told.push("complete"),
		}).fail((_, text) => resolve([...told, text]));
	});
	const thrown = (jqXHR) => new Promise((resolve) => jqXHR.fail((...args) => resolve(args[2])));
	later.forbidden = thrown($.ajax("javascript:1"));
	later.header = thrown($.ajax("/asked/aborted", { headers: { "bad name": "1" } }));
	later.easing = rejects($.slideUp("#button", 10, "bounce"));
	later.data = { id: 1 };
	later.echo = $.ajax("/echo", { data: later.data });
	later.data.id = 2; // too late, as in jQuery
});

test("a beforeSend that throws is reported, and its request rejected", async (t) => {
	later.errors = t.errors();
	later.thrown = new Promise((resolve) => {
		$.ajax("/asked/aborted", {
			beforeSend() {
				throw new Error("of beforeSend");
			},
		}).fail((_, text, error) => resolve(`${text} ${error.message}`));
	});
	await release();
	equal(await $.ready, $);
	later.back();
	equal(await later.thrown, "canceled of beforeSend");
	await turn();
	// The wrong easing is reported, too: an animation that ends early is nobody's unhandled rejection.
	deepEqual(
		later.errors.map(({ message }) => message).filter((text) => !text.includes("easing")),
		["of beforeSend"],
	);
});

test("then they begin, in the order of the calls, each with all of its callbacks in jQuery's order", async () => {
	await $.when(later.first, later.second, later.slide, later.fade, later.finished);
	await turn();
	// Each request, and each animation: their answers come in any order.
	const of = (name) => log.filter((line) => line.startsWith(name));
	deepEqual(of("first"), ["first beforeSend", "first success", "first done", "first complete success"]);
	deepEqual(of("second"), ["second beforeSend", "second success", "second complete success"]);
	ok(log.indexOf("first beforeSend") < log.indexOf("second beforeSend"), log.join());
	equal(log.filter((line) => line === "ajaxStart").length, 1);
	ok(log.includes("slid") && log.indexOf("slid") <= log.indexOf("queued") + 1, log.join());
	equal(box.style.display, "none");
	equal(getComputedStyle(hidden).display, "block");
	ok(log.includes("finished none"), log.join());
	equal(later.one.style.display, "none");
	equal(await counted("aborting"), 1);
	equal(await counted("aborted"), 0);
	equal(await counted("first"), 1);
	deepEqual(await later.canceled, ["canceled"]);
	deepEqual($.inspect().waiting, {});
	equal($.inspect().runtime, "ready");
});

test("one that a beforeSend has aborted is over, and the next ajaxStart and ajaxStop come", async () => {
	for (const x of later.aborted) equal(x.state(), "rejected");
	ok(!log.includes("beforeSend of the aborted"));
	ok((await later.relative).startsWith("// A page whose wasm"));
	await turn();
	const told = [];
	$(document).on("ajaxStart ajaxStop", ({ type }) => told.push(type));
	await $.ajax("/asked/first");
	await turn();
	deepEqual(told, ["ajaxStart", "ajaxStop"]);
});

test("a signal that aborts in beforeSend ends the request", async () => {
	const controller = new AbortController();
	const { signal } = controller;
	const x = $.ajax("/asked/aborted", { signal, beforeSend: () => controller.abort() });
	equal(x.state(), "rejected");
	const y = $.ajax("/asked/aborted", { beforeSend: (_, s) => void (s.signal = signal) });
	equal(y.state(), "rejected");
	equal(await counted("aborted"), 0);
});

test("the errors of those that waited name what was wrong", async () => {
	equal((await later.easing).name, "TypeError");
	ok((await later.easing).message.includes("easing"), (await later.easing).message);
	ok((await later.header).message.includes("bad name"), String(await later.header));
	ok((await later.forbidden).message.startsWith("godeferred.ajax: url"), String(await later.forbidden));
	equal(new URL((await later.echo).url, location.href).search, "?id=1");
});

test("from then on requests and animations are made within the call", () => {
	const order = [];
	const x = $.ajax("/asked/first", { beforeSend: () => void order.push("beforeSend") });
	order.push("returned");
	deepEqual(order, ["beforeSend", "returned"]);
	x.abort();
	throws(() => $.ajax("javascript:1"), TypeError);
	throws(() => $.slideUp("#button", 10, "bounce"), TypeError);
});

await run();
