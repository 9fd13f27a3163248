// slideDown, fadeIn and firstClick on real elements, with jQuery 4 as the judge of final styles.

import { deepEqual, equal, ok, run, test, throws } from "./lib/test.js";
import { godeferred, live, nothingLeft } from "./step1-start.js";

const { jQuery } = /** @type {any} */ (window);
const stage = /** @type {HTMLElement} */ (document.getElementById("stage"));

/** Puts html on the empty stage. @param {string} html @returns {any} the first element */
function show(html) {
	stage.innerHTML = html;
	return stage.firstElementChild;
}

/** @param {Element} element @returns {Animation} */
function animationOf(element) {
	const all = element.getAnimations();
	equal(all.length, 1, "animations of the element");
	return all[0];
}

/** Ends the animations of the elements now. @param {...Element} elements */
function finish(...elements) {
	for (const element of elements) for (const animation of element.getAnimations()) animation.finish();
}

/** Ends the animation of an element now, and waits until it says so, which is at the next frame. @param {Element} element */
function finished(element) {
	const animation = animationOf(element);
	const event = new Promise((resolve) => animation.addEventListener("finish", resolve));
	animation.finish();
	return event;
}

/** @param {Element} element @param {string} property */
const computed = (element, property) => /** @type {any} */ (getComputedStyle(element))[property];

const hidden = '<div style="display: none">text</div>';

test("a slide opens height, padding and margin, and cuts off what does not fit", async () => {
	const element = show('<div class="box" style="display: none">one<br>two</div>');
	const promise = godeferred.slideDown(element, { duration: 1000, easing: "linear" });
	const animation = animationOf(element);
	animation.pause();
	for (const [part, height, padding, margin] of [
		[0, "0px", "0px", "0px"],
		[0.5, "20px", "5px", "3px"],
		[1, "40px", "10px", "6px"],
	]) {
		animation.currentTime = 999.999 * Number(part);
		const round = (/** @type {string} */ property) =>
			`${Math.round(parseFloat(computed(element, property)))}px`;
		deepEqual(["height", "paddingTop", "marginTop"].map(round), [height, padding, margin], `at ${part}`);
		equal(computed(element, "overflowY"), "hidden");
	}
	equal(promise.state(), "pending");
	animation.finish();
	await promise;
	equal(computed(element, "overflowY"), "visible");
	equal(element.getAttribute("style"), "");
	nothingLeft();
});

test("a fade goes from nothing to the element's own opacity", async () => {
	const element = show('<div class="gone half">text</div>');
	const promise = godeferred.fadeIn(element, { duration: 1000, easing: "linear" });
	const animation = animationOf(element);
	animation.pause();
	equal(computed(element, "opacity"), "0");
	animation.currentTime = 500;
	equal(Number(computed(element, "opacity")), 0.25);
	animation.finish();
	await promise;
	equal(computed(element, "opacity"), "0.5");
	equal(element.style.opacity, "");
	nothingLeft();
});

test("swing is jQuery's, to the eye", async () => {
	const element = show(hidden);
	const promise = godeferred.fadeIn(element, 1000);
	const animation = animationOf(element);
	animation.pause();
	for (let time = 0; time < 1000; time += 50) {
		animation.currentTime = time;
		const want = jQuery.easing.swing(time / 1000);
		ok(Math.abs(Number(computed(element, "opacity")) - want) < 0.001, `at ${time} ms`);
	}
	animation.finish();
	await promise;
});

test("durations are ms or words, and 400 ms otherwise", async () => {
	for (const [duration, ms] of [
		[undefined, 400],
		[null, 400],
		["fast", 200],
		["slow", 600],
		[1234.5, 1234.5],
		[{ duration: 70 }, 70],
		[{}, 400],
	]) {
		const element = show(hidden);
		const promise = godeferred.slideDown(element, duration);
		equal(animationOf(element).effect?.getTiming().duration, ms);
		finish(element);
		await promise;
	}
});

