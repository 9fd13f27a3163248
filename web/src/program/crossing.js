import { bare, define } from "../lib/own.js";
import { isPlain } from "../lib/plain.js";

// Values that cross between a page and the worker of its Go program. The structured clone carries most of them.
// It refuses functions, promises and signals, and it loses the classes and fields of errors. In their places the
// message has marks: empty objects, and a list that says what each one stands for. A clone keeps identity within
// a message, so no data of the page's can be taken for a mark.
//
// What a mark stands for has a number on the side it is from. There it is kept until the other side's collector has
// found its stand-in unused. A stand-in that goes back becomes the very value it stands for.

const HOME = 0;
const FUNCTION = 1;
const ERROR = 2;
const SIGNAL = 3;
const PROMISE = 4;
const ITERABLE = 5;
const STREAM = 6;
/** A promise with what settles it. */
const DEFERRED = 7;
/** A Go object: an instance of a class that the program exports. */
const OBJECT = 8;

const SETTLERS = ["resolve", "reject", "notify"];

/** What an error has that is not enumerable. */
const HIDDEN = ["stack", "cause", "errors"];

/** The classes of errors that the other side has, too. */
const CLASSES = /^(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)Error$/;

const scope = /** @type {any} */ (globalThis);
const { keys, hasOwn } = Object;

/** @param {any} value */
const tag = (value) => Object.prototype.toString.call(value);

/** @param {any} value whose marks are made */
export function isCloneable(value) {
	try {
		structuredClone(value);
		return true;
	} catch {
		return false;
	}
}

/**
 * @typedef {[mark: object, kind: number, number: number, ...data: any[]]} Mark
 *
 * @typedef {object} Packed
 * @property {any[]} values with marks
 * @property {Mark[]} marks
 * @property {Set<ArrayBuffer>} buffers those of the values
 * @property {(() => void)[]} after to be called once the message is on its way
 *
 * @typedef {object} Other what the other side's values are made of
 * @property {(number: number) => Function} make a function
 * @property {(number: number) => any} open a promise
 * @property {(className: string, number: number) => any} object an instance of a class
 * @property {import("./calls.js").Program} program stands for the other side
 * @property {(number: number, promise: any) => void} follow tells the other side how a promise goes on
 * @property {(number: number, reason: any) => void} signal tells it that a signal has aborted
 * @property {(number: number, count: number) => void} free tells it that a stand-in is gone, which came count times
 *
 * @typedef {{number: number, count: number, ref: WeakRef<any>}} StandIn
 */

/**
 * The values of one side of one border.
 *
 * @param {Other} other
 * @param {import("./kit.js").Kit} kit
 */
