import { describe, short } from "./playground-record.js";

// Draws a record: each deferred a bar, its end a shape that says how it settled.

const ROW = 29;
const BAR = 14;
const AXIS = 26;
/** Room at the right for the shape of an end. */
const RIGHT = 28;
/** px of a letter of a value: they are of one width. */
const LETTER = 6.7;

/**
 * @typedef {import("./playground-record.js").Record} Record
 * @typedef {import("./playground-record.js").Row} Row
 */

/** @param {string} name @param {globalThis.Record<string, string | number>} attributes @param {(Node | string)[]} inside */
function svg(name, attributes, ...inside) {
	const element = document.createElementNS("http://www.w3.org/2000/svg", name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
	element.append(...inside);
	return element;
}

/** Distances of the axis: 1, 2 or 5 times a power of ten, so that there are about count of them. */
function stepOf(/** @type {number} */ end, /** @type {number} */ count) {
	const rough = end / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
}

/**
 * @param {SVGSVGElement} picture
 * @param {{point: (row: Row | null) => void, open: (row: Row) => void}} does for a row under the pointer or with focus,
 *   and for one that is clicked
 */
export function makeTimeline(picture, does) {
	/** @type {Map<number, {group: SVGElement, text: string}>} */
	let drawn = new Map();
	/** @type {Record | undefined} */
	let record;
	const axis = svg("g", { class: "axis", "aria-hidden": "true" });
	const rows = svg("g", {});
	const arrows = svg("g", { class: "arrows", "aria-hidden": "true" });
	// Not in the rows, whose names say the same and more.
	const texts = svg("g", { class: "texts", "aria-hidden": "true" });
	picture.append(axis, rows, arrows, texts);

	picture.addEventListener("keydown", (event) => {
		const groups = [...rows.children];
		const at = groups.indexOf(/** @type {Element} */ (event.target));
		const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: groups.length - 1 }[event.key];
		const row = record?.rows[at];
		if (to !== undefined) {
			event.preventDefault();
			/** @type {any} */ (groups[Math.min(Math.max(to, 0), groups.length - 1)])?.focus();
		} else if (row && (event.key === "Enter" || event.key === " ")) {
			event.preventDefault();
			does.open(row);
		}
	});

	/** @param {Row} row */
	function make(row) {
		const group = svg("g", { class: "row", role: "button", tabindex: drawn.size === 0 ? 0 : -1 });
		group.addEventListener("pointerenter", () => does.point(row));
		group.addEventListener("pointerleave", () => does.point(null));
		group.addEventListener("focus", () => {
			// One stop of the tab key for all rows; arrows go from one to the next.
			for (const one of rows.children) one.setAttribute("tabindex", one === group ? "0" : "-1");
			does.point(row);
		});
		group.addEventListener("click", () => does.open(row));
		rows.append(group);
		const entry = { group, text: "" };
		drawn.set(row.id, entry);
		return entry;
	}

	return {
		/** @param {Record | undefined} next none empties the picture */
		show(next) {
			record = next;
			drawn = new Map();
			for (const one of [axis, rows, arrows, texts]) one.replaceChildren();
		},

		/** @param {number} now ms since the run began: as long as pending bars are */
		draw(now) {
			if (!record) return;
			const width = picture.parentElement?.clientWidth ?? 600;
			const gutter = width < 520 ? 96 : 176;
			const height = AXIS + record.rows.length * ROW + 8;
			picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
			picture.setAttribute("width", String(width));
			picture.setAttribute("height", String(height));
			const end = Math.max(record.last, record.pending > 0 ? now : 0, 20);
			const scale = {
				gutter,
				width,
				height,
				end,
				x: (/** @type {number} */ time) => gutter + (time / end) * (width - gutter - RIGHT),
			};
			drawAxis(axis, scale);
			record.rows.forEach((row, i) => {
				const { group, ...entry } = drawn.get(row.id) ?? make(row);
				const text = describe(/** @type {Record} */ (record), row);
				if (entry.text !== text) group.setAttribute("aria-label", text);
				group.setAttribute("class", `row ${row.state}`);
				group.replaceChildren(...partsOf(row, i, end, scale));
			});
			texts.replaceChildren(...record.rows.flatMap((row, i) => textsOf(row, i, end, scale)));
			arrows.replaceChildren(...arrowsOf(record, scale));
		},
	};
}

/** @typedef {{gutter: number, width: number, height: number, end: number, x: (time: number) => number}} Scale */