test("durations that no clock can measure are over at once, as jQuery's are", () => {
	for (const duration of [0, -5, Number.NaN, Number.POSITIVE_INFINITY, -0]) {
		for (const name of ["slideDown", "fadeIn"]) {
			const element = show(hidden);
			equal(godeferred[name](element, duration).state(), "resolved", `${name} ${duration}`);
			equal(element.getAnimations().length, 0);
			equal(computed(element, "display"), "block");
		}
	}
	nothingLeft();
});

test("a wrong duration, easing, callback or target is a TypeError that names it", () => {
	const element = show(hidden);
	throws(
		() => godeferred.slideDown(element, "400"),
		/^godeferred\.slideDown: duration must be .*, not "400"$/,
	);
	throws(() => godeferred.fadeIn(element, true), /^godeferred\.fadeIn: duration must be .*, not true$/);
	throws(() => godeferred.fadeIn(element, 10n), /^godeferred\.fadeIn: duration must be .*, not 10$/);
	throws(() => godeferred.fadeIn(element, { duration: [] }), /duration must be .*, not an array$/);
	throws(() => godeferred.fadeIn(element, 5, "bounce"), /easing must be "swing" or "linear", not "bounce"$/);
	throws(() => godeferred.fadeIn(element, 5, "linear", 5), /complete must be a function, not 5$/);
	throws(() => godeferred.fadeIn(element, Symbol("x")), /duration must be .*, not a symbol/);
	for (const target of [undefined, null, 5, true, {}, () => {}, document, window]) {
		const error = throws(() => godeferred.slideDown(target, 5), TypeError, String(target));
		ok(/^godeferred\.slideDown: target must be an element, a list/.test(error.message), error.message);
	}
	throws(() => godeferred.slideDown("#["), /target must be a valid selector, not "#\["/);
	throws(() => godeferred.slideDown([element, null]), /target must be .*, not null/);
	throws(() => godeferred.slideDown([document.createTextNode("x")]), TypeError);
	equal(element.style.display, "none", "untouched");
	nothingLeft();
});

test("a getter of the target's that throws is heard by the caller", () => {
	const mean = {
		get length() {
			throw new RangeError("mean");
		},
	};
	throws(() => godeferred.slideDown(mean), /mean/);
	const list = {
		length: 1,
		get 0() {
			throw new RangeError("mean");
		},
	};
	throws(() => godeferred.slideDown(list), /mean/);
	nothingLeft();
});

test("every kind of target is understood", async () => {
	show(`${hidden}${hidden}<form><input name=length></form>`);
	const [first, second, form] = stage.children;
	for (const target of [
		"#stage > div",
		stage.querySelectorAll("div"),
		stage.getElementsByTagName("div"),
		[first, second, first],
		jQuery("#stage > div"),
	]) {
		jQuery(stage).children("div").hide();
		const promise = godeferred.slideDown(target, 10_000);
		finish(first, second);
		const value = await promise;
		if (typeof target === "string") deepEqual(value, [first, second]);
		else equal(value, target);
		equal(first.style.display + second.style.display, "");
	}
	form.style.display = "none";
	await godeferred.slideDown(form, 0); // a form's length is that of its fields, and an input's name is its property
	equal(form.style.display, "");
});

test("nothing to show is done at once, as in jQuery", () => {
	const element = show("<div>visible</div>");
	for (const target of [element, [], "#nobody", jQuery()]) {
		equal(godeferred.slideDown(target, 10_000).state(), "resolved");
		equal(godeferred.fadeIn(target, 10_000).state(), "resolved");
	}
	const outside = document.createElement("div");
	equal(godeferred.slideDown(outside, 10_000).state(), "resolved");
	equal(element.getAttribute("style"), null);
	nothingLeft();
});

test("the callback runs once for each element, with it as this, before the promise resolves once", async () => {
	show(hidden + hidden);
	const [first, second] = stage.children;
	/** @type {any[]} */
	const seen = [];
	const promise = godeferred.slideDown(
		stage.children,
		10_000,
		/** @this {any} */ function () {
			seen.push(this);
			equal(arguments.length, 0);
		},
	);
	promise.done(
		/** @this {any} */ function () {
			seen.push("done", this === stage.children);
		},
	);
	await finished(first);
	deepEqual(seen, [first]);
	finish(second);
	await promise;
	deepEqual(seen, [first, second, "done", true]);
	nothingLeft();
});

