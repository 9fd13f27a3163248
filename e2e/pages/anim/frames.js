// How a slide and a fade look at 0, 50 and 100 %: the test sets the time, and looks at what is drawn.

import { deepEqual, equal, test } from "../lib/test.js";
import { animationOf, computed, finish, show } from "../lib/stage.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const box = '<div class="box" style="width: 50px; height: 40px">x</div><p>below</p>';

/** @param {any} element */
const look = (element) => {
	const { height } = element.getBoundingClientRect();
	return [Math.round(height), Number(computed(element, "opacity")), computed(element, "overflowY")];
};

/** @type {Record<string, any[][]>} */
const expected = {
	slideUp: [
		[66, 1, "hidden"],
		[34, 1, "hidden"],
		[2, 1, "hidden"],
	],
	fadeOut: [
		[66, 1, "visible"],
		[66, 0.5, "visible"],
		[66, 0, "visible"],
	],
	hide: [
		[66, 1, "hidden"],
		[34, 0.5, "hidden"],
		[2, 0, "hidden"],
	],
};

for (const [effect, looks] of Object.entries(expected)) {
	for (const back of [false, true]) {
		const name = back ? { slideUp: "slideDown", fadeOut: "fadeIn", hide: "show" }[effect] : effect;
		test(`${name} at 0, 50 and 100 %`, async () => {
			const element = show(box);
			if (back) godeferred.hide(element);
			const promise = godeferred[/** @type {string} */ (name)](element, 1000, "linear");
			const animation = animationOf(element);
			animation.pause();
			for (const [i, want] of looks.entries()) {
				animation.currentTime = (back ? 2 - i : i) * 500;
				deepEqual(look(element), want, `${animation.currentTime} ms`);
			}
			finish(element);
			await promise;
			equal(computed(element, "display"), back ? "block" : "none");
			nothingLeft();
		});
	}
}

test("below what slides, the page moves with it", async () => {
	const element = show(box);
	const below = element.nextElementSibling;
	const start = below.getBoundingClientRect().top;
	const promise = godeferred.slideUp(element, 1000, "linear");
	const animation = animationOf(element);
	animation.pause();
	animation.currentTime = 500;
	const half = below.getBoundingClientRect().top;
	finish(element);
	await promise;
	const end = below.getBoundingClientRect().top;
	equal(start > half && half > end, true);
});

/** How often fn has frames asked for. @param {() => Promise<unknown>} fn */
async function framesAskedIn(fn) {
	const ask = window.requestAnimationFrame;
	let asked = 0;
	window.requestAnimationFrame = (callback) => {
		asked++;
		return ask(callback);
	};
	try {
		await fn();
	} finally {
		window.requestAnimationFrame = ask;
	}
	return asked;
}

const frame = () => new Promise((shown) => requestAnimationFrame(shown));

test("no frame is asked for while nobody listens", async () => {
	const element = show(box);
	// The first shows that there is nothing to do.
	equal(await framesAskedIn(async () => godeferred.fadeOut(element, 150)), 1);
	equal(await framesAskedIn(() => godeferred.fadeIn(element, 150).then(() => {})), 1);
	equal((await framesAskedIn(() => godeferred.fadeOut(element, { duration: 150, progress() {} }))) > 1, true);
	nothingLeft();
});

for (const [how, listen] of Object.entries({
	"progress itself": (/** @type {any} */ promise, /** @type {any} */ heard) => promise.progress(heard),
	then: (/** @type {any} */ promise, /** @type {any} */ heard) => promise.then(null, null, heard),
	"what then answers": (/** @type {any} */ promise, /** @type {any} */ heard) =>
		promise.then(() => {}).progress(heard),
	"another that follows it": (/** @type {any} */ promise, /** @type {any} */ heard) =>
		godeferred
			.Deferred()
			.resolve()
			.then(() => promise)
			.progress(heard),
	pipe: (/** @type {any} */ promise, /** @type {any} */ heard) => promise.pipe(null).progress(heard),
})) {
	test(`who listens late hears how far it is, by ${how}`, async () => {
		const element = show(box);
		const promise = godeferred.fadeOut(element, 1000, "linear");
		const animation = animationOf(element);
		await frame();
		await frame();
		animation.pause();
		animation.currentTime = 500;
		equal(await new Promise((heard) => listen(promise, heard)), 0.5);
		finish(element);
		await promise;
		nothingLeft();
	});
}
