// What classic.html, a page with the classic script, can rely on.

import { deepEqual, equal, run, test } from "../lib/test.js";

const { early, godeferred } = window;

test("the next statement after the script has deferreds", () => {
	equal(early[0], "at once");
});

test("a function that was given early runs when the document is ready", async () => {
	equal(await godeferred.ready, godeferred);
	deepEqual(early.slice(1), [true, true]);
});

test("data-global names a second global, and noConflict gives the earlier value back", () => {
	equal(window.$, godeferred);
	equal(godeferred.noConflict(), godeferred);
	equal(window.$, "the page's own");
});

test("an AMD loader on the page changes nothing: the global is set", () => {
	deepEqual(window.defined, []);
	equal(typeof window.godeferred, "function");
});

test("the script leaves its global behind, and none of Go's", () => {
	const before = new Set([...window.globalsBefore, "globalsBefore", "early"]);
	const added = Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^\d+$/.test(name));
	deepEqual(added, ["godeferred"]);
});

await run();
