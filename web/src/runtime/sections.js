// The lengths of its sections show whether a wasm file is whole. Firefox 140 needs this check: its compile
// and compileStreaming never settle if the file ends inside the Code section.

/** The first bytes of each wasm, and the smallest whole wasm. */
export const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Whether bytes can be the beginning of a wasm. There may be fewer than 8. @param {Uint8Array} bytes */
export const isWasm = (bytes) => MAGIC.every((byte, i) => i >= bytes.length || byte === bytes[i]);

/**
 * Walks the sections by their lengths only: the engine checks their contents.
 *
 * @param {Uint8Array} bytes
 */
export function isWhole(bytes) {
	let at = MAGIC.length;
	while (at < bytes.length) {
		// One byte for the section's kind, then its length in LEB128. No shifts: they are signed 32-bit.
		let size = 0;
		let weight = 1;
		let byte;
		do {
			byte = bytes[++at]; // Undefined behind the end, which ends the loop.
			size += (byte & 0x7f) * weight;
			weight *= 0x80;
		} while (byte >= 0x80);
		at += 1 + size;
	}
	return at === bytes.length;
}
