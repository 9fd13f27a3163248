import { read, unseen } from "../dom/style.js";
import { member, typeOf } from "../dom/member.js";

/** @typedef {import("./run.js").Run} Run */

/**
 * Calls look while hidden elements can be measured. All styles for that are written before, and put
 * back after: one layout.
 *
 * @param {Run[]} runs
 * @param {() => void} look
 */
export function uncover(runs, look) {
	const gone = runs.filter((run) => run.gone);
	const olds = gone.map(({ element }) => {
		const style = member(element, "style");
		return Object.keys(unseen).map((name) => style[name]);
	});
	for (const { element } of gone) Object.assign(member(element, "style"), unseen);
	look();
	gone.forEach(({ element }, i) => {
		const style = member(element, "style");
		Object.keys(unseen).forEach((name, j) => {
			style[name] = olds[i][j];
		});
	});
}

/**
 * Whether a property belongs to the element, not to its style: scrollTop, and all that styles do not know. Custom
 * properties are styles. Objects that are no elements have only own properties.
 *
 * @param {any} element
 * @param {string} name
 */
export const isOwn = (element, name) =>
	typeOf(element) !== 1 || (member(element, "style")[name] == null && !name.startsWith("--"));

/**
 * The present value of a property, as computed.
 *
 * @param {Run} run
 * @param {string} name
 * @returns {string}
 */
export function present({ element, styles }, name) {
	if (isOwn(element, name)) return String(element[name] ?? "");
	const value = read(element, styles, name);
	// An inline element's size is auto: its content box is measured instead.
	if (value === "auto" && (name === "width" || name === "height")) return inside(element, styles, name);
	return value;
}

/**
 * @param {any} element
 * @param {any} styles
 * @param {"width" | "height"} name
 */
function inside(element, styles, name) {
	let size = member(element, name === "width" ? "offsetWidth" : "offsetHeight") ?? 0;
	if (styles.boxSizing !== "border-box") {
		for (const side of name === "width" ? ["Left", "Right"] : ["Top", "Bottom"])
			size -= parseFloat(styles[`padding${side}`]) + parseFloat(styles[`border${side}Width`]);
	}
	return `${Math.max(0, size || 0)}px`;
}

/**
 * The px per unit of each goal. Measured first with one unit, then with about half the present value:
 * sizes are rounded, and may be limited (a style sheet's max-width).
 *
 * @param {{run: Run, name: string, text: string, value: string}[]} asked
 * @returns {number[]} 0 where it cannot be measured
 */
export function scales(asked) {
	const olds = asked.map(({ run, name }) => member(run.element, "style")[name]);
	let guesses = asked.map(() => 1);
	let found = asked.map(() => 0);
	for (let round = 0; round < 2; round++) {
		asked.forEach(({ run, name, text }, i) => {
			member(run.element, "style")[name] =
				guesses[i] + /** @type {RegExpExecArray} */ (/[a-z%]*$/i.exec(text))[0];
		});
		found = asked.map(({ run, name }, i) => (parseFloat(present(run, name)) || 0) / guesses[i]);
		guesses = asked.map(({ value }, i) => (found[i] && parseFloat(value) / 2 / found[i]) || 1);
	}
	asked.forEach(({ run, name }, i) => {
		member(run.element, "style")[name] = olds[i];
	});
	return found;
}
