// Whether a wasm file is whole can be told from the lengths of its sections. Firefox 140 has to be told:
// its compile and compileStreaming never settle when the Code section ends after the file does.

/** How each begins; and the smallest there is. */
export const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * Walks the sections of a wasm as its bytes arrive, in pieces of any size. It looks at ids and lengths
 * alone: what is in the sections is for the engine to judge.
 */
export class Sections {
	/** How many bytes came. */
	length = 0;
	/** The first of them, as many as MAGIC has. @type {number[]} */
	start = [];
	/** How many bytes of the section are still to come. */
	#left = 0;
	/** Where in the head of a section the next byte is: 0 at its id, then the bits of its length so far. */
	#bits = 0;
	/** The length that is being read, in LEB128. */
	#size = 0;

	/** @param {Uint8Array} piece */
	add(piece) {
		let at = 0;
		while (at < piece.length) {
			if (this.length + at < MAGIC.length) {
				this.start.push(piece[at++]);
			} else if (this.#left > 0) {
				const step = Math.min(this.#left, piece.length - at);
				this.#left -= step;
				at += step;
			} else if (this.#bits === 0) {
				at++; // the id
				this.#bits = 1;
				this.#size = 0;
			} else {
				const byte = piece[at++];
				this.#size += (byte & 0x7f) * 2 ** (this.#bits - 1); // no shift: 32 bits have a sign
				this.#bits += 7;
				if (byte < 0x80) {
					this.#left = this.#size;
					this.#bits = 0;
				}
			}
		}
		this.length += piece.length;
	}

	/** False as soon as the bytes cannot be the beginning of a wasm. */
	get isWasm() {
		return this.start.every((byte, i) => byte === MAGIC[i]);
	}

	/** Whether the file may end here. */
	get isWhole() {
		return this.start.length === MAGIC.length && this.#left === 0 && this.#bits === 0;
	}
}
