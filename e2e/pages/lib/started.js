// Starts the shipped module, and gives tests of leaks what they count.

import { load } from "/dist/godeferred.mjs";
import { equal } from "./test.js";

/** @type {any} */
export const godeferred = await load({ wasm: "/dist/godeferred.wasm" });

/** How many calls' animations are under way. @returns {number} */
export const animations = () => godeferred.inspect().kinds.animation ?? 0;

/** Passes if all that was started has ended. */
export function nothingLeft() {
	equal(document.getAnimations().length, 0, "animations of the page");
}
