/**
 * @typedef {import("./parts.d.ts").Entry} Entry
 * @typedef {import("./recorder.js").Recorder} Recorder
 * @typedef {{entry: Entry, level: number, children: number, isOpen: boolean}} Row
 * @typedef {{rows: Row[], left: number}} Rows `left`: how many more there are than can be shown
 */

/** What the tabs of the panel list. */
export const tabs = ["Pending", "Settled", "Requests", "Animations", "Go"];

/** How many rows a list has at most. Only those in view are elements, but the tree is made anew at each change. */
const MOST = 20_000;

/** @type {Record<string, (entry: Entry) => boolean>} */
const kinds = {
	Requests: ({ kind }) => kind === "ajax",
	Animations: ({ kind }) => kind === "animation",
	Go: ({ kind }) => kind === "go" || kind.startsWith("go."),
};

/** The line of the page's code that has made it. @param {Entry} entry */
export const placeOf = ({ stack = "" }) => {
	const [line] = stack.split("\n");
	return /([^/\s(@]+?(?::\d+){1,2})\)?$/.exec(line)?.[1] ?? line;
};

/** What a row says of an entry, beside its kind. @param {Entry} entry */
export const titleOf = (entry) => entry.label || placeOf(entry);

/** @param {Entry} entry @param {string} words in lower case */
function matches(entry, words) {
	const { id, kind, state, label = "", value = "", stack = "", owner = "" } = entry;
	const text = `#${id} ${kind} ${state} ${label} ${value} ${stack} ${owner}`.toLowerCase();
	return words.split(/\s+/).every((word) => text.includes(word));
}

/**
 * The rows of a tab.
 *
 * @param {Recorder} recorder
 * @param {string} tab
 * @param {string} filter
 * @param {Set<number>} closed those whose children are not shown
 * @returns {Rows}
 */
export function rowsOf(recorder, tab, filter, closed) {
	const words = filter.trim().toLowerCase();
	const isShown = (/** @type {Entry} */ entry) => words === "" || matches(entry, words);
	if (tab === "Pending") return tree([...recorder.pending.values()], isShown, closed);
	const is = kinds[tab] ?? (() => true);
	const latest = recorder.settled.slice(-recorder.kept);
	const all = (tab === "Settled" ? latest : [...latest, ...recorder.pending.values()]).filter(
		(entry) => is(entry) && isShown(entry),
	);
	if (tab !== "Settled") all.sort((a, b) => a.at - b.at);
	all.reverse();
	return {
		rows: all.slice(0, MOST).map((entry) => ({ entry, level: 1, children: 0, isOpen: false })),
		left: Math.max(0, all.length - MOST),
	};
}

/**
 * At the top is what waits for nothing, and below each is what waits for it: what hangs is at the top. One that waits
 * for several stands below the first of them.
 *
 * @param {Entry[]} all
 * @param {(entry: Entry) => boolean} isShown
 * @param {Set<number>} closed
 * @returns {Rows}
 */
function tree(all, isShown, closed) {
	const ids = new Map(all.map((entry) => [entry.id, entry]));
	/** @type {Map<number, Entry[]>} */
	const below = new Map();
	/** @type {Map<number, number>} */
	const above = new Map();
	const roots = [];
	for (const entry of all) {
		const of = [...entry.waits].find((id) => ids.has(id) && id !== entry.id);
		if (of === undefined) {
			roots.push(entry);
			continue;
		}
		above.set(entry.id, of);
		const siblings = below.get(of);
		if (siblings) siblings.push(entry);
		else below.set(of, [entry]);
	}
	// Those that match, and what is above them.
	/** @type {Set<number>} */
	const kept = new Set();
	for (const entry of all) {
		if (!isShown(entry)) continue;
		for (
			let id = /** @type {number | undefined} */ (entry.id);
			id !== undefined && !kept.has(id);
			id = above.get(id)
		)
			kept.add(id);
	}
	/** @type {Row[]} */
	const rows = [];
	// A stack of its own: a chain may be longer than the engine's stack allows.
	/** @type {[Entry, number][]} */
	const stack = roots.reverse().map((entry) => [entry, 1]);
	let left = 0;
	for (let next = stack.pop(); next; next = stack.pop()) {
		const [entry, level] = next;
		if (!kept.has(entry.id)) continue;
		const children = (below.get(entry.id) ?? []).filter(({ id }) => kept.has(id));
		const isOpen = !closed.has(entry.id);
		if (rows.length < MOST) rows.push({ entry, level, children: children.length, isOpen });
		else left++;
		if (isOpen) for (let i = children.length - 1; i >= 0; i--) stack.push([children[i], level + 1]);
	}
	return { rows, left };
}
