// The search of the documentation: a dialog with a field, and results while you type. searchkey.js opens it.

import { load } from "/pages/searchindex.js";

const MOST = 20; // results that are shown
const STYLE = "/docsearch.css";

/** @type {{dialog: HTMLDialogElement, field: HTMLInputElement} | undefined} */
let parts;
/** @type {Promise<unknown> | undefined} */
let opening;

/** Opens the dialog; once it is open, does nothing. */
export function open() {
	opening ??= show().finally(() => {
		opening = undefined;
	});
	return opening;
}

async function show() {
	if (!parts) {
		await style();
		parts = make();
	}
	const { dialog, field } = parts;
	if (dialog.open) return;
	dialog.showModal();
	field.select();
	field.dispatchEvent(new Event("input"));
}

/** The dialog is shown with its style only. */
function style() {
	return new Promise((resolve, reject) => {
		const link = document.createElement("link");
		link.rel = "stylesheet";
		link.href = STYLE;
		link.onload = resolve;
		link.onerror = () => reject(new Error(`${STYLE} could not be loaded`));
		document.head.append(link);
	});
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} attributes @param {(Node | string)[]} content
 */
function element(tag, attributes, ...content) {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
	made.append(...content);
	return made;
}

function make() {
	const field = element("input", {
		type: "text", // in a search field, Esc would empty it before it closes the dialog
		enterkeyhint: "search",
		id: "docsearch-field",
		role: "combobox",
		"aria-label": "Search the documentation",
		"aria-expanded": "false",
		"aria-controls": "docsearch-results",
		"aria-autocomplete": "list",
		autocomplete: "off",
		autocapitalize: "off",
		spellcheck: "false",
		placeholder: "A name, or words",
	});
	const results = element("div", { id: "docsearch-results", role: "listbox", "aria-label": "Results" });
	const status = element("p", { class: "docsearch-status", role: "status" });
	const close = element("button", { type: "button", class: "docsearch-close" }, "Close");
	const dialog = element(
		"dialog",
		{ class: "docsearch", "aria-label": "Search" },
		element("div", { class: "docsearch-head" }, field, close),
		status,
		results,
		element("p", { class: "docsearch-keys", "aria-hidden": "true" }, "↑ ↓ choose · Enter opens · Esc closes"),
	);
	let chosen = -1;

	const options = () => /** @type {HTMLAnchorElement[]} */ ([...results.children]);
	const choose = (/** @type {number} */ index) => {
		const all = options();
		all[chosen]?.setAttribute("aria-selected", "false");
		chosen = all.length ? (index + all.length) % all.length : -1;
		const option = all[chosen];
		if (!option) return field.removeAttribute("aria-activedescendant");
		option.setAttribute("aria-selected", "true");
		option.scrollIntoView({ block: "nearest" });
		field.setAttribute("aria-activedescendant", option.id);
	};

	field.addEventListener("input", async () => {
		const query = field.value;
		try {
			const search = await load();
			if (query !== field.value) return; // more has been typed meanwhile
			const found = query.trim() ? search(query) : [];
			results.replaceChildren(...found.slice(0, MOST).map(({ entry, terms }, i) => result(entry, terms, i)));
			field.setAttribute("aria-expanded", String(found.length > 0));
			status.textContent = !query.trim() ? "" : found.length ? `${found.length} results` : "Nothing found";
			choose(0);
		} catch {
			results.replaceChildren();
			status.replaceChildren(
				"The index could not be loaded. ",
				element("a", { href: "/docs/" }, "All pages"),
			);
		}
	});
	field.addEventListener("keydown", (event) => {
		if (event.key === "ArrowDown") choose(chosen + 1);
		else if (event.key === "ArrowUp") choose(chosen - 1);
		else if (event.key === "Enter" && !event.isComposing) options()[chosen]?.click();
		else return;
		event.preventDefault();
	});
	results.addEventListener("click", (event) => {
		// A result on this page changes only the fragment.
		if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
	});
	close.addEventListener("click", () => dialog.close());
	dialog.addEventListener("click", (event) => {
		if (event.target === dialog) dialog.close(); // beside it
	});
	document.body.append(dialog);
	return { dialog, field };
}

/**
 * @param {import("./searchindex.js").Entry} entry @param {string[]} terms what was found in it @param {number} index
 */
function result(entry, terms, index) {
	const title = element("span", { class: "docsearch-title" }, ...marked(entry.part || entry.page, terms));
	const of = element(
		"span",
		{ class: "docsearch-of" },
		entry.part ? `${entry.section} › ${entry.page}` : entry.section,
	);
	const text = element("span", { class: "docsearch-text" }, ...marked(excerpt(entry, terms), terms));
	return element(
		"a",
		{
			role: "option",
			id: `docsearch-${index}`,
			href: entry.address,
			tabindex: "-1",
			"aria-selected": "false",
		},
		title,
		" ",
		of,
		text,
	);
}

const WIDTH = 140; // characters of a text that are shown

/**
 * The piece of a text with the first term in it; its beginning where the name has the term.
 *
 * @param {import("./searchindex.js").Entry} entry @param {string[]} terms
 */
function excerpt({ page, part, text }, terms) {
	const named = pattern(terms).test(part || page);
	const at = named ? 0 : text.search(pattern(terms));
	const start = at > WIDTH - 40 ? text.lastIndexOf(" ", at - 40) + 1 : 0;
	const piece = text.slice(start, start + WIDTH);
	return (start ? "… " : "") + piece + (start + WIDTH < text.length ? " …" : "");
}

/** @param {string[]} terms */
function pattern(terms) {
	const escaped = terms.map((term) => term.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
	return new RegExp(escaped.length ? `(${escaped.join("|")})` : "(?!)", "iu");
}

/** A text whose terms are marked. @param {string} text @param {string[]} terms */
function marked(text, terms) {
	return text
		.split(pattern([...terms].sort((a, b) => b.length - a.length)))
		.map((piece, i) => (i % 2 ? element("mark", {}, piece) : piece));
}
