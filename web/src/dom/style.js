import { member } from "./member.js";

/** Styles that give a hidden element a size: it is measured as an invisible block (jQuery's cssShow). @type {Record<string, string>} */
export const unseen = { position: "absolute", visibility: "hidden", display: "block" };

/**
 * The live computed style of an element. The element may belong to a frame, or to a document without
 * a view.
 *
 * @param {any} element
 * @returns {any}
 */
export const stylesOf = (element) =>
	(member(member(element, "ownerDocument"), "defaultView") ?? window).getComputedStyle(element);

/**
 * One property of the computed style. Outside the document nothing is computed: there the inline style
 * counts.
 *
 * @param {any} element
 * @param {any} styles
 * @param {string} name
 * @returns {string}
 */
export function read(element, styles, name) {
	const value = name.startsWith("--") ? styles.getPropertyValue(name) : styles[name];
	return value || (member(element, "isConnected") ? "" : (member(element, "style")[name] ?? ""));
}

/**
 * Writes the inline style.
 *
 * @param {any} style
 * @param {string} name
 * @param {any} value
 */
export function setStyle(style, name, value) {
	if (name.startsWith("--")) style.setProperty(name, value);
	else style[name] = value;
}
