import { access, walk } from "./collection.js";
import { sizeOf } from "./size.js";
import { readStyle, writeStyle } from "./style.js";

/**
 * The inner size: the viewport of a window, the whole document, the content box of an element.
 *
 * @param {any} one
 * @param {string} name width or height
 */
function inside(one, name) {
	const word = name === "width" ? "Width" : "Height";
	if (one === one.window) return one.document.documentElement[`client${word}`];
	if (one.nodeType !== 9) return parseFloat(sizeOf(one, name, true));
	const { body, documentElement: root } = one;
	const sizes = ["scroll", "offset"].flatMap((kind) => [body[kind + word], root[kind + word]]);
	return Math.max(...sizes, root[`client${word}`]);
}

/** @param {any} one */
function offsetOf(one) {
	if (one.getClientRects().length === 0) return { top: 0, left: 0 };
	const { top, left } = one.getBoundingClientRect();
	const { scrollX, scrollY } = one.ownerDocument.defaultView;
	return { top: top + scrollY, left: left + scrollX };
}

/**
 * Moves an element so that its offset is `to`.
 *
 * @param {any} one
 * @param {any} to a side that is left out stays; `using` is called instead of writing the style
 * @param {number} i
 */
function setOffset(one, to, i) {
	const { style } = one;
	if (readStyle(one, "position") === "static") style.position = "relative";
	const wanted = typeof to === "function" ? to.call(one, i, offsetOf(one)) : to;
	const sides = ["top", "left"].filter((side) => wanted[side] != null);
	const before = sides.map((side) => style[side]);
	// Measured from where 0 is: right for every position and all parents.
	for (const side of sides) style[side] = "0px";
	const zero = /** @type {any} */ (offsetOf(one));
	const found = Object.fromEntries(sides.map((side) => [side, wanted[side] - zero[side]]));
	sides.forEach((side, k) => {
		if (wanted.using) style[side] = before[k];
		else writeStyle(one, side, found[side]);
	});
	wanted.using?.call(one, found);
}

/** Sizes and places, in px. @type {import("./collection.js").Methods} */
export const placing = {
	offset(to) {
		if (arguments.length === 0) return this.length > 0 ? offsetOf(this[0]) : undefined;
		return to === undefined ? this : walk(this, (one, i) => setOffset(one, to, i));
	},
};

for (const name of ["width", "height"]) {
	placing[name] = function (...value) {
		return access(this, [name, ...value], inside, (one, _, size) => writeStyle(one, name, size, true));
	};
}
