// Whether a wasm file is whole can be told from the lengths of its sections. Firefox 140 has to be told:
// its compile and compileStreaming never settle when the Code section ends after the file does.

/** How each begins; and the smallest there is. */
export const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Whether bytes, which may be the first few, can be the beginning of a wasm. @param {Uint8Array} bytes */
export const isWasm = (bytes) => MAGIC.every((byte, i) => i >= bytes.length || byte === bytes[i]);

/**
 * Walks the sections by their lengths alone: what is in them is for the engine to judge.
 *
 * @param {Uint8Array} bytes
 */
export function isWhole(bytes) {
	let at = MAGIC.length;
	while (at < bytes.length) {
		// A byte for what the section is, then its length in LEB128. No shift: 32 bits have a sign.
		let size = 0;
		let weight = 1;
		let byte;
		do {
			byte = bytes[++at]; // Undefined behind the end, which ends it.
			size += (byte & 0x7f) * weight;
			weight *= 0x80;
		} while (byte >= 0x80);
		at += 1 + size;
	}
	return at === bytes.length;
}
