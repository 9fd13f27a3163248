// Effects, queues and promises as methods.

import { equal, ok, rejects, test, throws } from "../lib/test.js";
import { animations, godeferred as $, nothingLeft } from "../lib/started.js";

const stage = document.body.appendChild(document.createElement("div"));

/** @param {string} html */
const show = (html) => {
	stage.innerHTML = html;
	return $(stage).children();
};

/** Ends all animations of the stage. */
const finish = () => {
	for (const animation of stage.getAnimations({ subtree: true })) animation.finish();
};

const names = "slideDown slideUp slideToggle fadeIn fadeOut fadeToggle show hide toggle".split(" ");

test("a queue that never runs empty keeps nothing of the methods that keep it going", () => {
	const p = show("<p>a</p>");
	const before = animations();
	for (let i = 0; i < 5; i++) p.queue(() => {});
	p.dequeue().stop().clearQueue("none").finish("none");
	equal(animations(), before);
	p.queuePromise(() => {});
	equal(animations(), before + 1, "a promise that was asked for");
	p.stop(true);
	equal(animations(), before);
});

test("without the suffix they return the collection, with it the promise", async () => {
	const p = show("<p>a</p><p>b</p>");
	for (const name of names) {
		equal(p[name](0), p);
		const promise = p[`${name}Promise`](0);
		equal(await promise, p);
		promise.done(
			/** @this {any} */ function () {
				equal(this, p);
			},
		);
	}
	equal(p.animate({ width: 5 }, 0), p);
	equal(await p.animatePromise({ width: 5 }, 0), p);
	equal(await p.fadeToPromise(0, 1), p);
	for (const name of ["stop", "finish", "dequeue", "clearQueue"]) {
		equal(p[name](), p);
		equal(await p[`${name}Promise`](), p);
	}
	equal(p.delay(1000).queue([]).stop(true), p);
	equal(p.queue(undefined), p); // as jQuery: a callback that is optional to the page
	nothingLeft();
});

test("callbacks are called for each element, with it as this", async () => {
	const p = show("<p>a</p><p>b</p>");
	const seen = /** @type {any[]} */ ([]);
	const over = p.fadeOutPromise(
		1000,
		"linear",
		/** @this {any} */ function () {
			seen.push(this);
		},
	);
	finish();
	await over;
	equal(seen.length === 2 && seen[0] === p[0] && seen[1] === p[1], true);
	nothingLeft();
});

test("one that is stopped rejects its promise, and who has none hears nothing", async () => {
	const p = show("<p>a</p>");
	const promise = p.slideUpPromise(1000);
	p.slideDown(1000).stop(true);
	equal((await rejects(promise)).name, "AbortError");
	equal(animations(), 0);
	p.fadeIn(1000).fadeOut(1000).stop(true).stop();
	nothingLeft();
});

test("the promise of the queue waits for all of it, and when joins promises", async () => {
	const p = show("<p>a</p><p>b</p>");
	p.slideUp(1000).slideDown(1000);
	let over = false;
	const queue = p.promise().done(() => {
		over = true;
	});
	const joined = $.when(p.eq(0).fadeOutPromise(0), queue);
	p.finish();
	equal(over, true);
	const [first, second] = await new Promise((resolve) =>
		joined.done((/** @type {any[]} */ ...all) => resolve(all)),
	);
	equal(first[0] === p[0] && second === p, true);
	nothingLeft();
});

test("texts among the elements are passed over", async () => {
	const mixed = $(" <p>a</p> text <p>b</p>").appendTo(show("<div></div>"));
	ok(mixed.length > 2);
	equal(await mixed.slideUpPromise(0), mixed);
	equal(mixed.filter("p").css("display"), "none");
	mixed.show();
	equal(mixed.filter("p").css("display"), "block");
});

test("bindOnce, firstClick and visible are promises", async () => {
	const p = show("<p>a</p>");
	const click = p.firstClick();
	const key = p.bindOnce("own keydown");
	p[0].click();
	$(p).trigger("keydown");
	p[0].dispatchEvent(new Event("own"));
	equal((await click).type, "click");
	equal((await key).type, "own");
	equal((await p.visible()).target, p[0]);
	throws(() => $("#none").firstClick(), /target must match at least one element/);
	throws(() => p.bindOnce(), /events must be/);
});

// As an article shows them.
test("the helpers of old articles work as they are written", async () => {
	$.fn.oldAnimatePromise = function (
		/** @type {any} */ prop,
		/** @type {any} */ speed,
		/** @type {any} */ easing,
		/** @type {any} */ callback,
	) {
		return $.Deferred((/** @type {any} */ defer) => {
			this.animate(
				prop,
				speed,
				easing,
				/** @this {any} */ function () {
					defer.resolve();
					if (callback) callback.apply(this, arguments);
				},
			);
		}).promise();
	};
	$.fn.oldBindOnce = function (/** @type {string} */ event, /** @type {any} */ callback) {
		var element = $(this[0]),
			defer = element.data(`bind_once_defer_${event}`);
		if (!defer) {
			defer = $.Deferred();
			const deferCallback = /** @this {any} */ function () {
				element.unbind(event, deferCallback);
				defer.resolveWith(this, arguments);
			};
			element.bind(event, deferCallback);
			element.data(`bind_once_defer_${event}`, defer);
		}
		return defer.done(callback).promise();
	};
	const p = show('<p>a</p><img alt="" data-src="x.png" data-after="1000">');
	const images = $("img", stage).map(
		/** @this {any} */ function () {
			return $(this).attr("data-src") + $(this).data("after");
		},
	);
	equal(images.get().join(), "x.png1000");
	let called = 0;
	const moved = p.eq(0).oldAnimatePromise({ opacity: 0 }, "fast", undefined, () => called++);
	finish();
	await moved;
	equal(called, 1);
	const first = p.oldBindOnce("click", () => called++);
	equal(p.oldBindOnce("click").state(), "pending");
	p[0].click();
	p[0].click();
	equal(called, 2);
	equal((await first).type, "click");
	equal($.isFunction($.noop) && !$.isFunction({}) && Math.abs($.now() - Date.now()) < 1000, true);
	delete $.fn.oldAnimatePromise;
	delete $.fn.oldBindOnce;
	nothingLeft();
});
