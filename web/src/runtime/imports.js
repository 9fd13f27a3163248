const { apply, deleteProperty } = Reflect;
const Bytes = Uint8Array;

/** @param {any} value */
const isBytes = (value) => value instanceof Bytes || value instanceof Uint8ClampedArray;

/**
 * The imports of Go programs that the default runtime does without. See go.js, whose functions these are made of.
 *
 * @param {Record<string, (...args: any[]) => any>} host
 * @returns {Record<string, (sp: number) => any>}
 */
export function moreImports({ load, text, list, bytes, answer, setInt64, mem }) {
	/** Copies as many bytes as both have, and answers how many. @param {number} sp @param {any} to @param {any} from */
	function copy(sp, to, from) {
		const fit = isBytes(to) && isBytes(from);
		if (fit) {
			const part = from.subarray(0, to.length);
			to.set(part);
			setInt64(sp + 40, part.length);
		}
		mem().setUint8(sp + 48, fit ? 1 : 0);
	}
	return {
		"syscall/js.valueDelete": (sp) => deleteProperty(load(sp + 8), text(sp + 16)),
		"syscall/js.valueInvoke": (sp) => answer(40, () => apply(load(sp + 8), undefined, list(sp + 16))),
		"syscall/js.valueInstanceOf": (sp) =>
			mem().setUint8(sp + 24, load(sp + 8) instanceof load(sp + 16) ? 1 : 0),
		"syscall/js.copyBytesToGo": (sp) => copy(sp, bytes(sp + 8), load(sp + 32)),
		"syscall/js.copyBytesToJS": (sp) => copy(sp, load(sp + 8), bytes(sp + 16)),
	};
}
