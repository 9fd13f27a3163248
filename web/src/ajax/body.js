import { bare } from "../lib/own.js";

/** @typedef {import("./exchange.js").Exchange} Exchange */

/**
 * Reads a body in the form that the rules ask for. With progress listeners it is read in pieces. Text is
 * decoded piece by piece, so that memory never holds all the bytes beside it.
 *
 * @param {Exchange} x
 * @param {Response} head
 * @param {import("./judge.js").Verdict} verdict
 * @returns {Promise<any>}
 */
export async function readBody(x, head, { form, charset }) {
	if (x.watched && head.body) return readInPieces(x, head, form, charset);
	if (form === "blob") return head.blob();
	if (form === "arraybuffer") return head.arrayBuffer();
	if (charset) return decoderOf(charset).decode(await head.arrayBuffer());
	return head.text();
}

/**
 * @param {Exchange} x
 * @param {Response} head
 * @param {string} form
 * @param {string} charset
 */
async function readInPieces(x, head, form, charset) {
	const { headers } = head;
	// A compressed body, once decoded, is longer than its Content-Length.
	const total = headers.has("content-encoding") ? 0 : Number(headers.get("content-length"));
	const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (head.body).getReader();
	const decoder = form === "text" ? decoderOf(charset) : null;
	let text = "";
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const pieces = [];
	let loaded = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		loaded += value.byteLength;
		if (decoder) text += decoder.decode(value, { stream: true });
		else pieces.push(value);
		x.notify("download", loaded, total);
	}
	if (decoder) return text + decoder.decode();
	const blob = new Blob(pieces, bare({ type: headers.get("content-type") ?? "" }));
	return form === "blob" ? blob : blob.arrayBuffer();
}

/** As in XMLHttpRequest, an unknown charset means UTF-8. @param {string} charset */
function decoderOf(charset) {
	try {
		return new TextDecoder(charset || "utf-8");
	} catch {
		return new TextDecoder();
	}
}
