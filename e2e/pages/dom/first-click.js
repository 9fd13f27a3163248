// firstClick: once per element, however often asked.

import { deepEqual, equal, test, throws } from "../lib/test.js";
import { jQuery, show, stage } from "../lib/stage.js";
import { godeferred, nothingLeft } from "../lib/started.js";

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
	throws(() => godeferred.firstClick("#nobody"), /^godeferred\.firstClick: target must match at least one/);
	throws(() => godeferred.firstClick({ length: "1" }), TypeError);
	throws(
		() => godeferred.firstClick(element, "x"),
		/^godeferred\.firstClick: callback must be a function, not "x"$/,
	);
});
