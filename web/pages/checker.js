// The page that checks pasted code. The parser is loaded at the first check: reading the page costs nothing of it.

import { namesOf } from "./checker-names.js";

/** @typedef {import("./checker-check.js").Place} Place */

/** @type {<T extends HTMLElement>(id: string) => T} */
const byId = (id) => /** @type {any} */ (document.getElementById(id));
const code = /** @type {HTMLTextAreaElement} */ (byId("code"));
const summary = byId("summary");
const list = byId("findings");

const levels = { change: "Change", look: "Look at", note: "Works", unknown: "Unknown" };

const example = `// An old page, as many are.
$.ajaxSetup({ async: false });

var loaded = $.Deferred();

function show(panel) {
  return $.ajax({ url: "/panel.html", dataType: "html" }).then(function (html) {
    $(panel).html(html + "<script>ready()</script>").slideDown(400);
  });
}

$("#open").on("click", function () {
  show("#panel").done(loaded.resolve);
});

$.when(loaded, $.getJSON("/news.json")).done(function (panel, news) {
  $("#news").text(news[0].title).owlCarousel();
});

var all = $.Callbacks();
var copy = Object.assign({}, loaded.promise());
$.get("/seen");
`;

/** What is loaded at the first check; again, if that failed. @type {Promise<any[]> | undefined} */
let loading;

function load() {
	loading ??= Promise.all([
		import("./checker-check.js"),
		import("../vendor/acorn.mjs"),
		import("../vendor/acorn-walk.mjs"),
	]);
	loading.catch(() => (loading = undefined));
	return loading;
}

async function run() {
	let loaded;
	try {
		loaded = await load();
	} catch (error) {
		return say(`The checker could not be loaded: ${/** @type {Error} */ (error).message}`);
	}
	const [{ check }, acorn, walk] = loaded;
	if (code.value.trim() === "") return say("There is no code to check.");
	try {
		const names = namesOf(/** @type {any} */ (window).godeferred);
		show(check(code.value, { acorn, walk, names }));
	} catch (error) {
		const { loc, message } = /** @type {any} */ (error);
		if (!loc) throw error;
		const what = message.replace(/ \(\d+:\d+\)$/, "");
		const markup = /^\s*</.test(code.value) ? " Paste the script without the html around it." : "";
		say(`Line ${loc.line} is not JavaScript: ${what}.${markup}`);
	}
}

/** @param {string} text @param {Node[]} findings */
function say(text, ...findings) {
	summary.textContent = text;
	list.replaceChildren(...findings);
}

/** @param {import("./checker-check.js").Answer} answer */
function show({ findings, unknown, uses, unchanged }) {
	if (uses === 0) return say("This code does not use jQuery, or by another name than $ and jQuery.");
	const order = Object.keys(levels);
	const all = [
		...findings.map((one) => ({ ...one, link: address(one.section, one.row) })),
		...unknown.map(({ title, places, tested }) => ({
			level: /** @type {const} */ ("unknown"),
			title: `\`${title}\``,
			places,
			here: tested
				? "Neither jQuery nor godeferred has it. A plugin of this name is tested with godeferred, and runs unchanged."
				: "Neither jQuery nor godeferred has it. It may be a plugin's.",
			change: tested ? "Nothing." : "Check the plugin's source in the same way.",
			link: "",
		})),
	].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
	const must = all.filter(({ level }) => level === "change").length;
	const words = [
		`Of ${counted(uses, "use")} of jQuery, ${unchanged} work unchanged.`,
		must === 0 ? "Nothing must be changed." : `${counted(must, "thing")} must be changed.`,
	];
	say(words.join(" "), ...all.map(item));
}

/** @param {number} n @param {string} word */
const counted = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

/** The row in COMPAT.md: browsers that find texts go to it, others to its heading. @param {string} section @param {string} row */
function address(section, row) {
	const heading = section
		.toLowerCase()
		.replace(/[^\w -]/g, "")
		.replaceAll(" ", "-");
	// A hyphen means something else in the address of a text.
	const text = row && `:~:text=${encodeURIComponent(row).replaceAll("-", "%2D")}`;
	return String(new URL(`../docs/compat.html#${heading}${text}`, import.meta.url));
}

/** @param {{ level: keyof typeof levels, title: string, places: Place[], here: string, change: string, link: string }} finding */
function item({ level, title, places, here, change, link }) {
	const li = element("li", { className: "finding" });
	li.dataset.level = level;
	const named = element("span", { className: "named" }, ...marked(title));
	const heading = element(
		"h3",
		{},
		element("span", { className: "level", textContent: levels[level] }),
		named,
	);
	const lines = element("ul", { className: "places" }, ...places.slice(0, 12).map(line));
	lines.setAttribute("role", "list");
	if (places.length > 12) lines.append(element("li", { textContent: `and ${places.length - 12} more` }));
	const about = element("dl", {});
	const say = (/** @type {string} */ term, /** @type {(Node | string)[]} */ ...text) =>
		about.append(element("dt", { textContent: term }), element("dd", {}, ...text));
	say("Here", ...marked(here));
	say("To do", ...marked(change));
	if (link) {
		const why = element("a", { href: link, textContent: "The list of differences" });
		why.setAttribute("aria-label", `The list of differences: ${title.replaceAll("`", "")}`);
		say("Why", why);
	}
	li.append(heading, lines, about);
	return li;
}

/** A text whose code stands between backticks. @param {string} text @returns {(Node | string)[]} */
function marked(text) {
	return text.split("`").map((part, at) => (at % 2 ? element("code", { textContent: part }) : part));
}

/** @param {Place} place */
function line({ line, column, code: text }) {
	const button = element("button", { type: "button", className: "place", textContent: `Line ${line}` });
	button.addEventListener("click", () => select(line, column));
	return element("li", {}, button, element("code", { textContent: text }));
}

/** Shows a line in the field. @param {number} number @param {number} column */
function select(number, column) {
	const lines = code.value.split("\n");
	const start = lines.slice(0, number - 1).reduce((sum, one) => sum + one.length + 1, 0);
	code.focus({ preventScroll: true });
	code.setSelectionRange(start + column, start + lines[number - 1].length);
	const height = Number.parseFloat(getComputedStyle(code).lineHeight);
	code.scrollTop = Math.max(0, (number - 4) * height);
	code.scrollIntoView({ block: "nearest" });
}

/** @param {string} name @param {Record<string, any>} fields @param {(Node | string)[]} children @returns {any} */
function element(name, fields, ...children) {
	const made = Object.assign(document.createElement(name), fields);
	made.append(...children);
	return made;
}

byId("checker").addEventListener("submit", (event) => {
	event.preventDefault();
	void run();
});
code.addEventListener("keydown", (event) => {
	if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	void run();
});
byId("example").addEventListener("click", () => {
	code.value = example;
	void run();
});
// The pasted text is in the field a task later.
code.addEventListener("paste", () => setTimeout(run));
