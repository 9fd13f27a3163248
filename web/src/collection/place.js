import { invoke, member, typeOf } from "../dom/member.js";
import { stylesOf } from "../dom/style.js";
import { access, walk } from "./collection.js";
import { sizeOf } from "./size.js";
import { readStyle, writeStyle } from "./style.js";

/** @param {any} one */
const isWindow = (one) => one === one.window;

/**
 * A size: of the viewport for a window, of the whole document, of a box of an element.
 *
 * @param {any} one
 * @param {"Width" | "Height"} word
 * @param {import("./size.js").Box} box
 */
function sizeIn(one, word, box) {
	const isOuter = box === "border" || box === "margin";
	if (isWindow(one)) {
		return isOuter ? one[`inner${word}`] : member(one.document, "documentElement")[`client${word}`];
	}
	if (typeOf(one) !== 9) return parseFloat(sizeOf(one, word.toLowerCase(), box));
	const root = member(one, "documentElement");
	const sizes = ["scroll", "offset"].flatMap((kind) => [member(one, "body")[kind + word], root[kind + word]]);
	return Math.max(...sizes, root[`client${word}`]);
}

/** @param {any} one */
function offsetOf(one) {
	if (invoke(one, "getClientRects").length === 0) return { top: 0, left: 0 };
	const { top, left } = invoke(one, "getBoundingClientRect");
	const { scrollX, scrollY } = member(member(one, "ownerDocument"), "defaultView");
	return { top: top + scrollY, left: left + scrollX };
}

/**
 * The place of an element's margin box in the padding box of its offset parent, as CSS positions it.
 *
 * @param {any} one
 */
function positionOf(one) {
	const styles = stylesOf(one);
	const isFixed = styles.position === "fixed"; // in the viewport
	let { top, left } = isFixed ? invoke(one, "getBoundingClientRect") : offsetOf(one);
	const parent = positioned(one);
	if (!isFixed && parent !== one && !isStatic(parent)) {
		const from = offsetOf(parent);
		const { borderTopWidth, borderLeftWidth } = stylesOf(parent);
		top -= from.top + (parseFloat(borderTopWidth) || 0);
		left -= from.left + (parseFloat(borderLeftWidth) || 0);
	}
	return {
		top: top - (parseFloat(styles.marginTop) || 0),
		left: left - (parseFloat(styles.marginLeft) || 0),
	};
}

/** @param {any} one */
const isStatic = (one) => stylesOf(one).position === "static";

/** The closest ancestor that a position refers to. The browser's offsetParent may also be a cell or the body. @param {any} one */
function positioned(one) {
	let parent = member(one, "offsetParent");
	while (parent && isStatic(parent)) parent = member(parent, "offsetParent");
	return parent ?? member(member(one, "ownerDocument"), "documentElement");
}

/**
 * Moves an element so that its offset is `to`.
 *
 * @param {any} one
 * @param {any} to a side that is left out stays; `using` is called instead of writing the style
 * @param {number} i
 */
function setOffset(one, to, i) {
	const style = member(one, "style");
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
	position() {
		return this.length > 0 ? positionOf(this[0]) : undefined;
	},
	offsetParent() {
		return this.map((/** @type {number} */ _, /** @type {any} */ one) => positioned(one));
	},
};

for (const word of /** @type {const} */ (["Width", "Height"])) {
	const size = word.toLowerCase();
	for (const [name, box] of /** @type {const} */ ([
		[size, "content"],
		[`inner${word}`, "padding"],
		[`outer${word}`, undefined],
	])) {
		/** A boolean asks for the margin: `outerWidth(true)`, `outerWidth(50, true)`. */
		placing[name] = function (...args) {
			const which = box ?? (args[0] === true || args[1] === true ? "margin" : "border");
			const writes = args.length > 0 && (box || typeof args[0] !== "boolean");
			return access(
				this,
				writes ? [size, args[0]] : [size],
				(one) => sizeIn(one, word, which),
				(one, _, value) => writeStyle(one, size, value, which),
			);
		};
	}
}

for (const [name, side] of [
	["scrollLeft", "scrollX"],
	["scrollTop", "scrollY"],
]) {
	/** The window that scrolls for a window or a document. @param {any} one */
	const windowOf = (one) => (isWindow(one) ? one : typeOf(one) === 9 ? member(one, "defaultView") : null);
	placing[name] = function (...args) {
		return access(
			this,
			[name, ...args],
			(one) => {
				const view = windowOf(one);
				return view ? view[side] : member(one, name);
			},
			(one, _, value) => {
				const view = windowOf(one);
				if (!view) one[name] = value;
				else if (side === "scrollX") view.scrollTo(value, view.scrollY);
				else view.scrollTo(view.scrollX, value);
			},
		);
	};
}
