// 500 elements that a library fades out. Someone else reads how long scripts ran meanwhile.

import { quiet } from "./environment.js";
import { loadLibraries } from "./libraries.js";

const ELEMENTS = 500;
const MS = 1000;

const libraries = await loadLibraries(["jquery3", "jquery4", "godeferred"]);
const stage = /** @type {HTMLElement} */ (document.querySelector("#stage"));

/** @type {Record<string, (elements: Element[]) => any>} */
const fades = Object.fromEntries(
	libraries.map(({ id, object }) => [
		id,
		id === "godeferred"
			? (elements) => object.fadeOut(elements, MS)
			: (elements) => object(elements).fadeOut(MS).promise(),
	]),
);

Object.assign(globalThis, {
	/** New elements, of which no library knows anything. */
	async stage() {
		stage.textContent = "";
		for (let i = 0; i < ELEMENTS; i++) stage.append(document.createElement("i"));
		void stage.offsetHeight;
		await quiet();
	},
	/**
	 * In a callback of the page's own: neither what a debugger starts nor what a microtask does counts as a script.
	 *
	 * @param {string} id
	 * @param {string} waiting done or then
	 */
	async fade(id, waiting) {
		const elements = [...stage.children];
		await new Promise((over) => setTimeout(() => fades[id](elements)[waiting](over)));
	},
	/** How many are no longer seen. */
	gone() {
		return [...stage.children].filter((element) => getComputedStyle(element).display === "none").length;
	},
	libraries: libraries.map(({ id }) => id),
});
