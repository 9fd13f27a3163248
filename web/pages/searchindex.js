// The index of the documentation, which docsearch.js searches. MiniSearch makes it in the page, from a list of all parts:
// lunr has not been kept since 2020, and pagefind's index is made by a native program from npm, while this site is built
// with Go alone.

import MiniSearch from "/vendor/minisearch.js";

const ADDRESS = "/docs/search.json";
const STORE = "godeferred-docs";

/**
 * @typedef {{a: string, t: string, s: number, x: string, p?: [id: string, title: string, text: string][]}} Indexed
 * @typedef {{id: number, address: string, page: string, part: string, text: string, section: string}} Entry
 */

/** A name is found by its own words, too: "mapAsync" by "async". */
const words = (/** @type {string} */ term) => {
	const parts = term.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(" ");
	const all = parts.length > 1 ? [term, ...parts] : [term];
	return all.map((word) => word.toLowerCase());
};

/** Fetches the list. Without a network, the one of the last visit is used. */
async function fetchList() {
	const store = await globalThis.caches?.open(STORE).catch(() => undefined); // http without localhost has none
	try {
		const response = await fetch(ADDRESS);
		if (!response.ok) throw new Error(`${ADDRESS} was answered with ${response.status}`);
		await store?.put(ADDRESS, response.clone()).catch(() => {});
		return await response.json();
	} catch (error) {
		const kept = await store?.match(ADDRESS);
		if (!kept) throw error;
		return kept.json();
	}
}

/** How much a result of a section counts: names before background. */
const weights = /** @type {Record<string, number>} */ ({
	"In the page": 1.5,
	Guides: 1.3,
	Start: 1.2,
	"In Go": 1,
	Background: 0.8,
});

/** @type {Promise<(query: string) => {entry: Entry, terms: string[]}[]> | undefined} */
let search;

/** A function that searches. The list is fetched once. */
export function load() {
	search ??= make();
	search.catch(() => {
		search = undefined; // the next call asks again
	});
	return search;
}

async function make() {
	/** @type {{sections: string[], pages: Indexed[]}} */
	const { sections, pages } = await fetchList();
	/** @type {Entry[]} */
	const entries = [];
	const add = (/** @type {Omit<Entry, "id">} */ entry) => entries.push({ id: entries.length, ...entry });
	for (const { a: address, t: page, s, x: text, p: parts = [] } of pages) {
		const section = sections[s];
		add({ address, page, part: "", text, section });
		for (const [id, part, text] of parts) add({ address: `${address}#${id}`, page, part, text, section });
	}
	const index = new MiniSearch({
		fields: ["name", "text"],
		extractField: (entry, field) => (field === "name" ? entry.part || entry.page : entry[field]),
		processTerm: words,
		searchOptions: {
			boost: { name: 5 },
			prefix: (term) => term.length > 1,
			fuzzy: (term) => (term.length > 4 ? 0.2 : false),
			combineWith: "AND",
			processTerm: (term) => term.toLowerCase(),
		},
	});
	index.addAll(entries);
	return (/** @type {string} */ query) => {
		const wanted = query
			.trim()
			.replace(/^\$\.|^godeferred\.|\(\)$/g, "")
			.toLowerCase();
		const boostDocument = (/** @type {number} */ id) => {
			const { page, part, section } = entries[id];
			const name = part || page;
			const last = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
			const exact = name.toLowerCase() === wanted ? (part ? 6 : 12) : last === wanted ? 4 : 1;
			return exact * (weights[section] ?? 1) * (part ? 0.9 : 1);
		};
		let found = index.search(query, { boostDocument });
		if (found.length === 0) found = index.search(query, { boostDocument, combineWith: "OR" });
		return found.map(({ id, terms }) => ({ entry: entries[id], terms }));
	};
}
