// Every animation settles, whatever happens to its element.

import { deepEqual, equal, ok, test, throws } from "../lib/test.js";
import { finish, hidden, show, stage } from "../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../lib/started.js";
import { Clock } from "../lib/clock.js";

const effects = ["slideUp", "slideToggle", "fadeOut", "fadeToggle", "hide", "toggle"];

/** @type {Record<string, (element: HTMLElement) => void>} */
const befores = {
	"removed before": (element) => element.remove(),
	"in a hidden parent": () => {
		stage.style.display = "none";
	},
	"without a size": (element) => {
		element.style.cssText = "width: 0; height: 0; overflow: hidden";
		element.textContent = "";
	},
};

/** @type {Record<string, (element: HTMLElement) => void>} */
const whiles = {
	"removed meanwhile": (element) => element.remove(),
	"moved meanwhile": (element) => document.body.append(element),
	"hidden by its parent meanwhile": () => {
		stage.style.display = "none";
	},
	"cut off with all its siblings": () => {
		stage.innerHTML = "";
	},
};

for (const effect of effects) {
	for (const [what, happens] of [...Object.entries(befores), ...Object.entries(whiles)]) {
		test(`${effect} settles: ${what}`, async () => {
			const element = show("<div>x</div>");
			if (what in befores) happens(element);
			let calls = 0;
			const promise = godeferred[effect](element, 30, () => calls++);
			if (what in whiles) happens(element);
			await promise;
			equal(calls, 1);
			equal(element.style.display, "none");
			stage.style.display = "";
			element.remove();
			equal(animations(), 0);
			nothingLeft();
		});
	}
	for (const duration of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
		test(`${effect} of ${duration} ms is over at once`, () => {
			const element = show("<div>x</div>");
			equal(godeferred[effect](element, duration).state(), "resolved");
			equal(element.style.display, "none");
			nothingLeft();
		});
	}
	test(`${effect} refuses an easing that nobody knows, and does nothing`, () => {
		const element = show("<div>x</div>");
		const error = throws(() => godeferred[effect](element, 10, "bounce"), TypeError);
		equal(error.message, `godeferred.${effect}: easing must be "swing" or "linear", not "bounce"`);
		equal(element.getAttribute("style"), null);
		nothingLeft();
	});
}

test("animate refuses an easing of one property that nobody knows", () => {
	const element = show("<div>x</div>");
	throws(() => godeferred.animate(element, { left: [5, "bounce"] }), /animate: easing must be .*"bounce"/);
	throws(
		() => godeferred.animate(element, { left: 5 }, { specialEasing: { left: "bounce" } }),
		/animate: easing must be .*"bounce"/,
	);
	throws(() => godeferred.animate(element), /animate: properties must be an object, not undefined/);
	throws(
		() => godeferred.animate(element, { left: 5 }, { queue: 5, signal: 5 }),
		/signal must be an AbortSignal/,
	);
	throws(() => godeferred.queue(element, "fx", 5), /queue: what is added must be a function/);
	nothingLeft();
});

test("an element outside the document is animated to its end", async () => {
	const element = document.createElement("div");
	const promise = godeferred.animate(element, { width: 50, opacity: 0.5 }, 20);
	await promise;
	deepEqual([element.style.width, element.style.opacity], ["50px", "0.5"]);
	nothingLeft();
});

test("an element whose frame is taken out of the page settles, and so does what follows in its queue", async () => {
	const frame = document.createElement("iframe");
	document.body.append(frame);
	const inside = /** @type {Document} */ (frame.contentDocument).createElement("p");
	/** @type {Document} */ (frame.contentDocument).body.append(inside);
	const promises = [godeferred.animate(inside, { width: 50 }, 20), godeferred.fadeTo(inside, 20, 0.5)];
	frame.remove();
	await Promise.all(promises);
	deepEqual([inside.style.width, inside.style.opacity], ["50px", "0.5"]);
	nothingLeft();
});

test("an element in a frame that is not shown settles", async () => {
	const far = document.createElement("iframe");
	far.style.cssText = "position: absolute; top: 99999px";
	far.src = `http://localhost:${location.port}/pages/anim/out-of-sight.html`; // another origin
	const said = new Promise((resolve) =>
		addEventListener("message", ({ data }) => resolve(data), { once: true }),
	);
	const frame = document.createElement("iframe");
	frame.style.display = "none";
	document.body.append(frame, far);
	const inside = /** @type {Document} */ (frame.contentDocument).createElement("p");
	/** @type {Document} */ (frame.contentDocument).body.append(inside);
	await godeferred.animate(inside, { width: 50 }, 20);
	equal(inside.style.cssText, "width: 50px;");
	equal(await said, "width: 50px;");
	frame.remove();
	far.remove();
});

test("a property that cannot be written is reported once, and the rest settles", async (t) => {
	const errors = t.errors();
	const element = show("<div>x</div>");
	await godeferred.animate(element, { offsetTop: 50, width: 50 }, 50);
	equal(element.style.width, "50px");
	await godeferred.promise(element);
	equal(errors.length, 1);
	ok(errors[0] instanceof TypeError);
	nothingLeft();
});

test("a tab that is hidden settles, without frames", () => {
	const clock = new Clock();
	const element = show(hidden);
	let time = performance.now();
	/** @type {any[]} */
	const held = []; // frames, which come when the tab is shown again
	const { now } = performance;
	clock.install();
	clock.still = true;
	performance.now = () => time;
	Object.defineProperty(document, "hidden", { value: true, configurable: true });
	try {
		let done = 0;
		godeferred.slideDown(element, 100).done(() => done++);
		godeferred.slideUp(element, 100).done(() => done++);
		for (let i = 0; i < 100; i++) {
			held.push(...clock.frames.splice(0));
			time += 10;
			clock.step();
		}
		equal(done, 2);
		equal(element.style.display, "none");
	} finally {
		clock.uninstall();
		performance.now = now;
		Reflect.deleteProperty(document, "hidden");
	}
	for (const frame of [...held, ...clock.frames]) requestAnimationFrame(frame);
	nothingLeft();
});

test("with fx.off all jump to their end", () => {
	const element = show("<div>x</div>");
	godeferred.fx.off = true;
	try {
		for (const effect of effects) equal(godeferred[effect](element, 1e6).state(), "resolved");
		equal(godeferred.animate(element, { left: 5 }, 1e6).state(), "resolved");
	} finally {
		godeferred.fx.off = false;
	}
	equal(element.style.left, "5px");
	nothingLeft();
});

test("fx.speeds takes words of the page's own", async () => {
	const element = show(hidden);
	godeferred.fx.speeds.glacial = 3000;
	const promise = godeferred.fadeIn(element, "glacial");
	equal(element.getAnimations()[0].effect.getTiming().duration, 3000);
	finish(element);
	await promise;
	delete godeferred.fx.speeds.glacial;
	for (const unknown of ["glacial", "toString"]) {
		const again = godeferred.fadeOut(element, unknown);
		equal(element.getAnimations()[0].effect.getTiming().duration, 400, unknown);
		finish(element);
		await again;
		godeferred.show(element);
	}
});

test("hundreds of animations leave nothing behind", async () => {
	show("<i>x</i>".repeat(100));
	const before = animations();
	const all = [];
	for (const effect of effects) all.push(godeferred[effect](stage.children, 20));
	equal(animations(), before + effects.length);
	await Promise.all(all);
	equal(animations(), before);
	nothingLeft();
});
