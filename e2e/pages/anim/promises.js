// What the promises of animations tell, and how they are stopped.

import { deepEqual, equal, ok, rejects, test, turn } from "../lib/test.js";
import { animationOf, finish, finished, hidden, show, stage } from "../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../lib/started.js";

test("one that is stopped rejects with an AbortError, and nobody has to handle it", async () => {
	const element = show(hidden);
	const promise = godeferred.fadeIn(element, 10_000);
	godeferred.stop(element);
	equal(promise.state(), "rejected");
	equal((await rejects(promise)).name, "AbortError");
	nothingLeft();
});

test("one that jumps to its end resolves", () => {
	const element = show(hidden);
	const stopped = godeferred.fadeIn(element, 10_000);
	godeferred.stop(element, true, true);
	equal(stopped.state(), "resolved");
	const ended = godeferred.fadeOut(element, 10_000);
	const later = godeferred.fadeIn(element, 10_000);
	godeferred.finish(element);
	equal(ended.state() + later.state(), "resolvedresolved");
	nothingLeft();
});

test("one that never begins because its queue is cleared rejects", () => {
	const element = show(hidden);
	const first = godeferred.fadeIn(element, 10_000);
	const second = godeferred.fadeOut(element, 10_000);
	const pause = godeferred.delay(element, 10_000);
	godeferred.clearQueue(element);
	equal(first.state(), "pending");
	equal(second.state() + pause.state(), "rejectedrejected");
	godeferred.stop(element);
	nothingLeft();
});

test("abort stops the animations of one call alone, where they are", async () => {
	show(hidden + hidden);
	const [a, b] = /** @type {any} */ (stage.children);
	const promise = godeferred.slideDown(stage.children, 10_000);
	const next = godeferred.fadeOut(a, 10_000);
	equal(promise.abort("enough"), promise);
	equal(await rejects(promise), "enough");
	equal(a.getAnimations().length, 1, "the next one has its turn");
	equal(b.getAnimations().length, 0);
	next.abort();
	equal((await rejects(next)).name, "AbortError");
	nothingLeft();
});

test("abort of the last in a chain stops the animation that it waits for", async () => {
	const element = show(hidden);
	let calls = 0;
	const chain = godeferred.slideDown(element, 10_000).then(() => calls++);
	chain.abort("enough");
	equal(await rejects(chain), "enough");
	equal(element.getAnimations().length + calls, 0);
	const both = godeferred.all([godeferred.fadeOut(element, 10_000), godeferred.wait(10_000)]);
	both.abort("enough");
	await rejects(both);
	nothingLeft();
});

test("an animation begins once a function before it calls next, however late", async () => {
	const element = show("<p>x</p>");
	/** @type {any} */
	let next;
	godeferred.queue(element, (/** @type {any} */ given) => {
		next = given;
	});
	const slid = godeferred.slideUp(element, 1);
	await turn();
	next();
	await slid;
	equal(element.style.display, "none");
});

test("abort takes one that waits out of its queue", async () => {
	const element = show(hidden);
	const first = godeferred.fadeIn(element, 10_000);
	const second = godeferred.slideUp(element, 10_000);
	const third = godeferred.fadeOut(element, 10_000);
	second.abort();
	equal(second.state(), "rejected");
	equal(godeferred.queue(element).length, 2);
	await finished(element);
	await first;
	finish(element);
	await third;
	equal(element.style.display, "none");
	nothingLeft();
});

test("a signal stops what it was given to, and is let go of", async () => {
	const controller = new AbortController();
	const { signal } = controller;
	let listeners = 0;
	const { addEventListener: add, removeEventListener: remove } = signal;
	signal.addEventListener = (/** @type {any[]} */ ...args) => {
		listeners++;
		return Reflect.apply(add, signal, args);
	};
	signal.removeEventListener = (/** @type {any[]} */ ...args) => {
		listeners--;
		return Reflect.apply(remove, signal, args);
	};
	const element = show(hidden);
	const ended = godeferred.fadeIn(element, { duration: 10_000, signal });
	finish(element);
	await ended;
	equal(listeners, 0);
	await godeferred.fadeIn(element, { duration: 0, signal });
	await godeferred.fadeIn(element, { duration: 10_000, signal }); // it shows already
	equal(listeners, 0);
	const stopped = godeferred.fadeOut(element, { duration: 10_000, signal });
	const pause = godeferred.delay(element, 10_000, { signal });
	controller.abort("why");
	equal(await rejects(stopped), "why");
	equal(await rejects(pause), "why");
	const never = godeferred.fadeOut(element, { duration: 10_000, signal });
	equal(await rejects(never), "why");
	equal(godeferred.promise(element).state(), "resolved");
	equal(animations(), 0);
	nothingLeft();
});

