/** The track of each kind, in the group of tracks named godeferred. @param {string} kind */
const trackOf = (kind) =>
	kind === "ajax"
		? "Requests"
		: kind === "animation"
			? "Animations"
			: kind.startsWith("go")
				? "Go"
				: undefined;

/** @type {Record<string, string>} */
const colors = { resolved: "primary", rejected: "error", aborted: "tertiary" };

/**
 * Shows requests, animations and calls of Go in the browser's own tools: each is a measure, which Chromium's Performance
 * panel puts on a track of its own, and Firefox's profiler beside the others. The page's list of measures stays as it is.
 *
 * @param {import("./recorder.js").Recorder} recorder
 * @returns {() => void} stops it
 */
export function addTracks(recorder) {
	return recorder.watch((event) => {
		if (event.type !== "settled") return;
		const entry = recorder.find(event.id);
		const track = entry && trackOf(entry.kind);
		if (!track) return;
		const name = entry.label || entry.kind;
		const properties = [
			["State", entry.state],
			["Value", entry.value ?? ""],
			...entry.attempts.map(({ attempt, status }) => [`Attempt ${attempt}`, String(status || "no answer")]),
			...(entry.stack ? [["Created", entry.stack.split("\n")[0]]] : []),
		];
		const devtools = {
			dataType: "track-entry",
			track,
			trackGroup: "godeferred",
			color: colors[entry.state],
			tooltipText: `${name}: ${entry.state}`,
			properties,
		};
		try {
			performance.measure(name, { start: entry.at, end: entry.ended, detail: { devtools } });
			// The tools have it by now. The page's list would grow without end, or lose the page's own of that name.
			const own = performance.getEntriesByName(name, "measure");
			if (own.every((/** @type {any} */ { detail }) => detail?.devtools?.trackGroup === "godeferred"))
				performance.clearMeasures(name);
		} catch {
			// The page has replaced performance.measure, or a worker has none.
		}
	});
}
