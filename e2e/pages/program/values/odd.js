// Values that fit few types.

import { any } from "./types.js";

/** @typedef {import("./types.js").Type} Type */
/** @typedef {import("../../lib/chance.js").Chance} Chance */

/** What the values below throw when something is read from them. */
export const thrown = new RangeError("a getter's own");

function detached() {
	const buffer = new ArrayBuffer(8);
	structuredClone(buffer, { transfer: [buffer] });
	return buffer;
}

function detachedView() {
	const view = new Float64Array(2);
	structuredClone(view.buffer, { transfer: [view.buffer] });
	return view;
}

/** The same without its first element. @param {any[]} list */
function holes(list) {
	delete list[0];
	return list;
}

function ring() {
	/** @type {any[]} */
	const made = [];
	made.push(made);
	return made;
}

function objectRing() {
	/** @type {any} */
	const made = { value: 1, Title: "", first: "", second: 1 };
	made.children = [made];
	made.a = made;
	return made;
}

/** @type {any} */
let list = [];
/** @type {any} */
let tree = null;
for (let i = 0; i < 100_000; i++) {
	list = [list];
	tree = { value: 1, children: [tree] };
}

const revoked = () => {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
};

const hostile = () =>
	new Proxy(
		{},
		{
			get() {
				throw thrown;
			},
			ownKeys() {
				throw thrown;
			},
		},
	);

/** @type {Record<string, () => any>} */
const plain = {
	undefined: () => undefined,
	null: () => null,
	true: () => true,
	5: () => 5,
	1.5: () => 1.5,
	NaN: () => NaN,
	Infinity: () => Infinity,
	"-1": () => -1,
	"2**53": () => 2 ** 53,
	"2**64": () => 2 ** 64,
	"1e308": () => 1e308,
	'"x"': () => "x",
	'"5"': () => "5",
	"half of a surrogate pair": () => "a\ud800b",
	"the other half": () => "\udfff",
	"5n": () => 5n,
	"2n**63n": () => 2n ** 63n,
	"-(2n**64n)": () => -(2n ** 64n),
	"a function": () => () => 1,
	"a class": () => class A {},
	"[]": () => [],
	"[[]]": () => [[]],
	"[null]": () => [null],
	'["x", 5]': () => ["x", 5],
	"{}": () => ({}),
	"a null-prototype object": () => Object.assign(Object.create(null), { a: [] }),
	"an object with a lone surrogate as a key": () => ({ "\ud800": 1 }),
	"an invalid Date": () => new Date(NaN),
	"a Date": () => new Date(5),
	"a sparse array": () => holes([1, 1]),
	"a sparse array of strings": () => holes(["x", "y"]),
	"a long sparse array": () => Object.assign([], { length: 2 ** 16 }),
	"an array-like": () => ({ length: 2, 0: "x", 1: "y" }),
	"a BigInt64Array": () => BigInt64Array.of(-(2n ** 63n)),
	"a BigUint64Array": () => BigUint64Array.of(2n ** 64n - 1n),
	"a Float32Array": () => Float32Array.of(0.5, NaN),
	"a Float64Array": () => Float64Array.of(1e300, -Infinity),
	"a Uint8Array": () => Uint8Array.of(255, 0),
	"a DataView": () => new DataView(new ArrayBuffer(3)),
	"an ArrayBuffer": () => new ArrayBuffer(3),
	"a String object": () => Object("x"),
	"a Number object": () => Object(5),
	"a BigInt object": () => Object(5n),
	"a RegExp": () => /x/,
	"a Map": () => new Map([["a", 1]]),
	"a Set": () => new Set([1]),
	"an Error": () => new RangeError("x"),
	"an array that holds itself": ring,
	"an object that holds itself": objectRing,
	...(typeof SharedArrayBuffer === "function"
		? {
				"a SharedArrayBuffer": () => new SharedArrayBuffer(4),
				"a view of a SharedArrayBuffer": () => new Float64Array(new SharedArrayBuffer(16)),
			}
		: {}),
};

/** Values that no message carries to a worker, or not as they are. @type {Record<string, () => any>} */
const local = {
	"a symbol": () => Symbol("s"),
	"Symbol.iterator": () => Symbol.iterator,
	"a Symbol object": () => Object(Symbol("s")),
	"a detached buffer": detached,
	"a detached view": detachedView,
	"a WeakMap": () => new WeakMap(),
	"a promise": () => Promise.resolve(1),
	"a global object": () => globalThis,
	"an object that takes its prototype's fields": () => Object.create({ value: 1, children: [], Title: 5 }),
	"an array 100,000 deep": () => list,
	"a tree 100,000 deep": () => tree,
	"a proxy of an array": () => new Proxy([1.5], {}),
};

/** Values that throw when they are read. @type {Record<string, () => any>} */
const throwing = {
	"a revoked proxy": revoked,
	"a proxy that throws": hostile,
	"getters that throw": () =>
		Object.defineProperties(
			{},
			Object.fromEntries(
				["a", "value", "Title", "first", "signed", "name"].map((name) => [
					name,
					{
						enumerable: true,
						get() {
							throw thrown;
						},
					},
				]),
			),
		),
};

const all = [
	...Object.entries(plain).map(([what, make]) => ({ what, make })),
	...Object.entries(local).map(([what, make]) => ({ what, make, local: true })),
	...Object.entries(throwing).map(([what, make]) => ({ what, make, local: true, throws: true })),
];

/**
 * One of them that does not fit. Answers null where all fit.
 *
 * @param {Chance} chance @param {Type} type
 */
export function unfitting(chance, type) {
	const at = chance.below(all.length);
	for (let i = 0; i < all.length; i++) {
		const one = all[(at + i) % all.length];
		const value = one.make();
		if (!fits(type, value)) return { ...one, value };
	}
	return null;
}

/** @param {Type} type @param {any} value */
function fits(type, value) {
	if (value === list || value === tree) return type === any;
	try {
		return type.fits(value);
	} catch {
		return false; // too deep, or it throws
	}
}
