import { bare } from "../lib/own.js";
import { output } from "./output.js";
import { moreImports } from "./imports.js";
import { checkStack } from "./stack.js";
import { system } from "./system.js";

// The environment of a Go program compiled for js/wasm: the functions it imports, and JavaScript's values by
// number. It does the same as the toolchain's wasm_exec.js. The build compares the imports, and a test of
// tools/dist fails when wasm_exec.js has changed.
//
// Nothing is put on the page's global object, and the names that Go looks up there at its start (fs, process,
// path) are not read from it. A page may use these names for anything, and code that finds a `process` may
// think it is in Node. What they stand for is in system.js.
//
// Platform functions are read when the script runs, so the page cannot break them later. Timers and the
// console are the exception: the page may replace them on purpose, by a fake clock or a recorder.

const scope = /** @type {any} */ (globalThis);
const { apply, construct, get, set } = Reflect;
const { performance: clock, crypto, DataView: View, Date: Clock, Map: Table, Uint8Array: Bytes } = scope;
const encoder = new scope.TextEncoder();
const decoder = new scope.TextDecoder();

/** ms since the page began. Never 0 or NaN, which a page's fake clock may return: Go would exit at once. */
function ticks() {
	try {
		return Math.max(clock.now() || 1, 1);
	} catch {
		return 1;
	}
}

/** The upper 4 bytes of NaN. Values that are not numbers are stored as NaN with their type added. */
const NAN = 0x7ff80000;

/** @type {Record<string, number>} */
const types = bare({ object: 1, string: 2, symbol: 3, function: 4 });

/** Address of the program's arguments. The only one is its name, as in wasm_exec.js. */
const ARGUMENTS = 4096;

/**
 * The imports of one instance, and `run`, which starts it and returns once the program's main function
 * waits. The program finds `bridge` as the global `__godeferred`.
 *
 * @param {(code: number, cause?: unknown) => void} [onEnd] for a program, not the default runtime: called once, when it
 *   has ended; -1 is a crash, with the engine's error
 */
