import { GodeferredError } from "../lib/errors.js";
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
 * @property {(number: number) => Function} makeFunction
 * @property {(number: number) => any} makePromise
 * @property {(number: number, promise: any) => void} follow tells the other side how a promise goes on
 * @property {(number: number, reason: any) => void} signal tells it that a signal has aborted
 * @property {(number: number, count: number) => void} free tells it that a stand-in is gone, which came count times
 */

/** The values of one side of one border. */
export class Crossing {
	/** @param {Other} other */
	constructor(other) {
		this.other = other;
		/** What the other side may send back, by number, and how often it was sent. @type {Map<number, {value: any, count: number}>} */
		this.kept = new Map();
		/** @type {WeakMap<object, number>} */
		this.numbers = new WeakMap();
		this.last = 0;
		/** Stand-ins here for what the other side keeps. @type {Map<number, {number: number, count: number, ref: WeakRef<any>}>} */
		this.standIns = new Map();
		/** @type {WeakMap<object, number>} */
		this.away = new WeakMap();
		/** @type {WeakMap<AbortSignal, AbortController>} */
		this.controllers = new WeakMap();
		this.registry = new FinalizationRegistry((/** @type {any} */ one) => {
			if (this.standIns.get(one.number) === one) this.standIns.delete(one.number);
			other.free(one.number, one.count);
		});
	}

	/** @param {any} value @returns {number} */
	keep(value) {
		let number = this.numbers.get(value);
		if (number === undefined) this.numbers.set(value, (number = ++this.last));
		const one = this.kept.get(number);
		if (one) one.count++;
		else this.kept.set(number, { value, count: 1 });
		return number;
	}

	/** @param {number} number @param {number} count */
	free(number, count) {
		const one = this.kept.get(number);
		if (one && (one.count -= count) <= 0) this.kept.delete(number);
	}

	/**
	 * The values of a message. Throws what a getter throws.
	 *
	 * @param {any[]} values
	 * @param {boolean} [blind] objects among the values are not looked at: an error stands for each
	 * @returns {Packed}
	 */
	pack(values, blind) {
		/** @type {Packed} */
		const packed = { values, marks: [], buffers: new Set(), after: [] };
		const copies = new Map();
		/** @param {any} value @returns {any} */
		const copy = (value) => {
			if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
			if (copies.has(value)) return copies.get(value);
			/** @param {any} made */
			const made = (made) => {
				copies.set(value, made);
				return made;
			};
			const buffer = ArrayBuffer.isView(value) ? value.buffer : value;
			if (buffer instanceof ArrayBuffer) packed.buffers.add(buffer);
			if (buffer !== value) return value;
			/** @param {number} kind @param {number} number @param {...any} data */
			const mark = (kind, number, ...data) => {
				const empty = made({});
				packed.marks.push([empty, kind, number, ...data]);
				return empty;
			};
			const home = this.away.get(value);
			if (home !== undefined) return mark(HOME, home);
			if (typeof value === "function") return mark(FUNCTION, this.keep(value));
			if (/^\[object (?:Error|DOMException)\]$/.test(tag(value)) || value instanceof Error) {
				/** @type {any} */
				const fields = bare();
				const empty = mark(
					ERROR,
					this.keep(value),
					String(value.name),
					String(value.message),
					tag(value) === "[object DOMException]",
					fields,
				);
				for (const key of [...HIDDEN, ...keys(value)]) {
					if (!hasOwn(value, key) && !(key === "stack" && value.stack)) continue;
					const field = copy(value[key]);
					if (isCloneable(field)) fields[key] = field;
				}
				return empty;
			}
			if (typeof value.aborted === "boolean" && "addEventListener" in value) {
				const isKnown = this.numbers.has(value);
				const number = this.keep(value);
				if (!isKnown) value.addEventListener("abort", () => this.other.signal(number, value.reason));
				const reason = copy(value.reason);
				return mark(SIGNAL, number, value.aborted, isCloneable(reason) ? reason : undefined);
			}
			if (typeof value.then === "function") {
				const number = this.keep(value);
				packed.after.push(() => this.other.follow(number, value));
				return mark(PROMISE, number);
			}
			if (typeof value.getReader === "function")
				return mark(
					STREAM,
					this.keep(() => readerOf(value)),
				);
			if (typeof value[Symbol.asyncIterator] === "function")
				return mark(
					ITERABLE,
					this.keep(() => iteratorOf(value)),
				);
			if (Array.isArray(value)) {
				const list = made(value.slice());
				list.forEach((/** @type {any} */ item, /** @type {number} */ i) => {
					list[i] = copy(item);
				});
				return list;
			}
			if (!isPlain(value)) return value;
			const object = made(bare());
			for (const key of keys(value)) object[key] = copy(value[key]);
			return object;
		};
		/** @param {any} value */
		const standIn = (value) => {
			if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
			const empty = {};
			packed.marks.push([
				empty,
				ERROR,
				this.keep(value),
				"Error",
				"a value that stays where it is",
				false,
				{},
			]);
			return empty;
		};
		packed.values = values.map(blind ? standIn : copy);
		return packed;
	}