test("a callback that throws keeps neither the others nor the promise from ending", async (t) => {
	const errors = t.errors();
	show(hidden + hidden);
	let calls = 0;
	const promise = godeferred.fadeIn(stage.children, 10_000, () => {
		calls++;
		throw new Error(`thrown ${calls}`);
	});
	finish(...stage.children);
	await promise;
	equal(calls, 2);
	deepEqual(
		errors.map((error) => error.message),
		["thrown 1", "thrown 2"],
	);
	nothingLeft();
});

test("an animation that someone cancels ends, with the element shown", async () => {
	const element = show(hidden);
	const promise = godeferred.slideDown(element, 10_000);
	animationOf(element).cancel();
	await promise;
	equal(element.style.display, "");
	nothingLeft();
});

for (const [what, remove] of /** @type {[string, (e: Element) => void][]} */ ([
	["removed", (element) => element.remove()],
	["inside a parent that is hidden", () => (stage.style.display = "none")],
	["replaced with the whole stage", () => (stage.innerHTML = "")],
])) {
	test(`an element ${what} in the middle settles`, async () => {
		const element = show(hidden);
		const promise = godeferred.slideDown(element, 30);
		remove(element);
		await promise;
		equal(element.style.display, "");
		equal(element.getAnimations().length, 0);
		stage.style.display = "";
		nothingLeft();
	});
}

test("an element outside the document settles", async () => {
	const element = document.createElement("div");
	element.style.display = "none";
	await godeferred.slideDown(element, 30);
	equal(element.style.display, "");
	element.style.display = "none";
	await godeferred.fadeIn(element, 30);
	equal(element.style.display, "");
	nothingLeft();
});

test("an SVG element fades", async () => {
	const svg = show('<svg><circle r="5" style="display: none"/></svg>');
	const circle = svg.firstElementChild;
	const promise = godeferred.fadeIn(circle, 10_000);
	finish(circle);
	await promise;
	equal(circle.style.display, "");
});

// Each row is shown by jQuery and by godeferred; the style attributes then have to be the same.
const fixtures = [
	'<div style="display: none">x</div>',
	'<div class="gone">x</div>',
	'<div class="gone" style="display: none">x</div>',
	"<div hidden>x</div>",
	'<span class="gone">x</span>',
	'<span style="display: none">x</span>',
	'<span style="display: none; color: red">x</span>',
	'<b class="gone" style="float: left">x</b>',
	'<img class="gone" alt="x" width="9" height="9">',
	'<button style="display: none">x</button>',
	'<button class="gone">x</button>',
	'<li class="gone">x</li>',
	'<aside class="gone">x</aside>',
	'<table class="gone"><tr><td>x</td></tr></table>',
	"<script>0</script>",
	'<div class="box gone" style="overflow: auto; height: 50px; padding-top: 3px; opacity: 0.5">x</div>',
	'<div class="border-box gone" style="overflow-x: scroll">x</div>',
	'<div style="display: none; margin: -5px 0 auto">x</div>',
	"<div>shows already</div>",
	'<span style="display: inline-block">shows already</span>',
	'<div style="display: flex">shows already</div>',
	'<no-such-element class="gone">x</no-such-element>',
];
for (const name of ["slideDown", "fadeIn"]) {
	for (const html of fixtures) {
		test(`${name} leaves the styles that jQuery leaves: ${html}`, async () => {
			show(`${html}<p></p>${html}`);
			const theirs = /** @type {any} */ (stage.firstElementChild);
			const ours = /** @type {any} */ (stage.lastElementChild);
			const promise = godeferred[name](ours, 10_000);
			const running = jQuery(theirs)[name](10_000);
			equal(computed(ours, "display"), computed(theirs, "display"), "display on the way");
			running.finish();
			finish(ours);
			await promise;
			deepEqual(plain(ours.style), plain(theirs.style));
			equal(computed(ours, "display"), computed(theirs, "display"), "display at the end");
			equal(ours.offsetHeight, theirs.offsetHeight);
		});
	}
}