/** @param {Element} axis @param {Scale} scale */
function drawAxis(axis, { gutter, width, height, end, x }) {
	const step = stepOf(end, Math.max(3, (width - gutter) / 110));
	const parts = [];
	for (let time = 0; time <= end; time += step) {
		parts.push(svg("line", { x1: x(time), x2: x(time), y1: AXIS - 6, y2: height }));
		const text = `${Number(time.toPrecision(6))}${time === 0 ? " ms" : ""}`;
		parts.push(svg("text", { x: x(time), y: 13, "text-anchor": "middle" }, text));
	}
	axis.replaceChildren(...parts);
}

const middle = (/** @type {number} */ i) => AXIS + i * ROW + ROW / 2;

/** @param {Row} row @param {number} i @param {number} end @param {Scale} scale */
function partsOf(row, i, end, scale) {
	const { y, from, to } = placeOf(row, i, end, scale);
	const { width, x } = scale;
	const parts = [
		svg("rect", { class: "back", x: 0, y: y - ROW / 2, width, height: ROW, rx: 6 }),
		svg("rect", { class: "life", x: from, y: y - BAR / 2, width: to - from, height: BAR, rx: 3 }),
	];
	for (const { at } of row.progress) {
		parts.push(svg("path", { class: "tick", d: `M${x(at)} ${y - BAR / 2 - 3}v${BAR + 6}` }));
	}
	for (const { at, phase } of row.requests) {
		if (phase === "retry")
			parts.push(svg("path", { class: "retry", d: `M${x(at) - 4} ${y - 5}l5 5l-5 5m4 -10l5 5l-5 5` }));
	}
	const shape = shapes[/** @type {keyof typeof shapes} */ (row.state)];
	if (shape)
		parts.push(
			svg("circle", { class: "rim", cx: to, cy: y, r: 9 }),
			svg("path", { class: "shape", d: shape(to, y) }),
		);
	return parts;
}

/** @param {Row} row @param {number} i @param {number} end @param {Scale} scale */
function placeOf(row, i, end, { x }) {
	const from = x(row.start);
	return { y: middle(i), from, to: Math.max(x(row.end ?? end), from + 2) };
}

/** Names at the left, and values beside the bars, on the side where there is room. @param {Row} row @param {number} i @param {number} end @param {Scale} scale */
function textsOf(row, i, end, scale) {
	const { y, from, to } = placeOf(row, i, end, scale);
	const { gutter, width } = scale;
	const text = (
		/** @type {string} */ name,
		/** @type {number} */ x,
		/** @type {string} */ anchor,
		/** @type {string} */ words,
	) => svg("text", { class: name, x, y: y + 4.5, "text-anchor": anchor }, words);
	const texts = [text("name", 10, "start", `${i + 1} ${row.kind}`)];
	if (row.line && gutter > 100) texts.push(text("where", gutter - 16, "end", `line ${row.line}`));
	if (row.value === undefined || row.value === "undefined") return texts;
	const value = short(row.value, 26);
	const wide = value.length * LETTER;
	if (to + 14 + wide < width) texts.push(text("value", to + 14, "start", value));
	else if (to - from > wide + 24) texts.push(text("value inside", to - 14, "end", value));
	return texts;
}

const shapes = {
	/** A disc. @param {number} x @param {number} y */
	resolved: (x, y) => `M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z`,
	/** A cross. @param {number} x @param {number} y */
	rejected: (x, y) => `M${x - 5} ${y - 5}l10 10m0 -10l-10 10`,
	/** A square. @param {number} x @param {number} y */
	aborted: (x, y) => `M${x - 5} ${y - 5}h10v10h-10z`,
};

/** From where an outcome comes to where it goes. @param {Record} record @param {Scale} scale */
function arrowsOf(record, { x }) {
	const parts = [];
	for (const [to, row] of record.rows.entries()) {
		for (const source of record.sources(row)) {
			const from = record.rows.indexOf(source);
			const isChain = source.id === row.parent;
			// Where the outcome went over. If it did not, or not yet, where the row was made.
			const went = source.end !== undefined && source.end <= (row.end ?? source.end);
			const at = x(went ? Math.max(source.end ?? 0, row.start) : row.start);
			const down = to > from ? 1 : -1;
			const y = middle(to) - down * (BAR / 2 + 1);
			const d = `M${at} ${middle(from) + down * (BAR / 2)}V${y - down * 4}M${at - 4} ${y - down * 6}l4 ${down * 6}l4 ${-down * 6}`;
			parts.push(
				svg("path", {
					class: `${isChain ? "chain" : "follows"}${went ? "" : " waits"}`,
					d,
				}),
			);
		}
	}
	return parts;
}