	/** The message with these values was not sent. @param {Packed} packed */
	takeBack({ marks }) {
		for (const [, kind, number] of marks) if (kind !== HOME) this.free(number, 1);
	}

	/**
	 * The stand-in for a number, made once while it is used.
	 *
	 * @param {number} number
	 * @param {() => any} make
	 */
	standIn(number, make) {
		let one = this.standIns.get(number);
		let made = one?.ref.deref();
		if (!one || !made) {
			made = make();
			one = { number, count: 0, ref: new WeakRef(made) };
			this.standIns.set(number, one);
			this.away.set(made, number);
			this.registry.register(made, one);
		}
		one.count++;
		return made;
	}

	/**
	 * What the other side has packed.
	 *
	 * @param {any[]} values
	 * @param {Mark[]} marks
	 * @returns {any[]}
	 */
	unpack(values, marks) {
		if (marks.length === 0) return values;
		const real = new Map();
		for (const [mark, ...what] of marks) real.set(mark, this.receive(what));
		const seen = new Set();
		/** @param {any} value @returns {any} */
		const fill = (value) => {
			if (real.has(value)) return real.get(value);
			if ((Array.isArray(value) || isPlain(value)) && !seen.has(value)) {
				seen.add(value);
				for (const key of keys(value)) {
					const filled = fill(value[key]);
					if (filled !== value[key]) value[key] = filled;
				}
			}
			return value;
		};
		for (const [mark, kind, , ...data] of marks) {
			if (kind === SIGNAL && data[0]) this.controllers.get(real.get(mark))?.abort(fill(data[1]));
			if (kind !== ERROR) continue;
			const fields = fill(data[3]);
			for (const name of keys(fields)) {
				const enumerable = !HIDDEN.includes(name);
				define(real.get(mark), name, { value: fields[name], writable: true, enumerable, configurable: true });
			}
		}
		return fill(values);
	}

	/** @param {any[]} mark */
	receive([kind, number, name, message, isDOM]) {
		const { makeFunction, makePromise } = this.other;
		const fn = () => this.standIn(number, () => makeFunction(number));
		switch (kind) {
			case HOME:
				return this.kept.get(number)?.value;
			case FUNCTION:
				return fn();
			case ERROR:
				return this.standIn(number, () => newError(name, message, isDOM));
			case SIGNAL:
				return this.standIn(number, () => {
					const controller = new AbortController();
					this.controllers.set(controller.signal, controller);
					return controller.signal;
				});
			case PROMISE:
				return this.standIn(number, () => makePromise(number));
		}
		const open = fn();
		return kind === ITERABLE ? bare({ [Symbol.asyncIterator]: () => reopen(open) }) : streamOf(reopen(open));
	}

	/** A signal of the other side's has aborted. @param {number} number @param {any} reason */
	abortSignal(number, reason) {
		this.controllers.get(this.standIns.get(number)?.ref.deref())?.abort(reason);
	}
}

/** @param {string} name @param {string} message @param {boolean} isDOM */
function newError(name, message, isDOM) {
	if (isDOM) return new DOMException(message, name);
	const Class = name === "GodeferredError" ? GodeferredError : CLASSES.test(name) ? scope[name] : Error;
	const made = new Class([]); // AggregateError wants a list
	define(made, "message", { value: message, writable: true, configurable: true });
	if (made.name !== name) define(made, "name", { value: name, writable: true, configurable: true });
	return made;
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
