import { member, typeOf } from "../dom/member.js";
import { read, setStyle, stylesOf } from "../dom/style.js";
import { access } from "./collection.js";
import { sizeOf, surplus } from "./size.js";

const NUMBER = /^(?:([+-])=)?([+-]?(?:\d*\.)?\d+(?:e[+-]?\d+)?)([a-z%]*)$/i;

/** Properties whose numbers are px. */
const LENGTH =
	/^(?:border(?:Top|Right|Bottom|Left)?(?:Width)?|(?:margin|padding)(?:Top|Right|Bottom|Left)?|top|right|bottom|left|width|height|(?:min|max)(?:Width|Height))$/;

/** Properties that jQuery keeps from being negative. */
const POSITIVE = /^(?:width|height|padding|borderWidth)$/;

/** @param {string} name */
const property = (name) =>
	name.startsWith("--")
		? name
		: name.replace(/^-ms-/, "ms-").replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** @param {any} one */
const hasStyle = (one) => typeOf(one) !== 3 && typeOf(one) !== 8 && member(one, "style");

/**
 * The computed value, as text; undefined if there is no such property.
 *
 * @param {any} one
 * @param {string} name
 */
export function readStyle(one, name) {
	const key = property(name);
	if (key === "width" || key === "height") return sizeOf(one, key);
	const styles = stylesOf(one);
	if (key.startsWith("--")) return styles.getPropertyValue(key).trim() || undefined;
	if (!(key in styles)) return undefined;
	const value = read(one, styles, key);
	if (value !== "normal") return value;
	return key === "letterSpacing" ? "0" : key === "fontWeight" ? "400" : value;
}

/** @param {any} one @param {any} name or a list of names */
function readStyles(one, name) {
	if (!Array.isArray(name)) return readStyle(one, name);
	return Object.fromEntries(name.map((each) => [each, readStyle(one, each)]));
}

/**
 * Writes the inline style: numbers as px for lengths, `"+=5"` and `"-=5%"` relative to the present value.
 *
 * @param {any} one
 * @param {string} name
 * @param {any} value
 * @param {import("./size.js").Box} [box] of which a size is written
 */
export function writeStyle(one, name, value, box) {
	if (!hasStyle(one)) return;
	const key = property(name);
	const parts = typeof value === "string" ? NUMBER.exec(value) : null;
	if (parts?.[1]) value = relative(one, key, parts);
	else if (typeof value === "number" && LENGTH.test(key)) value = `${value}px`;
	if (value == null || Number.isNaN(value)) return;
	setStyle(member(one, "style"), key, POSITIVE.test(key) ? positive(one, key, value, box) : value);
}

/** @param {any} one @param {string} key @param {any} value @param {import("./size.js").Box} [box] */
function positive(one, key, value, box) {
	const less = box ? surplus(one, key, box) : 0;
	let parts = NUMBER.exec(value);
	if (!parts) return value;
	if (less && parts[3] && parts[3] !== "px") {
		member(one, "style")[key] = value;
		parts = /** @type {RegExpExecArray} */ (NUMBER.exec(sizeOf(one, key)));
	}
	return Math.max(0, Number(parts[2]) - less) + (parts[3] || "px");
}

/** The result of `+=` and `-=`. @param {any} one @param {string} key @param {RegExpExecArray} parts */
function relative(one, key, [, sign, number, given]) {
	const text = readStyle(one, key) ?? "";
	const now = NUMBER.exec(text);
	const unit = given || (LENGTH.test(key) ? "px" : (now?.[3] ?? ""));
	let start = parseFloat(text) || 0; // the first number of a list
	if (start && now?.[3] !== unit) {
		// Measures one unit in px, first with one, then with half the value: sizes are rounded.
		const px = start;
		for (let i = 0, guess = 1; i < 2; i++) {
			setStyle(member(one, "style"), key, guess + unit);
			const scale = parseFloat(readStyle(one, key) ?? "") / guess;
			start = scale ? px / scale : px;
			guess = start / 2;
		}
	}
	return start + Number(`${sign}1`) * Number(number) + unit;
}

/** Styles. @type {import("./collection.js").Methods} */
export const styling = {
	css() {
		return access(this, arguments, readStyles, writeStyle);
	},
};
