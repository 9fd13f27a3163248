// What the functions of internal/generate/testdata/rows take and answer: a parameter's name and type for each argument.

import * as t from "./types.js";

const color = t.union("red", "green", 'blue "sky"');
const level = t.union(0, 1, 2);
const base = t.struct({ Title: t.string, "color?": color });
const { int, string, list } = t;

const big = t.struct({
	signed: t.bigInt,
	unsigned: t.bigUint,
	list: t.numbers(BigInt64Array, t.bigInt),
	lists: list(t.numbers(BigInt64Array, t.bigInt)),
	maybe: t.pointer(t.bigInt),
});

const everything = t.struct(
	{
		name: string,
		"wei-rd": int,
		"-": int,
		"small?": int,
		"list?": list(string),
		"when?": t.date,
		point: t.pointer(t.struct({ X: int, Y: int })),
		inner: t.struct({ Deep: t.bool }),
		shelf: t.struct({ level, rest: t.duration }),
		any: t.any,
		map: t.map(t.pointer(base)),
		Title: string,
		"color?": color,
		"note?": string,
	},
	{
		small: (value) => value === 0,
		list: (value) => value.length === 0,
		when: (value) => value.getTime() === -62135596800000, // Go's zero time
	},
);

const tree = t.recursive(null, (inner) => t.pointer(t.struct({ value: int, children: list(inner, 3) })));
const nest = t.recursive([], (inner) => list(inner, 3));

/** @type {[name: string, params: [string, t.Type][]][]} */
export const rows = [
	[
		"strings",
		[
			["s", string],
			["id", string],
		],
	],
	["bools", [["b", t.bool]]],
	[
		"floats",
		[
			["a", t.float64],
			["b", t.float32],
			["c", t.float64],
		],
	],
	["bigInts", [["b", big]]],
	["bytes", [["b", t.bytes]]],
	[
		"numbers",
		[
			["a", t.numbers(Int8Array, t.integer(-128, 127))],
			["b", t.numbers(Uint16Array, t.integer(0, 65535))],
			["c", t.numbers(Int32Array, t.integer(-(2 ** 31), 2 ** 31 - 1))],
			["d", t.numbers(Uint32Array, t.integer(0, 2 ** 32 - 1))],
			["e", t.numbers(Float32Array, t.float32)],
			["f", t.numbers(Float64Array, t.float64)],
			["g", t.numbers(Array, int)],
			["h", t.numbers(Array, int)],
			["i", t.numbers(Array, t.uint)],
		],
	],
	[
		"lists",
		[
			["a", list(string)],
			["b", list(list(t.bool))],
			["c", list(string)],
		],
	],
	[
		"maps",
		[
			["m", t.map(int)],
			["n", t.map(list(string))],
		],
	],
	[
		"arrays",
		[
			["pair", t.tuple(string, string)],
			["point", t.tuple(t.float64, t.float64, t.float64)],
		],
	],
	[
		"unions",
		[
			["c", color],
			["l", level],
		],
	],
	["structs", [["e", everything]]],
	["recursive", [["t", tree]]],
	["nested", [["n", nest]]],
	[
		"generics",
		[
			["a", t.struct({ first: string, second: int })],
			[
				"b",
				t.struct({
					first: t.struct({ first: t.bool, second: string }),
					second: t.numbers(Float64Array, t.float64),
				}),
			],
		],
	],
	[
		"times",
		[
			["t", t.date],
			["d", t.duration],
		],
	],
	[
		"anything",
		[
			["a", t.any],
			["v", t.any],
		],
	],
	[
		"measures",
		[
			["m", t.map(t.float64)],
			["n", list(t.map(t.date))],
		],
	],
	[
		"odd",
		[
			...[
				["c", int],
				["in", string],
				["o", t.bool],
				["border", t.float64],
				["err", string],
			],
			...[
				["r", int],
				["ctx", int],
				["v", t.any],
				["r0", string],
			],
		],
	],
	// It answers all its arguments in one array.
	[
		"integers",
		[
			["a", int],
			["b", t.integer(-128, 127)],
			["c", t.integer(-32768, 32767)],
			["d", t.integer(-(2 ** 31), 2 ** 31 - 1)],
			["e", int],
			["f", t.uint],
			["g", t.integer(0, 255)],
			["h", t.integer(0, 65535)],
			["i", t.integer(0, 2 ** 32 - 1)],
			["j", t.uint],
		],
	],
];
