import { Details } from "./details.js";
import { make, set, write } from "./dom.js";
import { Grip } from "./grip.js";
import { List } from "./list.js";
import { rowsOf, tabs } from "./rows.js";
import { style } from "./style.js";
import { bytes } from "./times.js";

/** @typedef {import("./recorder.js").Recorder} Recorder */

/** The panel is drawn at most so often, in ms, and ages while nothing happens. */
const OFTEN = 100;
const AGES = 1000;

/** Events of keys and pointers in the panel are not the page's: a shortcut of the page's must not answer them. */
const ours = [
	"keydown",
	"keyup",
	"keypress",
	"input",
	"change",
	"click",
	"dblclick",
	"pointerdown",
	"mousedown",
	"wheel",
];

/** The panel: an element with a closed shadow root, at the end of the document. */
export class Panel {
	/** @param {Recorder} recorder @param {() => void} close closes all of it */
	constructor(recorder, close) {
		this.recorder = recorder;
		this.tab = tabs[0];
		/** Entries whose children are not shown. @type {Set<number>} */
		this.closed = new Set();
		this.isPaused = false;
		this.soon = false;
		/** What is shown has changed, and not only the time. */
		this.stale = true;
		/** @type {import("./rows.js").Rows} */
		this.shown = { rows: [], left: 0 };
		this.later = this.later.bind(this);
		this.list = new List(() => this.later(), this.later, this.closed);
		this.details = new Details(recorder, (id) => this.go(id));
		// Its elements that change: see makeHost.
		/** @type {any} */ this.filter = undefined;
		/** @type {any} */ this.pause = undefined;
		/** @type {any} */ this.dock = undefined;
		/** @type {any[]} */ this.counts = [];
		/** @type {any[]} */ this.tabs = [];
		/** @type {any} */ this.status = undefined;
		/** @type {any} */ this.note = undefined;
		/** @type {any} */ this.view = undefined;
		this.grip = new Grip(() => this.host);
		/** @type {HTMLElement} */
		this.host = this.makeHost(close);
		this.stop = recorder.watch(this.later);
		document.documentElement.append(this.host);
		this.timer = setInterval(() => this.later(), AGES);
		this.draw();
	}

	/** @param {() => void} close */
	makeHost(close) {
		/** @param {string} text @param {(event: Event) => void} click @param {Record<string, any>} [more] */
		const button = (text, click, more) => make("button", { type: "button", click, ...more }, text);
		this.filter = make("input", {
			type: "search",
			placeholder: "Filter",
			"aria-label": "Filter",
			spellcheck: "false",
			autocomplete: "off",
			input: () => this.changed(),
		});
		this.pause = button("Pause", () => this.setPaused(!this.isPaused), { "aria-pressed": "false" });
		this.dock = button("Right", () => this.setDock(this.host.dataset.dock !== "right"), {
			"aria-label": "Dock at the right",
		});
		this.counts = tabs.map(() => make("span", { class: "count" }));
		this.tabs = tabs.map((name, i) =>
			button(`${name} `, () => this.show(name), {
				role: "tab",
				id: `tab${i}`,
				"aria-controls": "view",
				keydown: (/** @type {KeyboardEvent} */ event) => this.pressTab(event, i),
			}),
		);
		this.tabs.forEach((tab, i) => {
			tab.append(this.counts[i]);
		});
		this.status = make("div", { class: "status" });
		this.note = make("p", { class: "empty" });
		this.view = make("div", { class: "view", id: "view", role: "tabpanel" }, this.list.element, this.note);
		const panel = make(
			"div",
			{ class: "panel", role: "region", "aria-label": "godeferred devtools" },
			this.grip.element,
			make(
				"div",
				{ class: "bar" },
				make("p", { class: "brand" }, "godeferred"),
				this.filter,
				make("span", { class: "spring" }),
				this.pause,
				button("Clear", () => this.clear(), { title: "Forget what has settled" }),
				this.dock,
				button("Close", close),
			),
			make("div", { class: "tabs", role: "tablist", "aria-label": "Lists" }, ...this.tabs),
			make("div", { class: "body" }, this.view, this.details.element),
			this.status,
		);
		// No customElements.define: a definition could not be taken back.
		const host = document.createElement("godeferred-devtools");
		const root = host.attachShadow({ mode: "closed" });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(style);
		root.adoptedStyleSheets = [sheet];
		root.append(panel);
		for (const type of ours) host.addEventListener(type, (event) => event.stopPropagation());
		return host;
	}

