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
	const bytes = await head.arrayBuffer();
	return decoderOf(x, head, charset, new Uint8Array(bytes)).decode(bytes);
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
	/** @type {TextDecoder | undefined} */
	let decoder;
	let text = "";
	/** @type {Uint8Array<ArrayBuffer>[]} */
	const pieces = [];
	let loaded = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		loaded += value.byteLength;
		if (form === "text") {
			decoder ??= decoderOf(x, head, charset, value);
			text += decoder.decode(value, { stream: true });
		} else {
			pieces.push(value);
		}
		x.notify("download", loaded, total);
	}
	if (form === "text") return text + (decoder?.decode() ?? "");
	const blob = new Blob(pieces, bare({ type: headers.get("content-type") ?? "" }));
	return form === "blob" ? blob : blob.arrayBuffer();
}

/** The encoding that an XML text names. UTF-16 is not meant: its bytes could not be read so. */
const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["'](?!utf-?16)([\w-]+)/i;

/**
 * As in XMLHttpRequest, a byte order mark counts most, then the charset of the content type, then the declaration
 * of an XML text, which is also one without a valid type. An unknown encoding means UTF-8.
 *
 * @param {Exchange} x
 * @param {Response} head
 * @param {string | undefined} charset "" where the content type names none or UTF-8
 * @param {Uint8Array} bytes the body, or its first piece
 */
function decoderOf({ s }, head, charset, bytes) {
	const start = String.fromCharCode(...bytes.subarray(0, 200));
	const type = s.mimeType || head.headers.get("content-type") || "";
	const mark = /^(?:(\xfe\xff)|(\xff\xfe)|\xef\xbb\xbf)/.exec(start);
	if (mark) charset = mark[1] ? "utf-16be" : mark[2] && "utf-16";
	else if (!/charset/i.test(type) && (/[/+]xml\s*(;|$)/i.test(type) || !/.\/./.test(type)))
		charset ||= declared.exec(start)?.[1];
	try {
		return new globalThis.TextDecoder(charset || "utf-8");
	} catch {
		return new globalThis.TextDecoder();
	}
}
