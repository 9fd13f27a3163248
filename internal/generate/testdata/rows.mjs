// Values of each row go to Go and come back. The folder of the built program is the first argument.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const { default: godeferred } = await import(pathToFileURL(`${process.argv[2]}/godeferred.mjs`));
const { go } = godeferred;

/** All that a call resolves with. */
const all = (promise) =>
	new Promise((resolve, reject) => promise.then((...values) => resolve(values), reject));
const one = async (promise) => (await all(promise))[0];
const same = async (name, ...args) => assert.deepEqual(await all(go[name](...args)), args);

/** What a call rejects with. */
const failure = async (promise) => {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error("it did not reject");
};
const wrong = async (promise, message) => {
	const error = await failure(promise);
	assert.equal(error.message, message);
	assert.equal(error.constructor, TypeError);
};

const nested = (depth) => {
	let value = [];
	for (let i = 1; i < depth; i++) value = [value];
	return value;
};
const everything = {
	name: "n",
	"wei-rd": 1,
	"-": 2,
	small: 3,
	list: ["a", "b"],
	when: new Date(5),
	point: { X: 1, Y: 2 },
	inner: { Deep: true },
	shelf: { level: 2, rest: 1.5 },
	any: "any",
	map: { a: { Title: "t", color: "green" }, "b c": null, __proto: { Title: "" } },
	Title: "title",
	color: 'blue "sky"',
	note: "noted",
};
const bare = {
	name: "",
	"wei-rd": 0,
	"-": 0,
	inner: { Deep: false },
	point: null,
	shelf: { level: 0, rest: 0 },
	any: null,
	map: {},
	Title: "",
};