	/** Draws soon, together with whatever else happens until then. */
	later() {
		this.stale = true;
		if (this.soon) return;
		this.soon = true;
		const wait = Math.max(0, OFTEN - (performance.now() - (this.drawn ?? 0)));
		this.waiting = setTimeout(() => {
			this.frame = requestAnimationFrame(() => {
				this.soon = false;
				this.draw();
			});
		}, wait);
	}

	draw() {
		const { recorder, tab } = this;
		this.drawn = performance.now();
		if (!this.isPaused) {
			this.now = this.drawn;
			this.shown = rowsOf(recorder, tab, this.filter.value, this.closed);
			this.drawCounts();
		}
		const now = this.now ?? this.drawn;
		const { rows, left } = this.shown;
		this.list.draw(rows, tab, now);
		this.tabs.forEach((one, i) => {
			set(one, "aria-selected", String(tabs[i] === tab));
			set(one, "tabindex", tabs[i] === tab ? 0 : -1);
		});
		set(this.view, "aria-labelledby", `tab${tabs.indexOf(tab)}`);
		write(this.note, left > 0 ? `${left} more` : rows.length > 0 ? "" : this.emptyText());
		set(this.note, "hidden", rows.length > 0 && left === 0 ? "" : null);
		const { id } = this.list;
		const selected = id === undefined ? undefined : this.recorder.find(id);
		this.details.draw(selected, now);
	}

	emptyText() {
		if (this.filter.value) return "Nothing matches the filter.";
		return this.tab === "Pending" ? "Nothing is pending." : "Nothing yet.";
	}

	drawCounts() {
		const { recorder } = this;
		const pending = [...recorder.pending.values()];
		const count = (/** @type {(kind: string) => boolean} */ is) =>
			pending.filter(({ kind }) => is(kind)).length;
		const all = [
			pending.length,
			Math.min(recorder.settled.length, recorder.kept),
			count((kind) => kind === "ajax"),
			count((kind) => kind === "animation"),
			count((kind) => kind.startsWith("go")),
		];
		all.forEach((n, i) => {
			write(this.counts[i], n === 0 ? "" : String(n));
		});
		const { unseen, runtime, wasm } = recorder.around();
		write(
			this.status,
			[
				`${pending.length} pending`,
				unseen > 0 && `${unseen} from before the recorder`,
				runtime && `runtime ${runtime}`,
				wasm && `wasm ${bytes(wasm.bytes)} (${wasm.pages} pages), Go has ${wasm.objects} objects of the page`,
				wasm?.callbacks !== undefined && `${wasm.callbacks} live callbacks`,
			]
				.filter(Boolean)
				.join(" · "),
		);
	}

	/** Selects an entry, in the list that has it. @param {number} id */
	go(id) {
		const entry = this.recorder.find(id);
		if (!entry) return;
		this.filter.value = "";
		this.tab = entry.state === "pending" ? "Pending" : "Settled";
		this.list.id = id;
		this.draw();
		this.list.reveal(
			Math.max(
				0,
				this.shown.rows.findIndex((row) => row.entry.id === id),
			),
		);
		this.draw();
		this.details.element.focus();
	}

	/** @param {string} tab */
	show(tab) {
		this.tab = tab;
		this.list.element.scrollTop = this.list.top = 0;
		this.changed();
	}

	/** The page's developer has asked for another list: it is drawn also while it is paused. */
	changed() {
		const { isPaused } = this;
		this.isPaused = false;
		this.draw();
		this.isPaused = isPaused;
	}

	/** @param {KeyboardEvent} event @param {number} i */
	pressTab(event, i) {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		const to = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : step && i + step;
		if (to === undefined) return;
		event.preventDefault();
		const next = (to + tabs.length) % tabs.length;
		this.show(tabs[next]);
		this.tabs[next].focus();
	}

	/** @param {boolean} is */
	setPaused(is) {
		this.isPaused = is;
		set(this.pause, "aria-pressed", String(is));
		this.later();
	}

	/** @param {boolean} right */
	setDock(right) {
		if (right) this.host.dataset.dock = "right";
		else delete this.host.dataset.dock;
		write(this.dock, right ? "Bottom" : "Right");
		set(this.dock, "aria-label", right ? "Dock at the bottom" : "Dock at the right");
		this.grip.turn(right);
	}

	clear() {
		this.recorder.clear();
		this.changed();
	}

	close() {
		this.stop();
		clearInterval(this.timer);
		clearTimeout(this.waiting);
		cancelAnimationFrame(this.frame ?? 0);
		this.list.close();
		this.host.remove();
	}
}
