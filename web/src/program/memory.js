import { REJECTED, WRITTEN } from "./outcome.js";

// Values that cross by Go's memory: properties of an object, which the page writes (and page/border/fields_js.go reads), and
// results, which Go writes as JSON (internal/page/json_js.go). A call from Go takes 1 µs, and a string 4 more: ten fields at
// once take a tenth of the time. (As one text that Go fetched, they took half.)

const { TextEncoder, Uint8Array: Bytes } = globalThis;
const { isArray } = Array;
const { parse } = JSON;
const encoder = new TextEncoder();

// What stands before each field. A number is 8 bytes, a text its length in 4 bytes and UTF-8.
const NUMBER = 1;
const TEXT = 2;
const FALSE = 3;
const TRUE = 4;
const UNDEFINED = 5;
const NULL = 6;
const OTHER = 7;

/** Up to this length, writing characters one by one takes less than a view for the encoder. */
const SHORT = 64;

/**
 * Writes UTF-8, and returns how many bytes. -1: there is no room, or the text may have half of a surrogate pair, which only
 * newer engines can tell of.
 *
 * @param {DataView} memory
 * @param {number} at
 * @param {number} room
 * @param {string} text
 */
function writeText(memory, at, room, text) {
	const { length } = text;
	if (length > room) return -1;
	if (length <= SHORT) {
		let i = 0;
		for (; i < length; i++) {
			const code = text.charCodeAt(i);
			if (code > 127) break;
			memory.setUint8(at + i, code);
		}
		if (i === length) return length;
	}
	if (!(/** @type {any} */ (text).isWellFormed?.())) return -1;
	const { read, written } = encoder.encodeInto(text, new Bytes(memory.buffer, at, room));
	return read === length ? written : -1;
}

/**
 * Writes the fields into Go's memory, behind 4 bytes for how many bytes they take. Returns undefined, or all values if Go
 * is to take some of them from there: objects, functions, BigInts, and what has no room. For an array, it returns false.
 *
 * @param {any} object
 * @param {string[]} names
 * @param {() => DataView} memoryNow
 * @param {number} at
 * @param {number} room bytes
 */
export function writeFields(object, names, memoryNow, at, room) {
	if (isArray(object)) return false;
	const count = names.length;
	// All are read before the first is written: a getter can call Go, which would use the same memory.
	const values = new Array(count);
	for (let i = 0; i < count; i++) values[i] = object[names[i]];
	const memory = memoryNow();
	const end = at + room;
	let to = at + 4;
	let others = false;
	for (let i = 0; i < count; i++) {
		const value = values[i];
		const left = end - to - (count - i); // each further field has its first byte
		let tag = OTHER;
		let size = 0;
		if (typeof value === "number" && left >= 8) {
			tag = NUMBER;
			size = 8;
			memory.setFloat64(to + 1, value + 0, true); // + 0: as everywhere in syscall/js, a zero has no sign
		} else if (typeof value === "string") {
			const written = writeText(memory, to + 5, left - 4, value);
			if (written >= 0) {
				tag = TEXT;
				size = 4 + written;
				memory.setUint32(to + 1, written, true);
			}
		} else if (typeof value === "boolean") tag = value ? TRUE : FALSE;
		else if (value === undefined) tag = UNDEFINED;
		else if (value === null) tag = NULL;
		others ||= tag === OTHER;
		memory.setUint8(to, tag);
		to += 1 + size;
	}
	memory.setUint32(at, to - at - 4, true);
	return others ? values : undefined;
}

/**
 * Go's word on a promise: see settleByNumber. A value that is written, at an address and with a length, is read now.
 *
 * @param {{text: (at: number, length: number) => string}} bridge
 * @param {number} key
 * @param {any[]} values
 * @returns {[key: number, values: any[]]}
 */
export function readWritten(bridge, key, values) {
	if (key % 4 !== WRITTEN) return [key, values];
	const [at, length] = values;
	try {
		return [key, [parse(bridge.text(at, length))]];
	} catch (error) {
		return [key - WRITTEN + REJECTED, [error]]; // the text is longer than a string can be
	}
}
