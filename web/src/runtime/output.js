import { bare } from "../lib/own.js";

/**
 * What writes the outputs of one program as lines of the console: file 2 is for errors. Returns how many bytes
 * it has taken.
 */
export function output() {
	/** What was written of a line that has not ended, by file. @type {Record<number, string>} */
	const lines = bare();
	/** A character may come in two parts. @type {Record<number, TextDecoder>} */
	const decoders = bare();
	return (/** @type {number} */ file, /** @type {Uint8Array} */ bytes) => {
		const text =
			(lines[file] ?? "") + (decoders[file] ??= new globalThis.TextDecoder()).decode(bytes, { stream: true });
		const end = text.lastIndexOf("\n");
		if (end >= 0) console[file === 2 ? "error" : "log"](text.slice(0, end));
		lines[file] = text.slice(end + 1);
		return bytes.length;
	};
}
