import { invoke, member } from "./member.js";
import { read, stylesOf } from "./style.js";

// jQuery's showHide: all elements of a call are read, then all are written. anim/internal/rules/display.go decides
// the same for Go programs: a test there compares the two.

/** The inline display of each element that hide has hidden. @type {WeakMap<object, string>} */
const overwritten = new WeakMap();

/** The inline display that hide has overwritten, if any. @param {object} element */
export const displayBefore = (element) => overwritten.get(element);

/** The element was removed for good. @param {object} element */
export const forgetDisplay = (element) => overwritten.delete(element);

/** @param {any} element */
export const isHidden = (element) => isHiddenBy(element, stylesOf(element));

/**
 * jQuery's isHiddenWithinTree: an inline display decides, else the cascade.
 *
 * @param {any} element
 * @param {any} styles its computed style
 */
export function isHiddenBy(element, styles) {
	const { display } = member(element, "style");
	return display === "none" || (display === "" && read(element, styles, "display") === "none");
}

/**
 * Whether an element must be an inline-block while its size changes: an inline element's size has no effect.
 * (The middle of jQuery's defaultPrefilter.)
 *
 * @param {string} display as computed; of a hidden element the one that it will have
 * @param {string} float as computed
 * @param {string | undefined} restore the inline display that the element had before it was hidden
 */
export const mustBeBox = (display, float, restore) =>
	float === "none" && (display === "inline" || (display === "inline-block" && restore != null));

/**
 * Shows elements: removes an inline "none". An element that a style sheet still hides gets the display
 * of its kind.
 *
 * @param {any[]} elements
 */
export function show(elements) {
	for (const element of elements) {
		const style = member(element, "style");
		if (style.display === "none") style.display = displayBefore(element) || "";
	}
	const still = elements.filter((element) => member(element, "style").display === "" && isHidden(element));
	const values = still.map(displayOfKind);
	still.forEach((element, i) => {
		member(element, "style").display = values[i];
	});
}

/** Hides elements, and remembers the inline display that this overwrites. @param {any[]} elements */
export function hide(elements) {
	for (const element of elements) {
		const style = member(element, "style");
		if (style.display === "none") continue;
		overwritten.set(element, style.display);
		style.display = "none";
	}
}

/** @type {WeakMap<Document, Map<string, string>>} */
const kinds = new WeakMap();

/**
 * The display of a fresh element of the same name, put at the end of the body for a moment: style
 * sheets may set the display of a kind. The result is kept for good, as in jQuery.
 *
 * @param {any} element
 */
function displayOfKind(element) {
	const ownerDocument = member(element, "ownerDocument");
	const nodeName = member(element, "nodeName");
	const body = member(ownerDocument, "body");
	if (!body) return "block";
	let known = kinds.get(ownerDocument);
	if (!known) {
		known = new Map();
		kinds.set(ownerDocument, known);
	}
	let display = known.get(nodeName);
	if (!display) {
		const fresh = invoke(ownerDocument, "createElement", nodeName);
		body.append(fresh);
		({ display } = stylesOf(fresh));
		fresh.remove();
		if (!display || display === "none") display = "block";
		known.set(nodeName, display);
	}
	return display;
}
