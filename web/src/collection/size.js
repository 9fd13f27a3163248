import { nameOf } from "../dom/list.js";
import { invoke, member } from "../dom/member.js";
import { read, stylesOf, unseen } from "../dom/style.js";

/** What a size covers. @typedef {"content" | "padding" | "border" | "margin"} Box */

/** @param {string} name width or height @returns {"offsetWidth" | "offsetHeight"} */
const offsetOf = (name) => (name === "width" ? "offsetWidth" : "offsetHeight");

/**
 * The difference between the size of a box and the size that the style sheet speaks of, in px (jQuery's
 * boxModelAdjustment).
 *
 * @param {any} one
 * @param {string} name width or height
 * @param {Box} box
 * @param {boolean} isBorder whether the size includes padding and border
 * @param {number} [size] the present one: a scroll bar counts as padding
 */
function difference(one, name, box, isBorder, size) {
	if (box === (isBorder ? "border" : "content")) return 0;
	const styles = stylesOf(one);
	const sides = name === "width" ? ["Left", "Right"] : ["Top", "Bottom"];
	const sum = (/** @type {string} */ kind, /** @type {string} */ end) =>
		sides.reduce((so, side) => so + (parseFloat(styles[kind + side + end]) || 0), 0);
	const margin = box === "margin" ? sum("margin", "") : 0;
	const border = sum("border", "Width");
	if (isBorder) {
		return margin - (box === "content" ? sum("padding", "") : 0) - (box === "margin" ? 0 : border);
	}
	const padding = sum("padding", "");
	// offsetWidth is rounded.
	const rest =
		size === undefined || size < 0 ? 0 : member(one, offsetOf(name)) - size - padding - border - 0.5;
	return margin + padding + (box === "padding" ? 0 : border) + (Math.max(0, Math.ceil(rest)) || 0);
}

/** The same for a size that is to be written. @param {any} one @param {string} name @param {Box} box */
export const surplus = (one, name, box) =>
	difference(one, name, box, stylesOf(one).boxSizing === "border-box");

/**
 * The computed width or height as text, or that of a box. A hidden element is measured as a block.
 *
 * @param {any} one
 * @param {string} name
 * @param {Box} [box]
 * @returns {string}
 */
export function sizeOf(one, name, box) {
	const styles = stylesOf(one);
	if (styles.display !== "none") return measure(one, styles, name, box);
	const style = member(one, "style");
	const before = Object.keys(unseen).map((key) => style[key]);
	Object.assign(style, unseen);
	const size = measure(one, styles, name, box);
	Object.keys(unseen).forEach((key, i) => {
		style[key] = before[i];
	});
	return size;
}

/** Whether the computed sizes of rows are reliable. @type {boolean | undefined} */
let reliable;

/**
 * Firefox adds a row's border to its computed size. In other browsers the computed size is better than
 * offsetWidth, which is rounded. A test table decides, as in jQuery 4.
 */
function areRowsReliable() {
	if (reliable !== undefined) return reliable;
	const [table, row, cell] = ["table", "tr", "td"].map((name) => invoke(document, "createElement", name));
	table.style.cssText = "position:absolute;left:-9999px;border-collapse:separate;border-spacing:0";
	row.style.cssText = "box-sizing:content-box;border:1px solid;height:1px";
	cell.style.cssText = "height:9px;width:9px;padding:0";
	row.append(cell);
	table.append(row);
	member(document, "documentElement").append(table);
	const is = Math.round(parseFloat(stylesOf(row).height) + 2) === row.offsetHeight;
	if (table.offsetWidth > 0) reliable = is; // in a hidden frame the test shows nothing
	table.remove();
	return is;
}

/** @param {any} one @param {any} styles @param {string} name @param {Box} [box] */
function measure(one, styles, name, box) {
	let size = read(one, styles, name);
	// A detached element returns the value that was set: 50%.
	if (/\d(?!px)[a-z%]+$/i.test(size)) {
		if (!box) return size;
		size = "auto";
	}
	let isBorder = Boolean(box) && styles.boxSizing === "border-box";
	let own = isBorder;
	const kind = nameOf(one);
	// An inline element's size is auto.
	const unknown = size === "auto" || kind === "COL" || (kind === "TR" && !areRowsReliable());
	if (unknown && invoke(one, "getClientRects").length > 0) {
		own = styles.boxSizing === "border-box";
		isBorder = offsetOf(name) in one; // svg has no such size
		if (isBorder) size = member(one, offsetOf(name));
	}
	const number = parseFloat(size) || 0;
	return `${number + difference(one, name, box ?? (own ? "border" : "content"), isBorder, number)}px`;
}
