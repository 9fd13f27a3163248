// What slideDown and fadeIn take, and what they refuse.

import { deepEqual, equal, ok, test, throws } from "../lib/test.js";
import { finish, hidden, jQuery, show, stage } from "../lib/stage.js";
import { godeferred, nothingLeft } from "../lib/started.js";

test("a wrong easing, callback or target is a TypeError that names it", () => {
	const element = show(hidden);
	throws(() => godeferred.fadeIn(element, 5, "bounce"), /easing must be "swing" or "linear", not "bounce"$/);
	throws(() => godeferred.fadeIn(element, 5, "linear", 5), /complete must be a function, not 5$/);
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

test("the first wrong duration is warned of, and takes 400 ms", () => {
	const element = show(hidden);
	/** @type {string[]} */
	const warnings = [];
	const { warn } = console;
	console.warn = (text) => warnings.push(text);
	try {
		for (const wrong of ["400", true, 10n, Symbol("x"), { duration: [] }, { duration: {} }]) {
			godeferred.fadeIn(element, wrong);
			equal(element.getAnimations()[0].effect.getTiming().duration, 400);
			godeferred.stop(element);
		}
	} finally {
		console.warn = warn;
	}
	equal(warnings.length, 1);
	ok(
		/^godeferred\.fadeIn: duration must be a number of milliseconds, "fast" or "slow", not "400": it takes 400 ms/.test(
			warnings[0],
		),
		warnings[0],
	);
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
	element.after(element.cloneNode(true));
	const both = [...frame.contentDocument.querySelectorAll("p")];
	godeferred.fadeOut(both, 10_000);
	for (const one of both) equal(one.getAnimations()[0].timeline, frame.contentDocument.timeline);
	godeferred.stop(both);
});
