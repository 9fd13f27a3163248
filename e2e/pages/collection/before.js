// Before the runtime is there, and the ways to wait for it.

import $ from "/dist/godeferred.mjs";
import { deepEqual, equal, test, turn } from "../lib/test.js";

/** @type {string[]} */
const told = [];

/** @type {any} */
let slid;

test("collections need no runtime; effects wait for it", async () => {
	const p = $("<p>x</p>")
		.appendTo("body")
		.addClass("early")
		.on("own", () => told.push("own"))
		.trigger("own");
	equal(p.hasClass("early"), true);
	slid = p.hide().slideDownPromise(1);
	equal($.inspect().waiting.animation, 1);
	equal(p.css("display"), "none");
});

test("functions run when the document is ready, in order, with the document as this", async (t) => {
	const errors = t.errors();
	$(
		/** @this {any} */ function (/** @type {any} */ same) {
			told.push(`first ${this === document} ${same === $}`);
		},
	);
	equal(
		$(document).ready(() => {
			throw new Error("of the second");
		})[0],
		document,
	);
	$(document).ready(
		/** @this {any} */ function (/** @type {any} */ same) {
			told.push(`third ${this === document} ${same === $}`);
		},
	);
	$.ready.then((/** @type {any} */ same) => told.push(`then ${same === $}`));
	deepEqual(told, ["own"]);
	await turn();
	deepEqual(told.slice(1, 3), ["first true true", "third true true"]);
	await $.load({ wasm: "/dist/godeferred.wasm" });
	await $.ready;
	await turn();
	deepEqual(told.slice(3), ["then true"]);
	equal((await slid).css("display"), "block");
	equal(errors.length === 1 && /** @type {any} */ (errors[0]).message, "of the second");
});

test("late ones run soon, but not at once", async () => {
	let ran = false;
	$(() => {
		ran = true;
	});
	equal(ran, false);
	await turn();
	equal(ran, true);
});