export function crossing(other, { GodeferredError, standsFor }) {
	/** What the other side may send back, by number, and how often it was sent. @type {Map<number, {value: any, count: number}>} */
	const kept = new Map();
	/** @type {WeakMap<object, number>} */
	const numbers = new WeakMap();
	let last = 0;
	/** What stands here for what the other side keeps. @type {Map<number, StandIn>} */
	const standIns = new Map();
	/** @type {WeakMap<object, number>} */
	const homes = new WeakMap();
	/** @type {WeakMap<AbortSignal, AbortController>} */
	const controllers = new WeakMap();
	const registry = new FinalizationRegistry((/** @type {StandIn} */ one) => {
		const { number, count } = one;
		if (standIns.get(number) === one) standIns.delete(number);
		other.free(number, count);
	});

	/** @param {any} value @returns {number} */
	function keep(value) {
		let number = numbers.get(value);
		if (!number) numbers.set(value, (number = ++last));
		const one = kept.get(number);
		if (one) one.count++;
		else kept.set(number, { value, count: 1 });
		return number;
	}

	/** @param {number} number @param {number} count */
	function free(number, count) {
		const one = kept.get(number);
		if (one && (one.count -= count) <= 0) kept.delete(number);
	}

	/**
	 * The values of a message. Throws what a getter throws.
	 *
	 * @param {any[]} values
	 * @param {boolean | void} blind objects are not looked at: an error stands for each
	 * @returns {Packed}
	 */
	function pack(values, blind) {
		/** @type {Mark[]} */
		const marks = [];
		/** @type {Packed["buffers"]} */
		const buffers = new Set();
		/** @type {Packed["after"]} */
		const after = [];
		const copies = new Map();
		/** @param {any} value @returns {any} */
		function copy(value) {
			if (Object(value) !== value) return value;
			if (copies.has(value)) return copies.get(value);
			const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
			if (buffer instanceof ArrayBuffer) {
				buffers.add(buffer);
				return value;
			}
			/** @template T @param {T} made @returns {T} */
			const madeOf = (made) => {
				copies.set(value, made);
				return made;
			};
			/** @param {number} kind @param {number} number @param {...any} data */
			const mark = (kind, number, ...data) => {
				const empty = madeOf({});
				marks.push([empty, kind, number, ...data]);
				return empty;
			};
			/** @type {any} */
			const instance = standsFor(value);
			const home = homes.get(value) ?? (instance?.program === other.program && instance.number);
			if (home) return mark(HOME, home);
			if (instance) {
				const { className, promise } = instance;
				return promise ? copy(promise) : mark(OBJECT, keep(value), className);
			}
			if (blind) return mark(ERROR, keep(value), "Error", "what cannot cross to or from a worker", false, {});
			if (typeof value === "function") return mark(FUNCTION, keep(value));
			const isDOM = tag(value) === "[object DOMException]";
			if (isDOM || value instanceof Error || tag(value) === "[object Error]") {
				/** @type {any} */
				const fields = bare();
				const empty = mark(ERROR, keep(value), `${value.name}`, `${value.message}`, isDOM, fields);
				for (const key of [...HIDDEN, ...keys(value)]) {
					if (!hasOwn(value, key) && !(key === "stack" && value.stack)) continue; // Firefox inherits it
					const field = copy(value[key]);
					if (isCloneable(field)) fields[key] = field;
				}
				return empty;
			}
			if (typeof value.aborted === "boolean" && "addEventListener" in value) {
				const isKnown = numbers.has(value);
				const number = keep(value);
				if (!isKnown) value.addEventListener("abort", () => other.signal(number, value.reason));
				const reason = copy(value.reason);
				return mark(SIGNAL, number, value.aborted, isCloneable(reason) ? reason : undefined);
			}
			if (typeof value.then === "function") {
				const number = keep(value);
				after.push(() => other.follow(number, value));
				if (typeof value.resolve !== "function") return mark(PROMISE, number);
				/** @type {any} */
				const settlers = bare();
				const empty = mark(DEFERRED, number, settlers);
				for (const name of SETTLERS) {
					// They answer nothing: the deferred itself is a thenable, and would be waited for.
					const settler = (/** @type {any[]} */ ...args) => void value[name]?.(...args);
					settlers[name] = copy(settler);
				}
				return empty;
			}
			const isStream = typeof value.getReader === "function";
			if (isStream || Symbol.asyncIterator in value)
				return mark(
					isStream ? STREAM : ITERABLE,
					keep(() => (isStream ? readerOf(value) : iteratorOf(value))),
				);
			if (Array.isArray(value)) {
				const list = madeOf(value.slice());
				list.forEach((item, i) => {
					list[i] = copy(item);
				});
				return list;
			}
			if (!isPlain(value)) return value;
			const object = madeOf(/** @type {any} */ (bare()));
			for (const key of keys(value)) object[key] = copy(value[key]);
			return object;
		}
		return { values: values.map(copy), marks, buffers, after };
	}

	/** The message with these marks was not sent. @param {Mark[]} marks */
	function takeBack(marks) {
		for (const [, kind, number] of marks) if (kind !== HOME) free(number, 1);
	}

	/**
	 * The stand-in for a number, made once while it is used.
	 *
	 * @param {number} number
	 * @param {() => any} make
	 */
	function standIn(number, make) {
		let one = standIns.get(number);
		let made = one?.ref.deref();
		if (!one || !made) {
			made = make();
			one = { number, count: 0, ref: new WeakRef(made) };
			standIns.set(number, one);
			homes.set(made, number);
			registry.register(made, one);
		}
		one.count++;
		return made;
	}

	/** What a mark stands for. @param {any[]} mark */
	function real([kind, number, name, message, isDOM]) {
		if (kind === HOME) return kept.get(number)?.value;
		if (kind === OBJECT) return other.object(name, number);
		const made = standIn(number, () => {
			if (kind === ERROR) return newError(name, message, isDOM);
			if (kind === PROMISE) return other.open(number);
			if (kind === DEFERRED) return other.open(number).promise({});
			if (kind !== SIGNAL) return other.make(number);
			const controller = new AbortController();
			controllers.set(controller.signal, controller);
			return controller.signal;
		});
		if (kind === ITERABLE) return /** @type {any} */ ({ [Symbol.asyncIterator]: () => reopen(made) });
		return kind === STREAM ? streamOf(reopen(made)) : made;
	}

	/**
	 * What the other side has packed.
	 *
	 * @param {any[]} values
	 * @param {Mark[]} marks
	 * @returns {any[]}
	 */
	function unpack(values, marks) {
		if (marks.length === 0) return values;
		const all = new Map();
		for (const [mark, ...what] of marks) all.set(mark, real(what));
		const seen = new Set();
		/** @param {any} value @returns {any} */
		function fill(value) {
			if (all.has(value)) return all.get(value);
			if (!seen.has(value) && (Array.isArray(value) || isPlain(value))) {
				seen.add(value);
				for (const key of keys(value)) {
					const filled = fill(value[key]);
					if (filled !== value[key]) value[key] = filled;
				}
			}
			return value;
		}
		for (const [mark, kind, , first, second, , fields] of marks) {
			const one = all.get(mark);
			if (kind === DEFERRED) Object.assign(one, fill(first));
			if (kind === SIGNAL && first) controllers.get(one)?.abort(fill(second));
			if (kind !== ERROR) continue;
			fill(fields);
			for (const name of keys(fields)) hide(one, name, fields[name], !HIDDEN.includes(name));
		}
		return fill(values);
	}

	/** @param {string} name @param {string} message @param {boolean} isDOM */
	function newError(name, message, isDOM) {
		if (isDOM) return new DOMException(message, name);
		const Class = name === "GodeferredError" ? GodeferredError : CLASSES.test(name) ? scope[name] : Error;
		const made = new Class([]); // AggregateError wants a list
		hide(made, "message", message);
		if (made.name !== name) hide(made, "name", name);
		return made;
	}

	/** A signal of the other side's has aborted. @param {number} number @param {any} reason */
	function abortSignal(number, reason) {
		controllers.get(standIns.get(number)?.ref.deref())?.abort(reason);
	}

	return { kept, pack, takeBack, unpack, free, abortSignal };
}

