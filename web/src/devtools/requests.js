import { onBirth, onCall, onChange } from "./taps.js";

/**
 * Records the attempts of requests.
 *
 * @param {import("./recorder.js").Recorder} recorder
 * @param {(core: any, owner: import("./parts.d.ts").Owner) => void} own
 */
export function watchRequests(recorder, own) {
	const { Exchange } = recorder.parts;
	if (!Exchange) return; // core.mjs
	/** @type {WeakMap<any, any>} */
	const exchanges = new WeakMap();
	const at = () => performance.now();

	/** @param {any} x @param {"sent" | "retry" | "answer"} phase @param {number} [status] */
	const tell = (x, phase, status) => {
		const entry = recorder.known.get(x.core);
		if (!entry) return;
		const { attempt } = x;
		const method = String(x.s.type);
		const url = String(x.s.url);
		const time = at();
		if (phase === "answer")
			Object.assign(entry.attempts[entry.attempts.length - 1] ?? {}, { status, ended: time });
		else entry.attempts.push({ attempt, at: time });
		recorder.events.add({
			type: "request",
			id: entry.id,
			at: time,
			phase,
			attempt,
			method,
			url,
			...(status !== undefined && { status }),
		});
	};

	const attempts = onChange(Exchange.prototype, "attempt", (x, n) => tell(x, n === 1 ? "sent" : "retry"));
	recorder.plain.push((core) => attempts.plain(exchanges.get(core)));
	recorder.undo.push(
		attempts.undo,
		onBirth(Exchange.prototype, "core", (x, core) => {
			exchanges.set(core, x);
			own(core, { label: () => `${x.s.type} ${x.s.url}` });
		}),
		onCall(Exchange.prototype, "sendAgain", (x, [, , status]) => tell(x, "answer", status)),
		onCall(Exchange.prototype, "close", (x, [status], isFirst) => {
			if (isFirst && x.attempt > 0) tell(x, "answer", status);
		}),
	);
}