/** @param {CSSStyleDeclaration} style */
function plain(style) {
	return Object.fromEntries([...style].sort().map((name) => [name, style.getPropertyValue(name)]));
}

test("the whole list is measured with one layout", async () => {
	show(hidden.repeat(200));
	const elements = [...stage.children];
	const promise = godeferred.slideDown(elements, 10_000);
	for (const element of elements) equal(animationOf(element).effect?.getComputedTiming().progress, 0);
	finish(...elements);
	await promise;
	nothingLeft();
});

test("an abandoned animation that is never finished is counted, one that is, is not", async () => {
	const before = live();
	const element = show(hidden);
	const promise = godeferred.slideDown(element, 10_000);
	equal(live(), before + 1);
	finish(element);
	await promise;
	equal(live(), before);
});

test("firstClick is one promise per element, however often asked", () => {
	const element = show("<button>x</button>");
	const promise = godeferred.firstClick(element);
	equal(godeferred.firstClick(element), promise);
	equal(godeferred.firstClick("#stage button"), promise);
	equal(godeferred.firstClick([element]), promise);
	equal(godeferred.firstClick(jQuery(element)), promise);
	equal(promise.state(), "pending");
	equal(promise.resolve, undefined, "no means to settle it");
	/** @type {any[]} */
	const seen = [];
	promise.done(
		/** @this {any} */ function (/** @type {any} */ event, /** @type {any[]} */ ...rest) {
			seen.push(this, event.type, event.currentTarget, rest.length);
		},
	);
	element.click();
	deepEqual(seen, [element, "click", element, 0], "synchronous, inside the event");
	element.click();
	equal(seen.length, 4);
	equal(godeferred.firstClick(element), promise);
	nothingLeft();
});

test("firstClick calls back late at once", () => {
	const element = show("<button>x</button>");
	let calls = 0;
	godeferred.firstClick(element, () => calls++);
	element.click();
	godeferred.firstClick(element, () => calls++);
	godeferred.firstClick(element, null);
	equal(calls, 2);
});

test("a callback of firstClick's can prevent what the click does", () => {
	const element = show('<a href="#elsewhere">x</a>');
	godeferred.firstClick(element, (/** @type {Event} */ event) => event.preventDefault());
	element.click();
	equal(location.hash, "");
});

test("of several elements, the first that is clicked counts", () => {
	show("<button>a</button><button>b</button>");
	const [a, b] = /** @type {any} */ (stage.children);
	/** @type {any[]} */
	const seen = [];
	godeferred.firstClick(
		stage.children,
		/** @this {any} */ function (/** @type {Event} */ event) {
			seen.push(this, event.currentTarget);
		},
	);
	b.click();
	a.click();
	deepEqual(seen, [b, b]);
});

test("firstClick hears the document and the window", () => {
	let calls = 0;
	godeferred.firstClick(document, () => calls++);
	godeferred.firstClick(window, () => calls++);
	show("<p>x</p>").click();
	equal(calls, 2);
});

test("a wrong target or callback of firstClick is a TypeError", () => {
	const element = show("<button>x</button>");
	throws(() => godeferred.firstClick(), /^godeferred\.firstClick: target must be an element, the document/);
	throws(() => godeferred.firstClick("#nobody"), /^godeferred\.firstClick: target must mean at least one/);
	throws(() => godeferred.firstClick({ length: "1" }), TypeError);
	throws(
		() => godeferred.firstClick(element, "x"),
		/^godeferred\.firstClick: callback must be a function, not "x"$/,
	);
});

test("a frame's elements are as good as the page's", async () => {
	const frame = show("<iframe></iframe>");
	frame.contentDocument.body.innerHTML = '<style>p { display: none }</style><p style="height: 40px">x</p>';
	const element = frame.contentDocument.querySelector("p");
	const promise = godeferred.slideDown(element, 10_000);
	finish(element);
	await promise;
	equal(element.style.display, "block");
	let clicked = false;
	godeferred.firstClick(element, () => {
		clicked = true;
	});
	element.click();
	ok(clicked);
});

await run();
