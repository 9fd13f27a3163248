import { read, stylesOf, unseen } from "../dom/style.js";

/**
 * Padding and border along one dimension, in px; 0 for another box sizing.
 *
 * @param {any} one
 * @param {string} name width or height
 * @param {string} [sizing]
 */
export function edges(one, name, sizing) {
	const styles = stylesOf(one);
	if (sizing && styles.boxSizing !== sizing) return 0;
	let sum = 0;
	for (const side of name === "width" ? ["Left", "Right"] : ["Top", "Bottom"]) {
		sum += parseFloat(styles[`padding${side}`]) + parseFloat(styles[`border${side}Width`]);
	}
	return sum || 0;
}

/**
 * The computed width or height as text; with inside, without padding and border. A hidden element is
 * measured as a block.
 *
 * @param {any} one
 * @param {string} name
 * @param {boolean} inside
 * @returns {string}
 */
export function sizeOf(one, name, inside) {
	const styles = stylesOf(one);
	if (styles.display !== "none") return measure(one, styles, name, inside);
	const { style } = one;
	const before = Object.keys(unseen).map((key) => style[key]);
	Object.assign(style, unseen);
	const size = measure(one, styles, name, inside);
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
	const [table, row, cell] = ["table", "tr", "td"].map((name) => document.createElement(name));
	table.style.cssText = "position:absolute;left:-9999px;border-collapse:separate;border-spacing:0";
	row.style.cssText = "box-sizing:content-box;border:1px solid;height:1px";
	cell.style.cssText = "height:9px;width:9px;padding:0";
	row.append(cell);
	table.append(row);
	document.documentElement.append(table);
	const is = Math.round(parseFloat(stylesOf(row).height) + 2) === row.offsetHeight;
	if (table.offsetWidth > 0) reliable = is; // in a hidden frame the test shows nothing
	table.remove();
	return is;
}

/** @param {any} one @param {any} styles @param {string} name @param {boolean} inside */
function measure(one, styles, name, inside) {
	let size = read(one, styles, name);
	// A detached element returns the value that was set: 50%.
	if (/\d(?!px)[a-z%]+$/i.test(size)) {
		if (!inside) return size;
		size = "auto";
	}
	let less = inside ? edges(one, name, "border-box") : 0;
	const offset = name === "width" ? "offsetWidth" : "offsetHeight";
	// An inline element's size is auto.
	const kind = one.nodeName.toLowerCase();
	const unknown = size === "auto" || kind === "col" || (kind === "tr" && !areRowsReliable());
	if (unknown && offset in one && one.getClientRects().length > 0) {
		size = one[offset];
		less = inside || styles.boxSizing !== "border-box" ? edges(one, name) : 0;
	}
	return `${(parseFloat(size) || 0) - less}px`;
}