/** @param {any} on @param {string} name @param {any} value @param {boolean} [enumerable] */
function hide(on, name, value, enumerable) {
	define(on, name, { value, writable: true, enumerable, configurable: true });
}

/** @param {ReadableStream} stream */
function readerOf(stream) {
	const reader = stream.getReader();
	return { next: () => reader.read(), return: (/** @type {any} */ reason) => reader.cancel(reason) };
}

/** @param {any} iterable */
function iteratorOf(iterable) {
	const iterator = iterable[Symbol.asyncIterator]();
	return {
		next: (/** @type {any} */ value) => iterator.next(value),
		return: (/** @type {any} */ value) => iterator.return?.(value) ?? { value, done: true },
	};
}

/** The iterator that the other side opens. It is opened once, by the first use. @param {Function} open */
function reopen(open) {
	/** @type {any} */
	let opened;
	/** @param {"next" | "return"} name */
	const method = (name) => async (/** @type {any} */ value) => (await (opened ??= open()))[name](value);
	return { next: method("next"), return: method("return") };
}

/** @param {ReturnType<typeof reopen>} iterator */
function streamOf(iterator) {
	return new ReadableStream(
		bare({
			async pull(/** @type {ReadableStreamDefaultController} */ to) {
				const { value, done } = await iterator.next(undefined);
				if (done) to.close();
				else to.enqueue(value);
			},
			cancel: iterator.return,
		}),
		bare({ highWaterMark: 0 }),
	);
}
