import { make, set, write } from "./dom.js";
import { titleOf } from "./rows.js";
import { duration } from "./times.js";

/**
 * @typedef {import("./parts.d.ts").Entry} Entry
 * @typedef {import("./rows.js").Row} Row
 */

/** The height of a row in px, as in style.js. */
export const ROW = 28;
/** Rows above and below the view that are elements, too. */
const MORE = 6;
/** Levels below this one are not moved further to the right. */
const DEEPEST = 10;

/** A shape for each state, so that colour is not all. @type {Record<Entry["state"], string>} */
const shapes = { pending: "○", resolved: "●", rejected: "✕", aborted: "■", collected: "–" };

/**
 * A list of which only the rows in view are elements. They are used again for other entries, and only what differs
 * is written. Sizes are not read while it is drawn: an observer and the scroll event tell them.
 */
export class List {
	/** @param {(entry: Entry | undefined) => void} selected @param {() => void} changed @param {Set<number>} closed */
	constructor(selected, changed, closed) {
		this.selected = selected;
		this.changed = changed;
		this.closed = closed;
		/** @type {Row[]} */
		this.rows = [];
		/** The selected entry. @type {number | undefined} */
		this.id = undefined;
		this.top = 0;
		this.height = 300;
		/** @type {any[]} */
		this.pool = [];
		this.space = make("div", { class: "space", role: "rowgroup" });
		this.empty = make("p", { class: "empty" });
		this.element = make(
			"div",
			{
				class: "list",
				role: "treegrid",
				tabindex: "0",
				scroll: () => {
					this.top = this.element.scrollTop;
					this.changed();
				},
				keydown: (/** @type {KeyboardEvent} */ event) => this.press(event),
			},
			this.space,
		);
		this.observer = new ResizeObserver(([{ contentRect }]) => {
			this.height = contentRect.height;
			this.changed();
		});
		this.observer.observe(this.element);
	}

	/** @param {Row[]} rows @param {string} name @param {number} now */
	draw(rows, name, now) {
		this.rows = rows;
		set(this.element, "aria-label", name);
		set(this.element, "aria-rowcount", rows.length);
		set(this.element, "hidden", rows.length === 0 ? "" : null);
		const height = `${rows.length * ROW}px`;
		if (this.space.style.height !== height) this.space.style.height = height;
		const first = Math.max(0, Math.floor(this.top / ROW) - MORE);
		const count = Math.min(rows.length - first, Math.ceil(this.height / ROW) + 2 * MORE);
		while (this.pool.length < count) this.pool.push(this.makeRow());
		let active = null;
		this.pool.forEach((element, i) => {
			const row = i < count ? rows[first + i] : undefined;
			set(element, "hidden", row ? null : "");
			if (!row) return;
			this.drawRow(element, row, first + i, now);
			if (row.entry.id === this.id) active = element.id;
		});
		set(this.element, "aria-activedescendant", active);
	}

	makeRow() {
		const cell = (/** @type {string} */ name, /** @type {any[]} */ ...children) =>
			make("span", { class: name, role: "gridcell" }, ...children);
		const shape = make("span", { class: "shape", "aria-hidden": "true" });
		const word = make("span", { class: "hear" });
		const twist = make("span", {
			class: "twist",
			"aria-hidden": "true",
			click: () => this.toggle(element.row),
		});
		const kind = make("span", { class: "kind" });
		const what = cell("what");
		const value = cell("value");
		const time = cell("time");
		const element = make(
			"div",
			{
				class: "row",
				role: "row",
				id: `row${this.pool.length}`,
				click: () => this.select(element.row?.entry),
			},
			cell("name", twist, shape, word, kind),
			what,
			value,
			time,
		);
		Object.assign(element, { parts: { shape, word, twist, kind, what, value, time } });
		this.space.append(element);
		return element;
	}

	/** @param {any} element @param {Row} row @param {number} i @param {number} now */
	drawRow(element, row, i, now) {
		const { entry, level, children, isOpen } = row;
		const { shape, word, twist, kind, what, value, time } = element.parts;
		element.row = row;
		const top = `translateY(${i * ROW}px)`;
		if (element.style.transform !== top) element.style.transform = top;
		const indent = `${Math.min(level - 1, DEEPEST) * 14}px`;
		if (twist.style.marginInlineStart !== indent) twist.style.marginInlineStart = indent;
		set(element, "aria-rowindex", i + 1);
		set(element, "aria-level", level);
		set(element, "aria-expanded", children > 0 ? String(isOpen) : null);
		set(element, "aria-selected", String(entry.id === this.id));
		set(element, "data-state", entry.state);
		write(twist, children === 0 ? "" : isOpen ? "▾" : "▸");
		write(shape, shapes[entry.state]);
		write(word, `${entry.state} `);
		write(kind, `${entry.kind} #${entry.id}`);
		write(what, titleOf(entry));
		const { attempts, notes, note } = entry;
		const retried = attempts.length > 1 ? `attempt ${attempts.length}` : "";
		write(value, entry.value ?? [retried, notes > 0 ? `${note}` : ""].filter(Boolean).join(" · "));
		write(time, duration((entry.ended ?? now) - entry.at));
	}

	/** @param {Entry | undefined} entry */
	select(entry) {
		this.id = entry?.id;
		this.selected(entry);
		this.changed();
	}

	/** Shows or hides what is below a row. @param {Row | undefined} row @param {boolean} [open] */
	toggle(row, open = !row?.isOpen) {
		if (!row || row.children === 0) return;
		if (open) this.closed.delete(row.entry.id);
		else this.closed.add(row.entry.id);
		this.changed();
	}

	/** @param {KeyboardEvent} event */
	press(event) {
		const at = this.rows.findIndex(({ entry }) => entry.id === this.id);
		const row = this.rows[at];
		const page = Math.max(1, Math.floor(this.height / ROW) - 1);
		const last = this.rows.length - 1;
		/** @type {Record<string, () => number>} */
		const moves = {
			ArrowDown: () => at + 1,
			ArrowUp: () => Math.max(0, at - 1),
			PageDown: () => at + page,
			PageUp: () => at - page,
			Home: () => 0,
			End: () => last,
			ArrowRight: () => {
				if (!row?.children || row.isOpen) return at + 1;
				this.toggle(row, true);
				return at;
			},
			ArrowLeft: () => {
				if (row?.children && row.isOpen) {
					this.toggle(row, false);
					return at;
				}
				let up = at;
				while (up > 0 && this.rows[up].level >= (row?.level ?? 1)) up--;
				return up;
			},
		};
		const move = moves[event.key];
		if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		const to = Math.min(Math.max(move(), 0), last);
		this.reveal(to);
		this.select(this.rows[to]?.entry);
	}

	/** Scrolls a row into view. @param {number} i */
	reveal(i) {
		const top = i * ROW;
		if (top < this.top) this.top = top;
		else if (top + ROW > this.top + this.height) this.top = top + ROW - this.height;
		else return;
		this.element.scrollTop = this.top;
	}

	close() {
		this.observer.disconnect();
	}
}
