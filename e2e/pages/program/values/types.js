// The types of typed exports (package page), as the page sees them: how to make a value of each, what comes back from a
// Go function that returns it, which values fit, and what is inside.

/** @typedef {import("../../lib/chance.js").Chance} Chance */

/**
 * Where chance draws 0 the value is the simplest, so that fewer and smaller draws make a smaller value.
 *
 * @typedef {object} Type
 * @property {(chance: Chance) => any} make
 * @property {(value: any) => boolean} fits whether Go takes a value
 * @property {(value: any) => any} back what Go answers for a value that fits
 * @property {(value: any) => [string | number, Type][]} [inside] its parts
 */

const same = (/** @type {any} */ value) => value;

/** True once in so many times. @param {Chance} chance @param {number} times */
const rarely = (chance, times) => chance.below(times) === times - 1;

const letters = [
	...'ab"\\/\n\r\t\b\f\0\x1f\x7f \u00e4\u00df\u20ac\u2028\u2029\ufeff\ufffd\ufffe\uffff\u200b\u202e\u0301\ud7ff\ue000',
	"\u{1f600}",
	"\u{10000}",
	"\u{10ffff}",
	"__proto__",
	"'`<!--</script>",
];

/** @param {string} text */
export function isWellFormed(text) {
	try {
		encodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

/** @type {Type} */
export const string = {
	make: (chance) => {
		const text = chance.some(chance.below(rarely(chance, 50) ? 3000 : 8), () => chance.one(letters));
		return text.join("");
	},
	fits: (value) => typeof value === "string" && isWellFormed(value),
	back: same,
};

/** @type {Type} */
export const bool = {
	make: (chance) => chance.below(2) === 1,
	fits: (value) => typeof value === "boolean",
	back: same,
};

const floats = [
	...[
		0,
		1,
		-1,
		-0,
		0.1,
		0.5,
		1e21,
		1e-7,
		123456789012345680000,
		2 ** 31,
		2 ** 32,
		2 ** 53,
		2 ** 53 - 1,
		2 ** 63,
	],
	...[NaN, Infinity, -Infinity, 5e-324, Number.MAX_VALUE, Number.EPSILON, 2 ** -1022, 1e300, 4.35, 2 / 3],
];

/** @param {Chance} chance */
function float(chance) {
	if (chance.below(2) === 0) return chance.one(floats);
	const bits = Uint32Array.of(chance.below(2 ** 32), chance.below(2 ** 32));
	return new Float64Array(bits.buffer)[0];
}

/** A zero's sign, which syscall/js drops. Typed arrays keep it. @type {Type} */
export const float64 = {
	make: float,
	fits: (value) => typeof value === "number",
	back: (value) => value + 0,
};

/** @type {Type} */
export const float32 = { ...float64, back: (value) => Math.fround(value) + 0 };

/** A whole number in Go has no zero with a sign. @param {number} least @param {number} most @returns {Type} */
export const integer = (least, most) => ({
	make: (chance) => {
		const edge = chance.one([0, 1, -1, -0, least, most, least + 1, most - 1, 2 ** 31, 2 ** 32, 2 ** 40 + 1]);
		const value = chance.below(2) ? Math.floor(edge / (1 + chance.below(1000))) : edge;
		return value < least || value > most ? 0 : value;
	},
	fits: (value) => Number.isSafeInteger(value) && least <= value && value <= most,
	back: (value) => value + 0,
});
const { MAX_SAFE_INTEGER: safe } = Number;
export const int = integer(-safe, safe);
export const uint = integer(0, safe);

/** @param {bigint} least @param {bigint} most @returns {Type} */
const bigInteger = (least, most) => ({
	make: (chance) => {
		const value = chance.one([0n, 1n, -1n, least, most, 2n ** 53n, -(2n ** 53n), 2n ** 32n]);
		return value < least || value > most ? 0n : value;
	},
	fits: (value) =>
		(typeof value === "bigint" || Number.isSafeInteger(value)) && least <= value && value <= most,
	back: BigInt,
});
export const bigInt = bigInteger(-(2n ** 63n), 2n ** 63n - 1n);
export const bigUint = bigInteger(0n, 2n ** 64n - 1n);

/** @type {Type} */
export const date = {
	make: (chance) =>
		new Date(
			chance.one([0, 1, -1, 8.64e15, -8.64e15, 1e12, 2 ** 31 * 1000, -62135596800001]) /
				(1 + chance.below(9)),
		),
	fits: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
	back: same,
};

/** Milliseconds, of which Go has the nanoseconds. @type {Type} */
export const duration = {
	make: (chance) => chance.one([0, 1, -1, 1.5, 1e6, -86_400_000, 9_007_199_254]) + chance.below(1000) / 1000,
	fits: (value) => typeof value === "number" && Math.abs(value * 1e6) < 2 ** 63,
	back: (value) => Math.round(value * 1e6) / 1e6,
};

/** @type {Type} */
export const any = {
	make: (chance) =>
		chance.one([
			() => null,
			() => string.make(chance),
			() => float(chance),
			() => bool.make(chance),
			() => bigInt.make(chance),
			() => [string.make(chance)],
			() => new Date(5),
		])(),
	fits: () => true,
	back: (value) => (value === 0 ? 0 : (value ?? null)),
};

/** @param {Type} inner @returns {Type} */
export const pointer = (inner) => ({
	make: (chance) => (chance.below(2) ? inner.make(chance) : null),
	fits: (value) => value === null || value === undefined || inner.fits(value),
	back: (value) => (value === null || value === undefined ? null : inner.back(value)),
	inside: (value) => (value === null || value === undefined ? [] : (inner.inside?.(value) ?? [])),
});

/** @param {Type} inner @param {number} [most] @returns {Type} */
export const list = (inner, most = 5) => ({
	make: (chance) =>
		chance.some(chance.below(rarely(chance, 50) ? 20 * most : most), () => inner.make(chance)),
	fits: (value) => Array.isArray(value) && Array.from(value).every(inner.fits),
	back: (value) => value.map(inner.back),
	inside: (value) => value.map((/** @type {any} */ _, /** @type {number} */ i) => [i, inner]),
});

/** @param {Type[]} inner @returns {Type} */
export const tuple = (...inner) => ({
	make: (chance) => inner.map((one) => one.make(chance)),
	fits: (value) =>
		(Array.isArray(value) || (ArrayBuffer.isView(value) && "at" in value)) &&
		/** @type {any} */ (value).length === inner.length &&
		inner.every((one, i) => one.fits(/** @type {any} */ (value)[i])),
	back: (value) => inner.map((one, i) => one.back(value[i])),
	inside: () => inner.map((one, i) => [i, one]),
});

const names = [
	"a",
	"",
	"b c",
	"__proto__",
	"constructor",
	"then",
	"signal",
	"length",
	"0",
	"4294967295",
	"\u00e4",
	'"',
];

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An object's own property, whatever its name is. @param {object} object @param {string | number} name @param {any} value */
export const define = (object, name, value) =>
	Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });

/** @param {Type} inner @returns {Type} */
export const map = (inner) => ({
	make: (chance) => {
		const made = {};
		for (let i = chance.below(4); i--; ) {
			define(made, chance.below(2) ? string.make(chance) : chance.one(names), inner.make(chance));
		}
		return made;
	},
	fits: (value) =>
		isObject(value) && Object.entries(value).every(([name, one]) => isWellFormed(name) && inner.fits(one)),
	back: (value) => {
		const made = {};
		for (const [name, one] of Object.entries(value)) define(made, name, inner.back(one));
		return made;
	},
	inside: (value) => Object.keys(value).map((name) => [name, inner]),
});

/**
 * A struct. Fields whose names end in ? can be left out. Go leaves out those for whose values empties says so.
 *
 * @param {Record<string, Type>} fields
 * @param {Record<string, (value: any) => boolean>} [empties]
 * @returns {Type}
 */
export const struct = (fields, empties = {}) => {
	const all = Object.entries(fields).map(([name, type]) => ({
		name: name.replace(/\?$/, ""),
		optional: name.endsWith("?"),
		type: name.endsWith("?")
			? { ...type, fits: (/** @type {any} */ value) => value === undefined || type.fits(value) }
			: type,
	}));
	return {
		make: (chance) => {
			const made = {};
			for (const { name, optional, type } of all)
				if (!optional || chance.below(2)) define(made, name, type.make(chance));
			return made;
		},
		fits: (value) =>
			isObject(value) &&
			all.every(
				({ name, optional, type }) => (optional && value[name] === undefined) || type.fits(value[name]),
			),
		back: (value) => {
			const made = {};
			for (const { name, optional, type } of all)
				if (!(optional && value[name] === undefined) && !empties[name]?.(value[name]))
					define(made, name, type.back(value[name]));
			return made;
		},
		inside: (value) => all.filter(({ name }) => name in value).map(({ name, type }) => [name, type]),
	};
};

