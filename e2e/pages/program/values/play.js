// Values by chance go from the page to Go and come back, and values that do not fit are refused with a TypeError that
// says where they are. In Node internal/generate's tests play many, in browsers values.js plays some.

import { Chance } from "../../lib/chance.js";
import { unfitting } from "./odd.js";
import { rows } from "./rows.js";
import { define } from "./types.js";

/** @typedef {import("./types.js").Type} Type */

/** Chance that remembers what it drew, and can draw that again: less of it makes a smaller value of the same type. */
class Draws extends Chance {
	/** @param {number} seed @param {number[]} [again] */
	constructor(seed, again) {
		super(seed);
		this.again = again;
		/** @type {number[]} */
		this.drawn = [];
	}

	/** @override @param {number} below */
	below(below) {
		const drawn = this.again ? Math.min(this.again[this.drawn.length] ?? 0, below - 1) : super.below(below);
		this.drawn.push(drawn);
		return drawn;
	}
}

/** @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
	if (a instanceof Date) return Object.is(a.getTime(), b.getTime());
	const names = Object.keys(a);
	return (
		(!Array.isArray(a) || a.length === b.length) &&
		names.length === Object.keys(b).length &&
		names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
	);
}

/** The source text of a value. @param {any} value @param {number} [depth] @returns {string} */
export function show(value, depth = 0) {
	if (typeof value === "bigint") return `${value}n`;
	if (typeof value === "string") return JSON.stringify(value);
	if (Object.is(value, -0)) return "-0";
	if (typeof value !== "object" || value === null) return String(value);
	if (depth > 20) return "...";
	try {
		if (value instanceof Date) return `new Date(${value.getTime()})`;
		if (value instanceof Error) return `${value.name}: ${value.message}`;
		if (Array.isArray(value)) return `[${Array.from(value, (one) => show(one, depth + 1)).join(", ")}]`;
		const name = value.constructor?.name ?? "null";
		if (ArrayBuffer.isView(value) && "length" in value)
			return `${name}.of(${Array.from(/** @type {any} */ (value), String)})`;
		const inner = Object.entries(value).map(
			([key, one]) => `${JSON.stringify(key)}: ${show(one, depth + 1)}`,
		);
		return `${name === "Object" ? "" : `${name} `}{${inner.join(", ")}}`;
	} catch (error) {
		return `(an object that throws ${error})`;
	}
}

/** @param {any} go @param {string} name @param {any[]} args @returns {Promise<{values?: any[], error?: any}>} */
const call = (go, name, args) =>
	new Promise((resolve) =>
		go[name](...args).then(
			(/** @type {any[]} */ ...values) => resolve({ values }),
			(/** @type {any} */ error) => resolve({ error }),
		),
	);

/**
 * A call with values that fit. Answers what is wrong, or nothing.
 *
 * @param {any} go @param {Chance} chance
 * @returns {Promise<string>}
 */
export async function fitting(go, chance) {
	const [name, params] = chance.one(rows);
	const args = params.map(([, type]) => type.make(chance));
	const expected = params.map(([, type], i) => type.back(args[i]));
	const text = `${name}(${args.map((arg) => show(arg)).join(", ")})`;
	if (!params.every(([, type], i) => type.fits(args[i])))
		return `${text}: the test has made a value that does not fit`;
	const { values, error } = await call(go, name, args);
	if (!values) return `${text} rejected: ${show(error)}`;
	const answer = name === "integers" ? values[0] : values;
	return same(answer, expected) ? "" : `${text} answered ${show(answer)}`;
}

/**
 * A value with one part, chosen by chance, that does not fit. Answers null where every value fits.
 *
 * @param {Chance} chance @param {Type} type @param {any} value @param {boolean} worker
 * @returns {{value: any, path: string, what: string, throws?: any, local?: boolean} | null}
 */
