// What collections get: effects and queues in the slim builds, the promises of single effects in all.

import { build, godeferred, loadJQuery } from "./builds.js";
import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";

const $ = await loadJQuery();
const slim = build.includes("slim");

/** A test with two elements. @param {string} name @param {(elements: any) => unknown} fn */
function effects(name, fn) {
	test(name, async () => {
		godeferred.install($);
		const elements = $('<p style="width: 9px; height: 40px">1</p><p>2</p>').appendTo(document.body);
		try {
			await fn(elements);
			equal(document.getAnimations().length, 0);
		} finally {
			elements.remove();
			godeferred.uninstall($);
		}
	});
}

/** @param {any} promise */
const reason = async (promise) => (await rejects(promise)).name;

effects("an effect answers the collection, and its promise waits for all", async (elements) => {
	/** @type {any[]} */
	const log = [];
	equal(
		elements.animate({ width: 50 }, 60_000, function (/** @type {any} */ _) {
			log.push(this);
		}),
		elements,
	);
	equal(elements.promise().state(), "pending");
	elements.finish(); // a short one may be over within the call, on a slow machine
	equal(await elements.promise(), elements);
	deepEqual(log, elements.get());
	equal(elements[0].style.width, "50px");
});

effects("effects of a queue run one after the other, with what else is in it", async (elements) => {
	/** @type {string[]} */
	const log = [];
	const note = (/** @type {string} */ what) => () => log.push(what);
	elements
		.first()
		.slideUp(10, note("up"))
		.delay(5)
		.queue((/** @type {() => void} */ next) => {
			log.push("queue");
			next();
		})
		.slideDown(10, note("down"))
		.fadeTo(10, 0.5, note("half"));
	equal(elements.first().queue().length > 0, true);
	await elements.promise();
	deepEqual(log, ["up", "queue", "down", "half"]);
	equal(elements[0].style.opacity, "0.5");
	equal(elements.first().queue().length, 0);
});

effects("stop gives the next one its turn, finish ends all of them", async (elements) => {
	/** @type {string[]} */
	const log = [];
	const options = (/** @type {string} */ name) => ({
		duration: 1e6,
		complete: () => log.push(`${name} complete`),
		fail: () => log.push(`${name} fail`),
	});
	const one = elements.first();
	one.animate({ width: 20 }, options("a")).animate({ width: 30 }, options("b"));
	one.stop();
	deepEqual(log, ["a fail"]);
	one.stop(false, true);
	deepEqual(log, ["a fail", "b complete"]);
	equal(one[0].style.width, "30px");
	one.animate({ width: 40 }, options("c")).delay(1e6).animate({ width: 50 }, options("d"));
	one.finish();
	deepEqual(log.slice(2), ["c complete", "d complete"]);
	equal(one[0].style.width, "50px");
	equal((await one.promise())[0], one[0]);
	one.animate({ width: 60 }, { ...options("e"), queue: false }).stop();
	one
		.animate({ width: 70 }, { ...options("f"), queue: "own" })
		.dequeue("own")
		.stop("own", true, true);
	deepEqual(log.slice(4), ["e fail", "f complete"]);
	one.delay(1e6).stop();
	equal(one.promise().state(), "resolved");
});

effects("an element that is removed loses its queues, and what godeferred keeps of it", async (elements) => {
	const one = elements.first();
	for (const way of ["remove", "empty", "html", "text", "replaceWith"]) {
		const parent = $("<div>").append(one).appendTo(document.body);
		one.delay(1e6).fadeOut(1);
		one.queue("own", () => {});
		godeferred(one)
			.data("kept", way)
			.queue("own", () => {});
		equal(one.queue().length, 2);
		if (way === "remove") one.remove();
		else if (way === "replaceWith") one.replaceWith("<b>x</b>");
		else parent[way]("");
		equal(`${one.queue().length} ${one.queue("own").length}`, "0 0", way);
		equal(godeferred(one).data("kept"), undefined);
		equal(godeferred(one).queue("own").length, 0);
		one.appendTo(parent).slideUp(1);
		await one.promise();
		equal(one[0].style.display, "none");
		one.css("display", "").delay(1e6).detach();
		equal(one.queue().length, 1, "detached, it keeps them");
		one.stop(true);
		parent.remove();
	}
});

