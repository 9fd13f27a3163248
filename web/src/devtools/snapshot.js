import { isAbortable } from "./abortable.js";

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
	return {
		at,
		pending,
		settled: recorder.settled.slice(-recorder.kept).map(dataOf),
		...recorder.around(),
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
