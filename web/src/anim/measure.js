import { read } from "../dom/display.js";

/** @typedef {import("./run.js").Run} Run */

// A hidden element's size is that of an invisible block; jQuery's cssShow.
/** @type {Record<string, string>} */
const unseen = { position: "absolute", visibility: "hidden", display: "block" };

/**
 * Lets look read properties of runs as they would be if none were hidden. All that has to be written for it is
 * written before, and put back after: one layout.
 *
 * @param {Run[]} runs
 * @param {() => void} look
 */
export function uncover(runs, look) {
	const gone = runs.filter((run) => run.gone);
	const olds = gone.map(({ element: { style } }) => Object.keys(unseen).map((name) => style[name]));
	for (const { element } of gone) Object.assign(element.style, unseen);
	look();
	gone.forEach(({ element: { style } }, i) => {
		Object.keys(unseen).forEach((name, j) => {
			style[name] = olds[i][j];
		});
	});
}

/**
 * Whether a property is the element's own and no style: scrollTop.
 *
 * @param {any} element
 * @param {string} name
 */
export const isOwn = (element, name) => element[name] != null && element.style[name] == null;

/**
 * What a property is now, as computed.
 *
 * @param {Run} run
 * @param {string} name
 * @returns {string}
 */
export function present({ element, styles }, name) {
	if (isOwn(element, name)) return String(element[name]);
	const value = read(element, styles, name);
	// An inline element's size is auto: what is there is what lies inside of padding and border.
	if (value === "auto" && (name === "width" || name === "height")) return inside(element, styles, name);
	return value;
}

/**
 * @param {any} element
 * @param {any} styles
 * @param {"width" | "height"} name
 */
function inside(element, styles, name) {
	let size = element[name === "width" ? "offsetWidth" : "offsetHeight"] ?? 0;
	if (styles.boxSizing !== "border-box") {
		for (const side of name === "width" ? ["Left", "Right"] : ["Top", "Bottom"])
			size -= parseFloat(styles[`padding${side}`]) + parseFloat(styles[`border${side}Width`]);
	}
	return `${Math.max(0, size || 0)}px`;
}

/**
 * How many px one of a goal's unit is, for each run. First one unit is tried, then about half of what
 * there is: sizes are rounded, and may be bounded (a style sheet's max-width).
 *
 * @param {{run: Run, name: string, text: string, value: string}[]} asked
 * @returns {number[]} 0 where there is nothing to measure by
 */
export function scales(asked) {
	const olds = asked.map(({ run, name }) => run.element.style[name]);
	let guesses = asked.map(() => 1);
	let found = asked.map(() => 0);
	for (let round = 0; round < 2; round++) {
		asked.forEach(({ run, name, text }, i) => {
			run.element.style[name] = guesses[i] + /** @type {RegExpExecArray} */ (/[a-z%]*$/i.exec(text))[0];
		});
		found = asked.map(({ run, name }, i) => (parseFloat(present(run, name)) || 0) / guesses[i]);
		guesses = asked.map(({ value }, i) => (found[i] && parseFloat(value) / 2 / found[i]) || 1);
	}
	asked.forEach(({ run, name }, i) => {
		run.element.style[name] = olds[i];
	});
	return found;
}
