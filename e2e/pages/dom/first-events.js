// bindOnce and visible.

import { deepEqual, equal, rejects, test, throws } from "../lib/test.js";
import { show, stage } from "../lib/stage.js";
import { godeferred, nothingLeft } from "../lib/started.js";

test("bindOnce settles once, on whichever comes first", () => {
	const element = show("<button>x</button>");
	/** @type {any[]} */
	const seen = [];
	const promise = godeferred.bindOnce(
		element,
		" focus  mine ",
		/** @this {any} */ function (/** @type {Event} */ event) {
			seen.push(event.type, this === element);
		},
	);
	element.dispatchEvent(new Event("mine"));
	element.dispatchEvent(new Event("focus"));
	deepEqual(seen, ["mine", true]);
	equal(promise.state(), "resolved");
	nothingLeft();
});

test("bindOnce is one promise per element and events, however often asked", () => {
	const element = show("<button>x</button>");
	equal(godeferred.bindOnce(element, "a b"), godeferred.bindOnce(element, "b  a"));
	equal(godeferred.bindOnce(element, "click"), godeferred.firstClick(element));
	element.dispatchEvent(new Event("a"));
	let late = 0;
	godeferred.bindOnce(element, "a", () => late++);
	godeferred.bindOnce(element, "a c", () => late++);
	equal(late, 2, "late callbacks run at once");
});

test("bindOnce refuses what names no event", () => {
	const element = show("<button>x</button>");
	for (const events of [undefined, "", "  ", 5, {}]) {
		throws(() => godeferred.bindOnce(element, events), /bindOnce: events must be names of events/);
	}
	throws(() => godeferred.bindOnce("#nobody", "click"), /target must match at least one element/);
	throws(() => godeferred.bindOnce(element, "click", 5), /callback must be a function, not 5/);
});

test("visible settles when the element first comes into view", async () => {
	show('<p>top</p><p class="far">far</p>');
	const [near, far] = /** @type {any} */ (stage.children);
	const entry = await godeferred.visible(near);
	equal(entry.target, near);
	const promise = godeferred.visible(far, { rootMargin: "10px", threshold: 0.5 });
	await godeferred.visible(near);
	equal(promise.state(), "pending");
	far.scrollIntoView();
	/** @type {any} */
	let context;
	promise.done(
		/** @this {any} */ function () {
			context = this;
		},
	);
	await promise;
	equal(context, far);
	window.scrollTo(0, 0);
	nothingLeft();
});

test("visible can be called off", async () => {
	show('<p class="far">far</p>');
	const controller = new AbortController();
	const promise = godeferred.visible(stage.children, { signal: controller.signal });
	controller.abort("why");
	equal(await rejects(promise), "why");
	equal(await rejects(godeferred.visible(stage.children, { signal: controller.signal })), "why");
	equal((await rejects(godeferred.visible(stage.children).abort())).name, "AbortError");
	throws(() => godeferred.visible("#nobody"), /visible: target must match at least one element/);
});