export function newGo(onEnd) {
	/** @type {Record<string, any>} */
	let exports;
	/** @type {DataView} */
	let mem;
	let isOver = false;
	let timeouts = 0;
	const timers = new Table();

	const write = output();
	/** @type {Record<string, any>} */
	const globals = system(write);

	/** Go's value number 6. Calls of Go's functions go through it. */
	const go = {
		/** @type {any} */
		_pendingEvent: null,
		/** @param {number} id */
		_makeFuncWrapper: (id) =>
			/** @this {any} */
			function () {
				if (onEnd) checkStack(); // callGo has, for the default runtime
				if (isOver) return undefined; // a listener, say: the page has been told of the end
				/** @type {any} */
				const event = { id, this: this, args: arguments };
				go._pendingEvent = event;
				resume();
				return event.result;
			},
	};

	function resume() {
		try {
			exports.resume();
		} catch (error) {
			over(-1, error); // a trap, or a full stack: Go's stack is left half-way
			throw error;
		}
	}

	/** The program has ended, and nothing of it can be called. @param {number} code @param {unknown} [cause] */
	function over(code, cause) {
		if (isOver) return;
		isOver = true;
		for (const timer of timers.values()) clearTimeout(timer);
		timers.clear();
		if (code !== 0) console.warn("exit code:", code);
		onEnd?.(code, cause);
	}

	// Go's values, starting with the fixed ones; the reference counts; the numbers; and the free numbers.
	/** @type {any[]} */
	const values = [NaN, 0, null, true, false, scope, go];
	const FIXED = values.length;
	/** @type {number[]} */
	const counts = values.map(() => Infinity);
	const ids = new Table(values.map((value, id) => [value, id]));
	/** @type {number[]} */
	const free = [];

	/** @param {number} at */
	const getInt32 = (at) => mem.getInt32(at, true);

	/** @param {number} at @param {number} n */
	const setInt32 = (at, n) => mem.setInt32(at, n, true);

	/** @param {number} at */
	const getInt64 = (at) => mem.getUint32(at, true) + getInt32(at + 4) * 2 ** 32;

	/** @param {number} at @param {number} n */
	function setInt64(at, n) {
		setInt32(at, n);
		setInt32(at + 4, Math.floor(n / 2 ** 32));
	}

	/** @param {number} at */
	function load(at) {
		const n = mem.getFloat64(at, true);
		if (n === 0) return undefined;
		return Number.isNaN(n) ? values[getInt32(at)] : n;
	}

	/** @param {number} at @param {any} value */
	function store(at, value) {
		if (value === undefined || (typeof value === "number" && value)) {
			mem.setFloat64(at, value ?? 0, true);
			return;
		}
		let id = ids.get(value);
		if (id === undefined) {
			id = free.pop() ?? values.length;
			values[id] = value;
			counts[id] = 0;
			ids.set(value, id);
		}
		counts[id]++;
		setInt32(at + 4, NAN | (value === null ? 0 : (types[typeof value] ?? 0)));
		setInt32(at, id);
	}

	/** @param {number} at */
	const bytes = (at) => new Bytes(mem.buffer, getInt64(at), getInt64(at + 8));

	/** @param {number} at @param {number} length */
	const decode = (at, length) => decoder.decode(new Bytes(mem.buffer, at, length));

	/** @param {number} at */
	const text = (at) => decode(getInt64(at), getInt64(at + 8));

	/** @param {number} at */
	function list(at) {
		const all = new Array(getInt64(at + 8));
		const start = getInt64(at);
		for (let i = 0; i < all.length; i++) all[i] = load(start + i * 8); // no Array.from: Prototype.js has its own
		return all;
	}

	/** @param {any} holder @param {string} name */
	const property = (holder, name) => get(holder === scope && name in globals ? globals : holder, name);

	/**
	 * Gives Go the return value or the exception of act. If act called Go, its stack may have moved since.
	 *
	 * @param {number} offset
	 * @param {() => any} act
	 */
	function answer(offset, act) {
		let result;
		let ok = 1;
		try {
			result = act();
		} catch (error) {
			result = error;
			ok = 0;
		}
		const sp = exports.getsp() >>> 0;
		store(sp + offset, result);
		mem.setUint8(sp + offset + 8, ok);
	}

	/** Imports by name. Each gets Go's stack pointer; arguments and results begin 8 bytes above it. */
	const gojs = {
		"runtime.wasmExit": (/** @type {number} */ sp) => over(getInt32(sp + 8)),
		"runtime.wasmWrite"(/** @type {number} */ sp) {
			write(getInt64(sp + 8), new Bytes(mem.buffer, getInt64(sp + 16), getInt32(sp + 24)));
		},
		"runtime.resetMemoryDataView"() {
			mem = new View(exports.mem.buffer);
		},
		"runtime.nanotime1": (/** @type {number} */ sp) => setInt64(sp + 8, ticks() * 1e6),
		"runtime.walltime"(/** @type {number} */ sp) {
			const ms = +new Clock() || 0;
			setInt64(sp + 8, ms / 1000);
			setInt32(sp + 16, (ms % 1000) * 1e6);
		},
		"runtime.scheduleTimeoutEvent"(/** @type {number} */ sp) {
			const id = ++timeouts;
			const due = () => {
				do resume();
				while (timers.has(id)); // Go did not register the timeout.
			};
			timers.set(id, setTimeout(due, getInt64(sp + 8)));
			setInt32(sp + 16, id);
		},
		"runtime.clearTimeoutEvent"(/** @type {number} */ sp) {
			const id = getInt32(sp + 8);
			clearTimeout(timers.get(id));
			timers.delete(id);
		},
		"runtime.getRandomData": (/** @type {number} */ sp) => crypto.getRandomValues(bytes(sp + 8)),
		"syscall/js.finalizeRef"(/** @type {number} */ sp) {
			const id = getInt32(sp + 8);
			if (--counts[id] > 0) return;
			ids.delete(values[id]);
			values[id] = null;
			free.push(id);
		},
		"syscall/js.stringVal": (/** @type {number} */ sp) => store(sp + 24, text(sp + 8)),
		"syscall/js.valueGet"(/** @type {number} */ sp) {
			const value = property(load(sp + 8), text(sp + 16));
			store((exports.getsp() >>> 0) + 32, value);
		},
		"syscall/js.valueSet": (/** @type {number} */ sp) => set(load(sp + 8), text(sp + 16), load(sp + 32)),
		"syscall/js.valueIndex": (/** @type {number} */ sp) =>
			store(sp + 24, get(load(sp + 8), getInt64(sp + 16))),
		"syscall/js.valueSetIndex": (/** @type {number} */ sp) =>
			set(load(sp + 8), getInt64(sp + 16), load(sp + 24)),
		"syscall/js.valueLength": (/** @type {number} */ sp) => setInt64(sp + 16, load(sp + 8).length),
		"syscall/js.valueCall": (/** @type {number} */ sp) =>
			answer(56, () => {
				const holder = load(sp + 8);
				return apply(property(holder, text(sp + 16)), holder, list(sp + 32));
			}),
		"syscall/js.valueNew": (/** @type {number} */ sp) =>
			answer(40, () => construct(load(sp + 8), list(sp + 16))),
		"syscall/js.valuePrepareString"(/** @type {number} */ sp) {
			const string = encoder.encode(load(sp + 8));
			store(sp + 16, string);
			setInt64(sp + 24, string.length);
		},
		"syscall/js.valueLoadString": (/** @type {number} */ sp) => bytes(sp + 16).set(load(sp + 8)),
	};

	return {
		/** How many objects of the page's Go has. */
		live: () => values.length - free.length - FIXED,
		imports: {
			gojs: { ...gojs, ...moreImports({ load, text, list, bytes, answer, setInt64, mem: () => mem }) },
		},
		/** @param {WebAssembly.Instance} instance @param {any} bridge */
		run(instance, bridge) {
			({ exports } = instance);
			globals.__godeferred = bridge;
			bridge.memory = () => mem;
			bridge.text = decode;
			mem = new View(exports.mem.buffer);
			encoder.encodeInto("js", new Bytes(mem.buffer, ARGUMENTS));
			setInt32(ARGUMENTS + 8, ARGUMENTS); // Zeros follow: no more arguments, and no environment.
			try {
				exports.run(1, ARGUMENTS + 8);
			} catch (error) {
				over(-1, error);
			}
		},
	};
}
