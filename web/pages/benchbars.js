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
	const meaning = loss(rows);
	if (meaning) {
		const note = cell("td", "loss", meaning);
		note.colSpan = 3;
		body.insertRow().append(note);
	}
	return body;
}

const own = (/** @type {Row[]} */ rows) => rows.find(({ library }) => library.id === "godeferred");

/** How much a page loses where another library is faster, in operations: nanoseconds alone say little. @param {Row[]} rows */
function loss(rows) {
	const ours = own(rows);
	const fastest = rows.reduce((a, b) => (b.ns < a.ns ? b : a));
	if (!ours || fastest.ns === ours.ns) return "";
	const longer = ours.ns - fastest.ns;
	const many = figure(Math.max(1, 1e6 / longer));
	const operations = many === "1" ? "operation" : "operations";
	return `godeferred takes ${duration(longer)} longer than ${nameOf(fastest.library)}: one millisecond more for ${many} ${operations}.`;
}

/** In how many cases godeferred is faster, in words. @param {Row[][]} results the rows of each case */
export function verdict(results) {
	const others = new Map(results.flatMap((rows) => rows.map(({ library }) => [library.id, library])));
	const counts = ["jquery3", "native"]
		.filter((id) => others.has(id))
		.map((id) => {
			const both = results.filter((rows) => own(rows) && rows.some(({ library }) => library.id === id));
			const won = both.filter((rows) => own(rows).ns < rows.find(({ library }) => library.id === id).ns);
			return `than ${nameOf(others.get(id))} in ${won.length} of ${both.length} cases`;
		});
	return `godeferred was faster ${counts.join(", and ")}.`;
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
