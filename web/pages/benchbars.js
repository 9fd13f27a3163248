// One case of the benchmark as a body of the table: a row for each library, with its time and a bar; and what a lost
// case means, in words.

/**
 * @typedef {object} Row
 * @property {import("/bench/libraries.js").Library} library
 * @property {number} ns for one operation
 */

/**
 * @param {import("/bench/cases.js").Case} test
 * @param {Row[]} rows
 */
export function draw(test, rows) {
	const body = document.createElement("tbody");
	body.dataset.case = test.id;
	const title = cell("th", "", ...words(test.name));
	title.scope = "rowgroup";
	title.colSpan = 3;
	body.insertRow().append(title);
	const fastest = Math.min(...rows.map(({ ns }) => ns));
	for (const { library, ns } of rows) {
		const row = body.insertRow();
		if (library.id === "godeferred") row.className = "ours";
		const name = cell("th", "", nameOf(library), ...inPlace(test, library));
		name.scope = "row";
		const bar = document.createElement("span");
		bar.className = "length";
		bar.style.width = `${(fastest / ns) * 100}%`;
		const speed = document.createElement("span");
		speed.className = "for-readers";
		speed.textContent = ns === fastest ? "the fastest" : `${figure(ns / fastest)} times the fastest’s time`;
		row.append(name, cell("td", "figure", duration(ns)), cell("td", "speed", bar, speed));
	}
	const meaning = loss(test, rows);
	if (meaning) {
		const note = cell("td", "loss", meaning);
		note.colSpan = 3;
		body.insertRow().append(note);
	}
	return body;
}

const own = (/** @type {Row[]} */ rows) => rows.find(({ library }) => library.id === "godeferred");

/** Two times that a short run cannot tell apart, as a share of the shorter one. */
const EVEN = 0.05;

/** @param {number} ns @param {number} other */
const isLonger = (ns, other) => ns > other * (1 + EVEN);

/**
 * How much a page loses where another library is faster, in operations: nanoseconds alone say little.
 *
 * @param {import("/bench/cases.js").Case} test
 * @param {Row[]} rows
 */
function loss({ id }, rows) {
	const ours = own(rows);
	const fastest = rows.reduce((a, b) => (b.ns < a.ns ? b : a));
	if (!ours || !isLonger(ours.ns, fastest.ns)) return "";
	const longer = ours.ns - fastest.ns;
	const words = `godeferred takes ${duration(longer)} longer than ${nameOf(fastest.library)}`;
	if (id === "get")
		return `${words}. This server is on your machine or near it: others take longer to answer than that.`;
	const many = Math.max(1, 1e6 / longer);
	return `${words}: ${many < 2 ? "each operation costs a millisecond more" : `${figure(Math.floor(many))} operations cost one millisecond more`}.`;
}

/** In how many cases godeferred is not slower, in words. @param {Row[][]} results the rows of each case */
export function verdict(results) {
	const counts = ["jquery3", "native"].map((id) => {
		const both = results.flatMap((rows) => {
			const ours = own(rows);
			const theirs = rows.find(({ library }) => library.id === id);
			return ours && theirs ? [{ ours, theirs }] : [];
		});
		if (both.length === 0) return "";
		const held = both.filter(({ ours, theirs }) => !isLonger(ours.ns, theirs.ns));
		return `as ${nameOf(both[0].theirs.library)} in ${held.length} of ${both.length} cases`;
	});
	return `godeferred was at least as fast ${counts.filter(Boolean).join(", and ")}.`;
}

/** @param {import("/bench/libraries.js").Library} library */
const nameOf = ({ name, version }) => `${name} ${version}`.trim();

/** What a library of promises does where it lacks the operation. */
function inPlace(test, library) {
	if (!library.promises || !test.instead) return [];
	return [" with ", ...words(`\`${test.instead}\``)];
}

/** @param {string} tag @param {string} kind @param {(string | Node)[]} content */
function cell(tag, kind, ...content) {
	const made = document.createElement(tag);
	made.className = kind;
	made.append(...content);
	return made;
}

/** Text in which what stands between backticks is code. @param {string} text */
function words(text) {
	return text.split("`").map((part, i) => (i % 2 ? cell("code", "", part) : part));
}

const figure = (x) => x.toLocaleString("en", { maximumSignificantDigits: x < 100 ? 2 : 3 });

/** @param {number} ns */
function duration(ns) {
	if (ns < 1000) return `${figure(ns)} ns`;
	return ns < 1e6 ? `${figure(ns / 1000)} µs` : `${figure(ns / 1e6)} ms`;
}
