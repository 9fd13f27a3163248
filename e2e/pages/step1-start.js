// Starts the shipped module, and gives tests of leaks what they count: the callbacks that Go keeps.

import { load } from "/dist/godeferred.mjs";
import { equal } from "./lib/test.js";

// The program hands its functions over by setting a property of the bridge, which only the script
// sees; Go sets properties through Reflect.set.
/** @type {any} */
let functions;
const { set } = Reflect;
Reflect.set = (target, key, value, ...rest) => {
	if (key === "functions" && typeof value?.live === "function") {
		functions = value;
		Reflect.set = set;
	}
	return set(target, key, value, ...rest);
};

/** @type {any} */
export const godeferred = await load({ wasm: "/dist/godeferred.wasm" });

/** How many callbacks of Go's are alive, and promises that it awaits. @returns {number} */
export function live() {
	return functions.live().value;
}

/** How many calls' animations are under way. @returns {number} */
export const animations = () => godeferred.inspect().kinds.animation ?? 0;

const start = live();

/** Passes if all that was started has ended, for Go too. */
export function nothingLeft() {
	equal(document.getAnimations().length, 0, "animations of the page");
	equal(live(), start, "callbacks alive");
}