test("progress tells how far the whole call is", async () => {
	show(hidden + hidden);
	const promise = godeferred.fadeIn(stage.children, 1000);
	/** @type {number[]} */
	const told = [];
	promise.progress((/** @type {number} */ fraction) => told.push(fraction));
	for (const element of stage.children) {
		animationOf(element).pause();
		animationOf(element).currentTime = 500;
	}
	while (told.at(-1) !== 0.5) await new Promise(requestAnimationFrame);
	finish(stage.children[0]);
	while (told.at(-1) !== 0.75) await new Promise(requestAnimationFrame);
	finish(stage.children[1]);
	await promise;
	equal(told.at(-1), 1);
	nothingLeft();
});

test("the option progress tells of each element, as jQuery's does", async () => {
	const element = show(hidden);
	/** @type {any[]} */
	const told = [];
	const promise = godeferred.fadeIn(element, {
		duration: 1000,
		/** @this {any} */
		progress(/** @type {any} */ animation, /** @type {number} */ fraction, /** @type {number} */ remaining) {
			told.push([this === element, animation.elem === element, fraction, remaining]);
		},
	});
	animationOf(element).pause();
	animationOf(element).currentTime = 250;
	while (told.at(-1)?.[2] !== 0.25) await new Promise(requestAnimationFrame);
	deepEqual(told.at(-1), [true, true, 0.25, 750]);
	finish(element);
	await promise;
	deepEqual(told.at(-1), [true, true, 1, 0]);
});

test("animations that wait for others of many elements begin together", async () => {
	show(hidden.repeat(50));
	const first = godeferred.slideDown(stage.children, 10_000);
	const second = godeferred.slideUp(stage.children, 10_000);
	finish(...stage.children);
	await first;
	equal(document.getAnimations().length, 50);
	finish(...stage.children);
	await second;
	ok([.../** @type {any} */ (stage.children)].every((element) => element.style.display === "none"));
	nothingLeft();
});

test("a function in the queue that throws keeps nothing before it from settling", async (t) => {
	const errors = t.errors();
	for (const [name, end, how] of [
		["delay", (/** @type {any} */ promise) => promise, "resolved"],
		["delay", (/** @type {any} */ promise) => promise.abort(), "rejected"],
		["fadeOut", (/** @type {any} */ promise) => promise, "resolved"],
		["fadeOut", (/** @type {any} */ promise) => promise.abort(), "rejected"],
	]) {
		const element = show("<div>x</div>");
		const thrown = new Promise((resolve) => addEventListener("error", resolve, { once: true }));
		const promise = godeferred[name](element, how === "resolved" ? 1 : 10_000);
		godeferred.queue(element, () => {
			throw new Error(`after ${name}`);
		});
		end(promise);
		await thrown;
		await turn(); // WebKit drops an error that is reported while another one's handlers run
		equal(promise.state(), how, name);
		godeferred.dequeue(element);
	}
	equal(errors.length, 4);
	nothingLeft();
});

test("functions of the page that finish and stop call may throw", async (t) => {
	const errors = t.errors();
	const fails = () => {
		throw new Error("the page's own");
	};
	const element = show("<div>x</div>");
	const waits = Object.assign(() => {}, { finish: fails });
	godeferred.queue(element, (/** @type {any} */ _, /** @type {any} */ hooks) => {
		hooks.stop = fails;
	});
	godeferred.queue(element, waits);
	const last = godeferred.fadeOut(element, 10_000);
	godeferred.finish(element);
	equal(last.state(), "resolved");
	const next = godeferred.fadeIn(element, 10_000);
	equal(next.state(), "pending", "it does not jump to its end, too");
	next.abort();
	godeferred.queue(element, (/** @type {any} */ _, /** @type {any} */ hooks) => {
		hooks.stop = fails;
	});
	const dropped = godeferred.fadeIn(element, 10_000);
	godeferred.stop(element, true);
	equal(dropped.state(), "rejected");
	await turn();
	equal(errors.length, 3);
	nothingLeft();
});

test("delay and promise are promises, too", async () => {
	const element = show(hidden);
	equal(await godeferred.delay(element, 1), element);
	equal(await godeferred.promise(element), element);
	deepEqual(await godeferred.promise("#stage > div"), [element]);
	equal(await godeferred.show(element), element);
	equal(await godeferred.queue(element, (/** @type {() => void} */ next) => next()), element);
	nothingLeft();
});