effects("animations beside the queue have a promise, too", async (elements) => {
	const beside = elements.animatePromise({ width: 12 }, { duration: 400, queue: false });
	equal(beside.state(), "pending");
	await beside;
	equal(elements[0].style.width, "12px");
});

effects("a promise of one effect resolves with the collection", async (elements) => {
	/** @type {any[]} */
	const log = [];
	const promise = elements.slideUpPromise(400, function () {
		log.push(this);
	});
	equal(promise.state(), "pending");
	promise.done(function (/** @type {any} */ of) {
		equal(this, elements);
		equal(of, elements);
		equal(log.length, 2);
	});
	const next = elements.fadeInPromise({ duration: 400 });
	await promise;
	equal(next.state(), "pending");
	await next;
	equal(elements[1].style.display, "");
	await elements.fadeToPromise(5, 0.25);
	equal(elements[1].style.opacity, "0.25");
	await elements.delayPromise(5);
	await elements.hidePromise(5);
	equal(elements[0].style.display, "none");
	equal(elements.showPromise().state(), "resolved");
	equal(elements[0].style.display, "");
	equal(elements.togglePromise(false).state(), "resolved");
	equal(elements[0].style.display, "none");
	equal($().slideUpPromise().state(), "resolved");
	equal(await $.when(elements.showPromise(5), elements.animatePromise({ width: 3 }, 5)), elements);
});

effects(
	"a promise of one effect is rejected when that is stopped, or taken out of its queue",
	async (elements) => {
		const first = elements.slideUpPromise(1e6);
		const waits = elements.fadeOutPromise(1e6);
		elements.first().stop();
		equal(first.state(), "pending");
		elements.stop(true);
		equal(await reason(first), "AbortError");
		equal(await reason(waits), "AbortError");
		const delayed = elements.delayPromise(1e6);
		elements.stop(true);
		equal(await reason(delayed), "AbortError");
		const ended = elements.showPromise(1e6);
		elements.finish();
		equal(await ended, elements);
	},
);

effects("a promise of one effect is settled if its element is removed", async (elements) => {
	const parent = $("<div>").append(elements).appendTo(document.body);
	const running = elements.fadeOutPromise(20);
	const waits = elements.fadeInPromise(1e6);
	const delayed = elements.delayPromise(1e6);
	parent.remove();
	equal(await running, elements);
	equal(await reason(waits), "AbortError");
	equal(await reason(delayed), "AbortError");
});

effects("bindOnce, firstClick and visible answer promises", async (elements) => {
	const [one] = elements;
	const click = elements.first().firstClick();
	equal(elements.first().firstClick(), click);
	one.click();
	equal((await click).target, one);
	const once = elements.bindOnce("focus keydown", function (/** @type {Event} */ event) {
		equal(this, elements[1]);
		equal(event.type, "keydown");
	});
	elements[1].dispatchEvent(new KeyboardEvent("keydown"));
	await once;
	equal((await elements.visible()).isIntersecting, true);
});

effects("fx turns animations off", (elements) => {
	$.fx.off = true;
	equal(elements.fadeOutPromise("slow").state(), "resolved");
	$.fx.off = false;
	equal(elements[0].style.display, "none");
});

if (slim) {
	effects("requests are ours", async () => {
		equal(await $.get("/text"), "hällo");
		deepEqual((await $.ajax("/json")).a, [1, null]);
		equal((await $.getJSON("/echo", { a: 1 })).url, "/echo?a=1");
	});
}

test("nothing is left that was not there", async () => {
	godeferred.install($);
	godeferred.uninstall($);
	equal("slideUpPromise" in $.fn, false);
	ok(slim === !("animate" in $.fn));
});
