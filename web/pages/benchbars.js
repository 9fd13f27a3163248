// One case of the benchmark as a body of the table: a row for each library, with its time and a bar.

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
		const name = cell("th", "", `${library.name} ${library.version}`.trim(), ...inPlace(test, library));
		name.scope = "row";
		const bar = document.createElement("span");
		bar.className = "length";
		bar.style.width = `${(fastest / ns) * 100}%`;
		const speed = document.createElement("span");
		speed.className = "for-readers";
		speed.textContent = ns === fastest ? "the fastest" : `${figure(ns / fastest)} times the fastest’s time`;
		row.append(name, cell("td", "figure", duration(ns)), cell("td", "speed", bar, speed));
	}
	return body;
}

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
