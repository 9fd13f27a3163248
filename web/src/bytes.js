import { altered, blocked, cutShort, mayCompile, messageOf, notWasm } from "./failure.js";
import { matches } from "./integrity.js";
import { mark } from "./mark.js";
import { Sections } from "./sections.js";

/**
 * @param {BufferSource} source
 * @param {string} what
 * @param {string} integrity
 */
export async function compileBytes(source, what, integrity) {
	mark("fetched");
	const bytes = bytesOf(source, what);
	const sections = new Sections();
	sections.add(bytes);
	if (!sections.isWasm) throw notWasm(what, sections.start);
	checkWhole(sections, what);
	if (integrity) await checkHash(bytes, what, integrity);
	try {
		return await WebAssembly.compile(bytes);
	} catch (error) {
		throw mayCompile() ? cutShort(what, messageOf(error), error) : blocked("script-src", error);
	}
}

/**
 * What is compiled is what was checked: bytes that others can write to meanwhile are copied.
 *
 * @param {any} source
 * @param {string} what
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(source, what) {
	try {
		const bytes = ArrayBuffer.isView(source)
			? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
			: new Uint8Array(source);
		return bytes.slice();
	} catch (error) {
		throw cutShort(what, messageOf(error), error); // its buffer was given away to a worker
	}
}

/**
 * @param {Sections} sections
 * @param {string} what
 */
export function checkWhole(sections, what) {
	if (!sections.isWhole) {
		throw cutShort(what, sections.length ? `it ends after ${sections.length} bytes` : "it is empty");
	}
}

/**
 * @param {BufferSource} bytes
 * @param {string} what
 * @param {string} integrity
 */
export async function checkHash(bytes, what, integrity) {
	if (!(await matches(bytes, integrity))) throw altered(what);
}