const tests = {
	async strings() {
		await same("strings", "", "x");
		await same("strings", 'a"\\\u0000\n\u2028😀\ufffd', "ä".repeat(1000));
		await same("strings", "\ufeff", "\ufeff\ufeffa"); // a decoder drops a byte order mark
		await wrong(go.strings(5, ""), "strings: s must be a string, not 5");
		await wrong(go.strings("", null), "strings: id must be a string, not null");
		await wrong(go.strings(""), "strings: id must be a string, not undefined");
		await wrong(go.strings("", 5n), "strings: id must be a string, not 5");
		await wrong(
			go.strings("a\ud800", ""),
			'strings: s must be a string of whole characters, without halves of surrogate pairs, not "a\\ud800"'.replace(
				"\\ud800",
				"\ufffd",
			),
		);
	},
	async bools() {
		await same("bools", true);
		await same("bools", false);
		await wrong(go.bools(0), "bools: b must be true or false, not 0");
	},
	async floats() {
		await same("floats", 0.1, 0.5, 1e300);
		await same("floats", NaN, -Infinity, 0);
		await same("floats", 5e-324, -1.5, 123456789012345680000);
		assert.deepEqual(await all(go.floats(0, 0.1, 0)), [0, Math.fround(0.1), 0]);
		await wrong(go.floats("1", 0, 0), 'floats: a must be a number, not "1"');
		await wrong(go.floats(1, 0, 5n), "floats: c must be a number, not the BigInt 5");
	},
	async integers() {
		const top = 2 ** 53 - 1;
		const most = [top, 127, 32767, 2 ** 31 - 1, top, top, 255, 65535, 2 ** 32 - 1, top];
		assert.deepEqual(await one(go.integers(...most)), most);
		const least = [-top, -128, -32768, -(2 ** 31), -top, 0, 0, 0, 0, 0];
		assert.deepEqual(await one(go.integers(...least)), least);
		const at = (i, value) =>
			go.integers(...(most.with?.(i, value) ?? most.map((v, k) => (k === i ? value : v))));
		await wrong(at(0, 1.5), "integers: a must be a whole number, not 1.5");
		await wrong(at(0, NaN), "integers: a must be a whole number, not NaN");
		await wrong(
			at(0, 2 ** 53),
			"integers: a must be a safe integer (2**53 - 1 at most), not 9007199254740992",
		);
		await wrong(at(1, 128), "integers: b must be a whole number from -128 to 127, not 128");
		await wrong(
			at(3, -(2 ** 31) - 1),
			"integers: d must be a whole number from -2147483648 to 2147483647, not -2147483649",
		);
		await wrong(at(4, 5n), "integers: e must be a whole number, not the BigInt 5");
		await wrong(at(5, -1), "integers: f must be zero or more, not -1");
		await wrong(at(6, 256), "integers: g must be a whole number from 0 to 255, not 256");
		await wrong(at(6, -1), "integers: g must be a whole number from 0 to 255, not -1");
		assert.equal(await one(go.unsafe("-9007199254740991")), -9007199254740991);
		await wrong(
			go.unsafe("9007199254740992"),
			"unsafe: result must be a safe integer (2**53 - 1 at most), not 9007199254740992",
		);
		await wrong(
			go.unsafe("-9223372036854775808"),
			"unsafe: result must be a safe integer (2**53 - 1 at most), not -9223372036854775808",
		);
		await wrong(
			go.unsigned("18446744073709551615"),
			"unsigned: result must be a safe integer (2**53 - 1 at most), not 18446744073709551615",
		);
	},
	async bigInts() {
		const big = {
			signed: -(2n ** 63n),
			unsigned: 2n ** 64n - 1n,
			list: BigInt64Array.of(1n, -1n),
			lists: [BigInt64Array.of(2n)],
			maybe: 5n,
		};
		await same("bigInts", big);
		assert.deepEqual(await one(go.bigInts({ ...big, signed: 5, list: [1], maybe: null })), {
			...big,
			signed: 5n,
			list: BigInt64Array.of(1n),
			maybe: null,
		});
		await wrong(
			go.bigInts({ ...big, signed: 2n ** 63n }),
			"bigInts: b.signed must be an integer of 64 bits, not the BigInt 9223372036854775808",
		);
		await wrong(
			go.bigInts({ ...big, lists: [big.list, [1, "2"]] }),
			'bigInts: b.lists[1][1] must be a number, not "2"',
		);
	},
	async bytes() {
		const bytes = Uint8Array.of(0, 128, 255);
		await same("bytes", bytes);
		assert.deepEqual(await one(go.bytes(bytes.buffer)), bytes);
		assert.deepEqual(await one(go.bytes(new DataView(bytes.buffer, 1))), bytes.slice(1));
		await wrong(go.bytes([1]), "bytes: b must be an ArrayBuffer, a typed array or a DataView, not an array");
	},
	async numbers() {
		const lists = [
			Int8Array.of(-128),
			Uint16Array.of(65535),
			Int32Array.of(-1),
			Uint32Array.of(1),
			Float32Array.of(0.5, NaN),
			Float64Array.of(0.1),
			[1, -2],
			[3],
			[],
		];
		await same("numbers", ...lists);
		assert.deepEqual(await all(go.numbers(...lists.map((list) => [...list]))), lists);
		assert.deepEqual(await all(go.numbers(...lists.map((list) => Float64Array.from(list)))), lists);
		await wrong(
			go.numbers([0, 128], ...lists.slice(1)),
			"numbers: a[1] must be a whole number that Go's int8 holds, not 128",
		);
		await wrong(
			go.numbers(...lists.slice(0, 6), BigInt64Array.of(2n ** 53n), [], []),
			"numbers: result 7[0] must be a safe integer (2**53 - 1 at most), not 9007199254740992",
		);
		await wrong(
			go.numbers("1", ...lists.slice(1)),
			'numbers: a must be a typed array or an array of numbers, not "1"',
		);
	},
	async lists() {
		await same("lists", [], [[]], ["x"]);
		await same("lists", ["a", "b"], [[true], [false, true]], []);
		await wrong(go.lists(["a", 5], [], []), "lists: a[1] must be a string, not 5");
		await wrong(go.lists([], [[true], [true, 1]], []), "lists: b[1][1] must be true or false, not 1");
		await wrong(go.lists([,], [], []), "lists: a[0] must be a string, not undefined");
		await wrong(go.lists({ length: 1 }, [], []), "lists: a must be an array, not an object");
		await wrong(go.lists(null, [], []), "lists: a must be an array, not null");
		const many = Array.from({ length: 100_000 }, (_, i) => `${i}`);
		await same("lists", many, [], []);
	},
	async maps() {
		await same("maps", { a: 1, "": 2, "b c": 3 }, { x: ["y"] });
		const odd = JSON.parse('{"__proto__": 1, "constructor": 2}');
		const [got] = await all(go.maps(odd, {}));
		assert.deepEqual(Object.entries(got).sort(), Object.entries(odd).sort());
		await wrong(go.maps({ a: 1, "b c": "x" }, {}), 'maps: m["b c"] must be a whole number, not "x"');
		await wrong(go.maps({}, { x: ["y", 1] }), "maps: n.x[1] must be a string, not 1");
		await wrong(go.maps({}, { "": [1] }), 'maps: n[""][0] must be a string, not 1');
		await wrong(go.maps([], {}), "maps: m must be an object, not an array");
	},
	async escapedKeys() {
		// https://issues.chromium.org/issues/521080746: this had V8 read the key "\n" as "\\" from then on.
		JSON.parse('{"h":1,"\\\\":2}');
		await same("maps", { h: 1, "\n": 2 }, { h: [], '"': ["x"], "a\\": [] });
		await same("measures", {}, [{ "\n": new Date(1) }]);
		await wrong(go.maps({}, { "\n": [1] }), 'maps: n["\\n"][0] must be a string, not 1');
		await wrong(go.badValue(), 'badValue: result["\\n"].a must be valid UTF-8: let it be []byte');
		const { message } = await failure(go.endlessMap());
		assert.match(message, /^endlessMap: result(\["\\n"\]){100} is more than 100 deep, or holds itself$/);
	},
	async arrays() {
		await same("arrays", ["a", "b"], [1, 2, 3.5]);
		assert.deepEqual((await all(go.arrays(["a", "b"], Float32Array.of(1, 2, 3))))[1], [1, 2, 3]);
		await wrong(go.arrays(["a"], [1, 2, 3]), "arrays: pair must be an array of 2, not an array");
		await wrong(go.arrays(["a", "b", "c"], [1, 2, 3]), "arrays: pair must be an array of 2, not an array");
		await wrong(go.arrays(["a", 1], [1, 2, 3]), "arrays: pair[1] must be a string, not 1");
		await wrong(
			go.arrays({ length: 2, 0: "a", 1: "b" }, [1, 2, 3]),
			"arrays: pair must be an array of 2, not an object",
		);
		await wrong(go.arrays("ab", [1, 2, 3]), 'arrays: pair must be an array of 2, not "ab"');
	},
	async unions() {
		await same("unions", "red", 0);
		await same("unions", 'blue "sky"', 2);
		await wrong(go.unions("Red", 0), 'unions: c must be "red", "green" or "blue \\"sky\\"", not "Red"');
		await wrong(go.unions("red", 3), "unions: l must be 0, 1 or 2, not 3");
		await wrong(go.unions("red", "Full"), 'unions: l must be a whole number, not "Full"');
	},
	async structs() {
		const list = everything.map;
		assert.deepEqual(await one(go.structs({ ...everything, map: list })), everything);
		assert.deepEqual(await one(go.structs(bare)), bare);
		assert.deepEqual(
			await one(go.structs({ ...bare, Skipped: 5, hidden: 5, other: 5, point: undefined })),
			bare,
		);
		const { Title, ...rest } = bare;
		class Getters {
			title = "by a getter";
			get Title() {
				return this.title;
			}
		}
		assert.equal((await one(go.structs(Object.assign(new Getters(), rest)))).Title, "by a getter");
		// All fields come at once, and strings one after the other.
		const odd = { ...bare, name: "a\0b", note: '"', any: "\0", Title: "\ufeff=1" };
		assert.deepEqual(await one(go.structs(odd)), odd);
		// Some are written into Go's memory; the others have no room there.
		for (const length of [63, 64, 65, 1_024, 5_000, 16_000, 16_383, 16_384, 100_000]) {
			for (const letter of ["x", "ä", "€", "😀"]) {
				const long = { ...bare, name: letter.repeat(length), note: `${letter}!`, any: letter.repeat(length) };
				assert.deepEqual(await one(go.structs(long)), long, `${length} of ${letter}`);
			}
		}
		// A getter can call Go, which takes its fields by the same memory.
		let within;
		const calling = {
			...bare,
			get note() {
				within = go.structs({ ...bare, name: "inner", note: "another" });
				return "outer";
			},
		};
		assert.deepEqual(await one(go.structs(calling)), { ...bare, note: "outer" });
		assert.deepEqual(await one(within), { ...bare, name: "inner", note: "another" });
		assert.equal((await one(go.structs({ ...bare, any: -1e-7 }))).any, -1e-7);
		assert(Number.isNaN((await one(go.structs({ ...bare, any: NaN }))).any));
		assert.equal((await one(go.structs({ ...bare, any: "o" }))).any, "o");
		const half = failure(go.structs({ ...bare, list: ["x"], name: "a\ud800" }));
		assert.match((await half).message, /^structs: e\.name must be a string of whole characters/);
		const mine = new Error("mine");
		const throwing = {
			...bare,
			get note() {
				throw mine;
			},
		};
		assert.equal(await failure(go.structs(throwing)), mine);
		await wrong(go.structs({ ...bare, name: 1 }), "structs: e.name must be a string, not 1");
		await wrong(
			go.structs({ ...bare, "wei-rd": "1" }),
			'structs: e["wei-rd"] must be a whole number, not "1"',
		);
		await wrong(
			go.structs({ ...bare, point: { X: 1 } }),
			"structs: e.point.Y must be a whole number, not undefined",
		);
		await wrong(
			go.structs({ ...bare, map: { k: { Title: 5 } } }),
			"structs: e.map.k.Title must be a string, not 5",
		);
		await wrong(go.structs({ ...bare, list: ["a", "b", 5] }), "structs: e.list[2] must be a string, not 5");
		await wrong(go.structs({ ...bare, list: null }), "structs: e.list must be an array, not null");
		await wrong(go.structs({ ...bare, note: 5 }), "structs: e.note must be a string, not 5");
		await wrong(go.structs([]), "structs: e must be an object, not an array");
		await wrong(go.structs(), "structs: e must be an object, not undefined");
		const thrown = new RangeError("mine");
		assert.equal(
			await failure(
				go.structs({
					...bare,
					get name() {
						throw thrown;
					},
				}),
			),
			thrown,
		);
	},
	async recursive() {
		const tree = {
			value: 1,
			children: [{ value: 2, children: [] }, null, { value: 3, children: [{ value: 4, children: [] }] }],
		};
		await same("recursive", tree);
		await same("recursive", null);
		const ring = { value: 1, children: [] };
		ring.children.push(ring);
		const { message, constructor } = await failure(go.recursive(ring));
		assert.match(message, /^recursive: t(\.children\[0\]){50} is more than 100 deep, or holds itself$/);
		assert.equal(constructor, TypeError);
		assert.match(
			(await failure(go.endless())).message,
			/^endless: result(\.children\[0\]){50} is more than 100 deep, or holds itself$/,
		);
		await same("nested", nested(99));
		await same("nested", nested(100));
		assert.match((await failure(go.nested(nested(101)))).message, /is more than 100 deep/);
		const self = [];
		self.push(self, self);
		assert.match((await failure(go.nested(self))).message, /is more than 100 deep/);
	},
	async generics() {
		await same(
			"generics",
			{ first: "a", second: 1 },
			{ first: { first: true, second: "id" }, second: Float64Array.of(1, 2) },
		);
		await wrong(
			go.generics({ first: "a", second: 1 }, { first: { first: 1 } }),
			"generics: b.first.first must be true or false, not 1",
		);
	},
	async times() {
		await same("times", new Date(1234), 1.5);
		await wrong(go.times("2020", 1), 'times: t must be a Date, not "2020"');
		await wrong(go.times(new Date(NaN), 1), "times: t must be a valid Date, not an Invalid Date");
		await wrong(
			go.times(new Date(), Infinity),
			"times: d must be a number of milliseconds that a time.Duration holds, not Infinity",
		);
	},
	async errors() {
		const failed = await failure(go.fail(5));
		assert.deepEqual([failed.name, failed.message, failed.code], ["Failure", "failed", 5]);
		assert.equal((await failure(go.failOnly(true))).code, 7);
		assert.deepEqual(await all(go.failOnly(false)), [undefined]);
		const mine = new RangeError("mine");
		const [{ err }, text] = await all(go.errors({ err: mine }));
		assert.equal(err, mine);
		assert.equal(text, "RangeError: mine");
		assert.deepEqual(await all(go.errors({ err: null })), [{ err: null }, ""]);
		assert.deepEqual(await all(go.errors({})), [{ err: null }, ""]);
	},
	async anything() {
		const object = { a: 1 };
		const values = await all(go.anything(object, object));
		assert.ok(values.every((value) => value === object));
		for (const value of ["s", 1.5, true, null, Symbol.iterator, 5n]) await same("anything", value, value);
		assert.deepEqual(await all(go.anything(undefined, undefined)), [null, undefined]);
		assert.deepEqual(await all(go.nothing(1, 2, 3)), [undefined]);
	},
	async promises() {
		assert.equal(await one(go.promises(Promise.resolve(3), false)), 1.5);
		assert.equal(await one(go.promises(godeferred.Deferred().resolve(4, 5), false)), 2);
		assert.equal(await one(go.promises(5, false)), 2.5);
		assert.equal((await failure(go.promises(Promise.resolve(3), true))).code, 3);
		const mine = new Error("mine");
		assert.equal(await failure(go.promises(Promise.reject(mine), false)), mine);
		await wrong(go.promises(Promise.resolve("x"), false), 'promises: p must be a whole number, not "x"');
		const { promise } = await one(go.promiseInside({ promise: Promise.resolve(["a"]) }));
		assert.deepEqual(await promise, ["a"]);
		assert.equal(typeof promise.abort, "function");
		const { promise: bad } = await one(go.promiseInside({ promise: Promise.resolve([1]) }));
		await wrong(bad, "promiseInside: promise[0] must be a string, not 1");
	},
	async sequencesIn() {
		async function* numbers(until) {
			for (let i = 1; i <= until; i++) yield i;
		}
		assert.equal(await one(go.sum(numbers(4))), 10);
		assert.equal(await one(go.sum([1, 2, Promise.resolve(3)])), 6);
		assert.equal(await one(go.sum(new Set([5]))), 5);
		assert.equal(
			await one(
				go.sum(
					new ReadableStream({
						start(c) {
							c.enqueue(7);
							c.close();
						},
					}),
				),
			),
			7,
		);
		await wrong(go.sum([1, "2"]), 'sum: numbers[1] must be a whole number, not "2"');
		await wrong(
			go.sum({}),
			"sum: numbers must be an iterable, an async iterable or a ReadableStream, not an object",
		);
		const mine = new Error("mine");
		assert.equal(
			await failure(
				go.sum(
					(async function* () {
						yield 1;
						throw mine;
					})(),
				),
			),
			mine,
		);
		const controller = new AbortController();
		const waits = go.sum(
			(async function* () {
				yield 1;
				controller.abort(mine);
				await new Promise(() => {});
			})(),
			{ signal: controller.signal },
		);
		assert.equal(await failure(waits), mine);
	},
	async sequencesOut() {
		const got = [];
		for await (const pair of await one(go.count(3))) got.push(pair);
		assert.deepEqual(got, [
			{ first: 0, second: "0" },
			{ first: 1, second: "1" },
			{ first: 2, second: "2" },
		]);
		assert.equal(await one(go.ended()), "context canceled");
		for await (const { first } of await one(go.count(100))) if (first === 1) break;
		assert.equal(await one(go.ended()), "context canceled", "return() ends the context");
		let seen = 0;
		const failed = await failure(
			(async () => {
				for await (const _ of await one(go.count(9))) seen++;
			})(),
		);
		assert.deepEqual([seen, failed.code], [5, 5]);
		assert.equal(await one(go.ended()), "context canceled");
		const controller = new AbortController();
		const mine = new Error("mine");
		const aborted = await failure(
			(async () => {
				for await (const { first } of await one(go.count(9, { signal: controller.signal })))
					if (first === 2) controller.abort(mine);
			})(),
		);
		assert.equal(aborted, mine, "the signal ends it after the call");
		assert.equal(await one(go.ended()), "Error: mine");
	},
	async channels() {
		const got = [];
		for await (const text of await one(go.channels([1, 2]))) got.push(text);
		assert.deepEqual(got, ["1", "2"]);
		for await (const _ of await one(go.channels([1, 2, 3]))) break;
		assert.equal(await one(go.ended()), "channel", "return() ends the context");
		await wrong(go.channels([1, "2"]), 'channels: in[1] must be a whole number, not "2"');
		const mine = new Error("mine");
		assert.equal(
			await failure(
				go.channels(
					(async function* () {
						yield 1;
						throw mine;
					})(),
				),
			),
			mine,
		);
	},
	async readers() {
		const stream = (...chunks) =>
			new ReadableStream({
				start(c) {
					for (const chunk of chunks) c.enqueue(chunk);
					c.close();
				},
			});
		const bytes = new TextEncoder().encode("abc");
		const upper = await one(go.readers(stream(bytes, bytes)));
		assert.ok(upper instanceof ReadableStream);
		assert.equal(await new Response(upper).text(), "ABCABC");
		await wrong(go.readers(bytes), "readers: r must be a ReadableStream, not an object");
		const mine = new Error("mine");
		assert.equal(
			await failure(
				go.readers(
					new ReadableStream({
						pull() {
							throw mine;
						},
					}),
				),
			),
			mine,
		);
	},
	async callbacks() {
		const told = [];
		const checked = [];
		const call = (over = {}) => {
			const { double, check, tell, stop } = {
				double: (n) => n * 2,
				check: async (pair) => {
					checked.push(pair);
					return true;
				},
				tell: (...words) => told.push(words),
				stop: () => {},
				...over,
			};
			return go.callbacks("w", double, check, tell, stop);
		};
		assert.equal(await one(call()), "42");
		assert.deepEqual([told, checked], [[["w", "true"]], [{ first: "w", second: 42 }]]);
		assert.equal(await one(call({ double: async (n) => n })), "21");
		const mine = new Error("mine");
		for (const name of ["double", "check", "tell", "stop"]) {
			assert.equal(
				await failure(
					call({
						[name]: () => {
							throw mine;
						},
					}),
				),
				mine,
				name,
			);
			assert.equal(
				await failure(
					call({
						[name]: async () => {
							throw mine;
						},
					}),
				),
				mine,
				name,
			);
		}
		await wrong(
			call({ double: () => "42" }),
			'callbacks: the result of double must be a whole number, not "42"',
		);
		await wrong(
			call({ check: async () => 1 }),
			"callbacks: the result of check must be true or false, not 1",
		);
		await wrong(call({ stop: null }), "callbacks: stop must be a function, not null");
	},
	async variadic() {
		assert.equal(await one(go.total("x")), 0);
		assert.equal(await one(go.total("x", 1, 2, 3)), 6);
		const seen = [];
		assert.equal(await one(go.total("x", 1, 2, { onProgress: (n) => seen.push(n) })), 3);
		assert.deepEqual(seen, [1, 2]);
		await wrong(go.total("x", 1, "2"), 'total: numbers[1] must be a whole number, not "2"');
		await wrong(go.total("x", {}), "total: numbers[0] must be a whole number, not an object");
		await wrong(go.total("x", 1, { onProgress: 5 }), "total: options.onProgress must be a function, not 5");
	},
	async optional() {
		assert.deepEqual(await all(go.optional()), [true, true]);
		assert.deepEqual(await all(go.optional(0)), [false, true]);
		assert.deepEqual(await all(go.optional(null, "")), [true, false]);
		await wrong(go.optional("1"), 'optional: a must be a whole number, not "1"');
	},
	async contexts() {
		const mine = new Error("mine");
		const waits = go.wait();
		const heard = new Promise((resolve) => waits.progress(resolve));
		assert.equal(await heard, "waiting");
		waits.abort(mine);
		assert.equal(await failure(waits), mine);
		const controller = new AbortController();
		const other = go.wait({ signal: controller.signal, onProgress: () => controller.abort(mine) });
		assert.equal(await failure(other), mine);
	},
	async holes() {
		const [a, b, c, d] = [1, 2, 3, 4].map((ms) => new Date(ms));
		await same("measures", { a: NaN, b: -Infinity, c: 1e21, d: 5e-324 }, [
			{ a, b },
			{},
			{ c },
			{ __proto: d, "x y": a, "\ufeff": b },
		]);
		const own = JSON.parse('{"__proto__": 1}');
		own.__proto__ = a;
		Object.defineProperty(own, "__proto__", { value: a });
		const [, [got]] = await all(go.measures({}, [own]));
		assert.deepEqual(Object.entries(got), [["__proto__", a]]);
	},
	async texts() {
		await wrong(go.badText(), "badText: result must be valid UTF-8: let it be []byte");
		await wrong(go.badKey(), 'badKey: result["a b"].\ufffd: the key must be valid UTF-8');
	},
	async endsBeforeTheResult() {
		const mine = new Error("mine");
		const call = go.late();
		await go.nothing(); // it has begun
		call.abort(mine);
		assert.equal(await one(go.ended()), "Error: mine");
	},
	async panics() {
		assert.match((await failure(go.panics("at once"))).message, /at once/);
		const later = await one(go.panics("later"));
		assert.match((await failure(later.next())).message, /later/);
	},
	async names() {
		assert.equal(await one(go.httpGet("", 5)), "5");
		await wrong(go.httpGet(5, 5), "httpGet: argument 1 must be a string, not 5");
		await same("odd", 1, "in", true, 0.5, "err", 3, 4, null, "id");
	},
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
	try {
		await test();
	} catch (error) {
		failed++;
		console.log(`${name}: ${error.stack}`);
	}
}
if (failed === 0) console.log(`${Object.keys(tests).length} rows`);
process.exit();