function spoiled(chance, type, value, worker) {
	const inside = type.inside?.(value) ?? [];
	const at = chance.below(inside.length + 1);
	if (at > 0) {
		const [key, inner] = inside[at - 1];
		const part = spoiled(chance, inner, value[key], worker);
		if (!part) return null;
		const copy = Array.isArray(value) ? [...value] : { ...value };
		define(copy, key, part.value);
		const isName = typeof key === "string" && /^[\w$\x80-\uffff]+$/.test(key);
		const quoted =
			typeof key === "string" && key.length > 40
				? `a string of ${key.length} characters`
				: JSON.stringify(key);
		const step = isName ? `.${key}` : `[${quoted}]`;
		return { ...part, value: copy, path: step + part.path };
	}
	const wrong = unfitting(chance, type);
	return wrong && { ...wrong, path: "" };
}

/**
 * A call with one value that does not fit. Answers what is wrong, or nothing.
 *
 * @param {any} go @param {Chance} chance @param {{worker?: boolean}} options
 * @returns {Promise<string>}
 */
export async function unfit(go, chance, { worker = false }) {
	const [name, params] = chance.one(rows);
	const args = params.map(([, type]) => type.make(chance));
	const i = chance.below(params.length);
	const [param, type] = params[i];
	const bad = spoiled(chance, type, args[i], worker);
	if (!bad) return "";
	args[i] = bad.value;
	const { values, error } = await call(go, name, args);
	const place = `${name}: ${param}${bad.path}`;
	const text = `${place} given ${bad.what}`;
	if (values) return `${text} answered ${show(values)}`;
	if (bad.throws || (bad.local && worker)) return ""; // it is the page's own error, or cannot be sent
	if (!(error instanceof TypeError)) return `${text} rejected with ${show(error)}`;
	if (error.message.startsWith(`${name}: result`)) return ""; // Go's 64 bits take it, and a number does not
	const rest = error.message.startsWith(place) ? error.message.slice(place.length) : "no";
	return /^[ .[]/.test(rest) ? "" : `${text} rejected with the message ${error.message}`;
}

/**
 * Plays so many. Throws at the first that fails, with the smallest value found for it.
 *
 * @param {(chance: Chance) => Promise<string>} one
 * @param {number} seed of the first
 * @param {number} count
 */
export async function play(one, seed, count) {
	const atOnce = 50;
	for (let from = 0; from < count; from += atOnce) {
		const seeds = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => seed + from + i);
		const chances = seeds.map((s) => new Draws(s));
		const found = await Promise.all(chances.map(one));
		const i = found.findIndex((text) => text !== "");
		if (i >= 0) throw new Error(`seed ${seeds[i]}: ${await smallest(one, chances[i].drawn, found[i])}`);
	}
}

/** @param {(chance: Chance) => Promise<string>} one @param {number[]} draws @param {string} text what is wrong */
async function smallest(one, draws, text) {
	/** @param {number[]} fewer */
	const fails = async (fewer) => {
		const chance = new Draws(0, fewer);
		const found = await one(chance);
		if (found === "" || !isLess(chance.drawn, draws)) return false;
		draws = chance.drawn;
		text = found;
		return true;
	};
	for (let size = draws.length; size >= 1; size >>= 1) {
		for (let i = 0; i + size <= draws.length; ) {
			if (!(await fails(draws.toSpliced(i, size)))) i += size;
		}
	}
	for (let i = 0; i < draws.length; i++) {
		for (let low = 0; low < draws[i]; ) {
			const middle = (low + draws[i]) >> 1;
			if (!(await fails(draws.with(i, middle)))) low = middle + 1;
		}
	}
	return text;
}

/** Fewer draws are less, then smaller ones. @param {number[]} a @param {number[]} b */
function isLess(a, b) {
	if (a.length !== b.length) return a.length < b.length;
	const i = a.findIndex((drawn, at) => drawn !== b[at]);
	return i >= 0 && a[i] < b[i];
}
