// Plays a script of calls on jQuery and on godeferred, each on elements of its own, and compares what
// can be seen: after each step while they run, and at the end.

import { deepEqual, equal, ok, test } from "../../lib/test.js";
import { jQuery, stage } from "../../lib/stage.js";
import { animations, godeferred, nothingLeft } from "../../lib/started.js";
import { Clock } from "../../lib/clock.js";

/**
 * A step: a number of ms that pass; or a call, `"slideUp 100 'linear'"` or an array; or a function.
 * Every call that can have one gets a callback that writes its name and element into the log.
 *
 * @typedef {number | string | any[] | ((player: Player) => void)} Step
 * @typedef {{log: string[], elements: any[], call: (name: string, ...args: any[]) => any, on: (i: number) => Player, $: any}} Player
 */

/**
 * How often an animation tells how far it is depends on frames: only that it begins with 0 is looked at.
 *
 * @param {Function} fn
 */
function first(fn) {
	return /** @this {any} */ function (/** @type {any} */ _, /** @type {number} */ fraction) {
		if (fraction === 0) fn.call(this);
	};
}

const withCallback = /^(animate|slide|fade|show|hide|toggle)/;

/**
 * @param {string} who
 * @param {any[]} elements
 * @param {string[]} log
 * @returns {Player}
 */
function player(who, elements, log) {
	/** @type {Player["call"]} */
	const call = (name, ...args) => {
		if (who === "jQuery") return jQuery(elements)[name](...args);
		return godeferred[name](elements, ...args);
	};
	const $ = who === "jQuery" ? jQuery : godeferred;
	return { log, elements, call, on: (i) => player(who, [elements[i]], log), $ };
}

/** @param {Player} player @param {Step} step @param {number} i */
function take(player, step, i) {
	if (typeof step === "function") return step(player);
	let parts = /** @type {any[]} */ (step);
	if (typeof step === "string") {
		const [name, ...args] = step.split(" ");
		parts = [name, ...args.map((arg) => JSON.parse(arg.replaceAll("'", '"')))];
	}
	const [name, ...args] = parts;
	const written = (/** @type {string} */ what) =>
		/** @this {any} */ function () {
			player.log.push(`${i} ${what} ${[...(this.parentNode?.children ?? [])].indexOf(this)}`);
		};
	if (name === "promise") {
		const promise = player.call("promise", ...args);
		promise.done(() => player.log.push(`${i} promise`));
		return;
	}
	const last = args.at(-1);
	if (name === "animate" && args.length > 1 && typeof last === "object") {
		const options = { ...last };
		for (const event of ["start", "done", "fail", "always", "complete"]) options[event] = written(event);
		if (options.progress) options.progress = first(written("progress 0"));
		args[args.length - 1] = options;
	} else if (
		withCallback.test(name) &&
		args.length > (name === "animate" ? 1 : 0) &&
		typeof last !== "boolean"
	) {
		args.push(written(name));
	}
	player.call(name, ...args);
}

const seen = [
	"display",
	"overflowX",
	"opacity",
	"height",
	"width",
	"paddingTop",
	"marginTop",
	"marginLeft",
	"left",
];

/** @param {any[]} elements */
function look(elements) {
	return elements.map((element) => {
		const computed = /** @type {any} */ (getComputedStyle(element));
		const styles = seen.map((name) => computed[name]);
		const { height } = element.getBoundingClientRect();
		return [...styles, `${height}px`, element.getClientRects().length > 0, element.scrollTop];
	});
}

/** @param {any} element @returns {Record<string, string>} */
const inline = ({ style }) =>
	Object.fromEntries([...style].sort().map((name) => [name, style.getPropertyValue(name)]));

/**
 * @param {string} name
 * @param {string} html
 * @param {Step[]} steps
 */
export function play(name, html, steps) {
	stage.innerHTML = `<div data-who="${name}">${html}</div>`;
	const elements = [.../** @type {any} */ (stage.firstElementChild).children];
	const clock = new Clock();
	/** @type {string[]} */
	const log = [];
	/** @type {any[]} */
	const moments = [];
	clock.install();
	try {
		steps.forEach((step, i) => {
			if (typeof step !== "number") {
				take(player(name, elements, log), step, i);
				return;
			}
			clock.advance(step);
			log.push(`at ${i}`);
			moments.push(look(elements));
		});
		clock.advance(2000);
	} finally {
		clock.uninstall();
	}
	return { log, moments, end: look(elements), inline: elements.map(inline) };
}

/**
 * Registers a test that both do the same.
 *
 * @param {string} html
 * @param {Step[]} steps
 * @param {string} [title]
 */
export function same(html, steps, title) {
	const text =
		title ?? steps.map((step) => (typeof step === "string" ? step : JSON.stringify(step))).join(", ");
	test(`${html}: ${text}`, async () => {
		const theirs = play("jQuery", html, steps);
		const ours = play("godeferred", html, steps);
		near(ours.moments, theirs.moments, "on the way");
		near(ours.end, theirs.end, "at the end");
		near(ours.inline, theirs.inline, "inline styles");
		deepEqual(ours.log, theirs.log, "callbacks");
		await null; // calls whose elements were removed are told in a microtask
		equal(animations(), 0);
		nothingLeft();
	});
}

/**
 * Equal, but for numbers, which may be off by what rounding makes of them.
 *
 * @param {any} a
 * @param {any} b
 * @param {string} what
 * @param {number} [slack] how many px a length may be off
 */
export function near(a, b, what, slack = 0.06) {
	const [left, right] = [numbers(a), numbers(b)];
	deepEqual(left.rest, right.rest, what);
	left.found.forEach(([number, unit], i) => {
		const [other] = right.found[i];
		const bound = (unit === "px" ? slack : 0.06) + Math.abs(other) * 0.002;
		ok(
			Math.abs(number - other) <= bound,
			`${what}: ${number} is not ${other} in ${left.text} / ${right.text}`,
		);
	});
}

/** @param {any} value */
function numbers(value) {
	/** @type {[number: number, unit: string][]} */
	const found = [];
	const text = JSON.stringify(value);
	const rest = text.replace(/(-?\d+(?:\.\d+)?(?:e-?\d+)?)([a-z%]*)/g, (_, number, unit) => {
		found.push([Number(number), unit]);
		return `#${unit}`;
	});
	return { found, rest, text };
}