/** @param {any[]} values @returns {Type} */
export const union = (...values) => ({
	make: (chance) => chance.one(values),
	fits: (value) => values.includes(value),
	back: (value) => (value === 0 ? 0 : value),
});

/** A type that holds itself. @param {any} least the value where there is nothing inside @param {(inner: Type) => Type} of @returns {Type} */
export function recursive(least, of) {
	let depth = 0;
	/** @type {Type} */
	const self = {
		make: (chance) => {
			if (depth === 8) return structuredClone(least);
			depth++;
			const made = whole.make(chance);
			depth--;
			return made;
		},
		fits: (value) => whole.fits(value),
		back: (value) => whole.back(value),
		inside: (value) => whole.inside?.(value) ?? [],
	};
	const whole = of(self);
	return self;
}

/** Whether the buffer of a view has been transferred. @param {any} buffer */
export function isDetached(buffer) {
	try {
		new Uint8Array(buffer);
		return false;
	} catch {
		return true;
	}
}

const isTyped = (/** @type {any} */ value) => ArrayBuffer.isView(value) && !(value instanceof DataView);
const isShared = (/** @type {any} */ value) =>
	typeof SharedArrayBuffer === "function" && value instanceof SharedArrayBuffer;

/** @param {Chance} chance */
const someBytes = (chance) =>
	Uint8Array.from({ length: chance.below(rarely(chance, 50) ? 5000 : 20) }, () => chance.below(256));

/** @type {Type} */
export const bytes = {
	make: (chance) => {
		const made = someBytes(chance);
		const from = chance.below(made.length + 1);
		return chance.one([
			() => made,
			() => made.buffer,
			() => new DataView(made.buffer, from),
			() => made.subarray(from),
			() => new Uint16Array(made.buffer, 0, made.length >> 1),
			() => new Uint8ClampedArray(made),
		])();
	},
	fits: (value) =>
		ArrayBuffer.isView(value)
			? !isDetached(value.buffer)
			: (value instanceof ArrayBuffer && !isDetached(value)) || isShared(value),
	back: (value) =>
		ArrayBuffer.isView(value)
			? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
			: new Uint8Array(value),
};

/**
 * A slice of numbers: a typed array of its kind, an array or any typed array of numbers that are in it.
 *
 * @param {any} kind the class of what comes back
 * @param {Type} inner
 * @returns {Type}
 */
export const numbers = (kind, inner) => {
	const many = list(inner, 12);
	const isBig = kind === BigInt64Array;
	const isFloat = kind === Float64Array || kind === Float32Array;
	/** @param {any} one */
	const fits = (one) =>
		typeof one !== "bigint" || isBig
			? inner.fits(one)
			: !isFloat && Number.isSafeInteger(Number(one)) && inner.fits(Number(one));
	return {
		make: (chance) => {
			const made = many.make(chance);
			if (isBig || (kind !== Array && chance.below(2) === 0)) return kind.from(made);
			return isFloat ? made.map((/** @type {number} */ one) => one + 0) : made; // an array's zero can lose its sign
		},
		fits: (value) =>
			Array.isArray(value)
				? Array.from(value).every((one) => typeof one === "number" && inner.fits(one))
				: isTyped(value) && !isDetached(value.buffer) && Array.from(value).every(fits),
		back: (value) =>
			kind.from(
				isBig
					? Array.from(value, BigInt)
					: isFloat
						? value
						: Array.from(value, (one) => inner.back(Number(one))),
			),
	};
};
