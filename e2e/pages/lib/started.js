// Starts the shipped module, and gives tests of leaks what they count.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal } from "./test.js";

/** @type {any} */
export const godeferred = await load({ wasm: "/dist/godeferred.wasm" });

/** How many calls' animations are under way. @returns {number} */
export const animations = () => godeferred.inspect().kinds.animation ?? 0;

/** Passes if all animations, requests and images that were started have ended. */
export function nothingLeft() {
	equal(document.getAnimations().length, 0, "animations of the page");
	const { ajax = 0, image = 0 } = godeferred.inspect().kinds;
	deepEqual({ ajax, image }, { ajax: 0, image: 0 }, "pending");
}
