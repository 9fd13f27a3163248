import { isAbortable } from "./abortable.js";

/** The bytes of a page of WebAssembly's memory. */
const PAGE = 65536;

/**
 * Plain data of what is pending and what has settled lately.
 *
 * @param {import("./recorder.js").Recorder} recorder
 */
export function snapshotOf(recorder) {
	recorder.events.tell();
	const at = performance.now();
	const pending = [...recorder.pending.values()].map((entry) => ({
		...dataOf(entry),
		age: at - entry.at,
		waits: [...entry.waits].filter((id) => recorder.pending.has(id)),
		abortable: isAbortable(entry.ref.deref()),
	}));
	const { pending: all, runtime, waiting } = recorder.parts.inspect();
	const wasm = recorder.parts.wasm?.();
	return {
		at,
		pending,
		settled: recorder.settled.slice(-recorder.kept).map(dataOf),
		// Those that were created before, and that nothing has told of since.
		unseen: Math.max(0, all - pending.length),
		...(runtime && { runtime, waiting }),
		...(wasm && { wasm: { bytes: wasm.bytes, pages: wasm.bytes / PAGE, objects: wasm.objects } }),
	};
}

/** @param {import("./parts.d.ts").Entry} entry */
function dataOf({ ref, waits, attempts, notes, note, ...plain }) {
	return {
		...plain,
		...(notes > 0 && { progress: { count: notes, last: note } }),
		...(attempts.length > 0 && { attempts: attempts.map((one) => ({ ...one })) }),
	};
}
