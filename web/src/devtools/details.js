import { isAbortable } from "./abortable.js";
import { make } from "./dom.js";
import { titleOf } from "./rows.js";
import { duration } from "./times.js";

/**
 * @typedef {import("./parts.d.ts").Entry} Entry
 * @typedef {import("./recorder.js").Recorder} Recorder
 */

/** A line of a stack as a link to the file, where it names one that can be opened. @param {string} line */
function lineOf(line) {
	const [, before = "", url, at = "", after = ""] =
		/^(.*?)((?:https?|file):\/\/[^\s()]+?)((?::\d+){1,2})(\)?)$/.exec(line) ?? [];
	if (!url) return make("li", {}, line);
	const file = url.replace(/^.*\//, "");
	const link = make(
		"a",
		{ href: url, target: "_blank", rel: "noreferrer", title: url },
		`${file || url}${at}`,
	);
	return make("li", {}, before, link, after);
}

/** What is known of one deferred, and what can be done with it. */
export class Details {
	/** @param {Recorder} recorder @param {(id: number) => void} go selects another one */
	constructor(recorder, go) {
		this.recorder = recorder;
		this.go = go;
		/** What was drawn last: it is drawn again only if something differs. */
		this.drawn = "";
		this.element = make("section", { class: "details", "aria-label": "Details", tabindex: "0" });
	}

	/** @param {Entry | undefined} entry @param {number} now */
	draw(entry, now) {
		const { pending } = this.recorder;
		const core = entry?.ref.deref();
		const canAbort = entry?.state === "pending" && isAbortable(core);
		const waits = [...(entry?.waits ?? [])].filter((id) => pending.has(id));
		const { attempts = [], id, state, value, note, notes, parent } = entry ?? {};
		const drawn = JSON.stringify([id, state, value, notes, parent, waits, canAbort, attempts]);
		if (drawn === this.drawn) return;
		this.drawn = drawn;
		if (!entry) {
			this.element.replaceChildren(make("p", { class: "empty" }, "Select a row to see more of it."));
			return;
		}
		const facts = make("dl");
		/** @param {string} name @param {...(Node | string)} what */
		const fact = (name, ...what) => facts.append(make("dt", {}, name), make("dd", {}, ...what));
		const link = (/** @type {number} */ to) =>
			make("button", { type: "button", class: "ref", click: () => this.go(to) }, `#${to}`);
		fact(
			"State",
			entry.ended === undefined ? entry.state : `${entry.state} after ${duration(entry.ended - entry.at)}`,
		);
		if (value) fact(entry.state === "resolved" ? "Value" : "Reason", make("code", {}, value));
		if (entry.owner) fact("Of", entry.owner);
		if (notes) fact("Progress", `${notes} ×, last `, make("code", {}, note ?? ""));
		if (parent !== undefined) fact("Made from", link(parent));
		if (waits.length > 0) fact("Waits for", ...waits.slice(0, 20).map(link), waits.length > 20 ? " …" : "");
		if (attempts.length > 0)
			fact(
				"Attempts",
				make(
					"ol",
					{},
					...attempts.map(({ at, ended, status }) =>
						make(
							"li",
							{},
							`${status === undefined ? "under way" : status === 0 ? "no answer" : status}, ${duration((ended ?? now) - at)}`,
						),
					),
				),
			);
		fact(
			"Created",
			entry.stack
				? make("ol", { class: "stack" }, ...entry.stack.split("\n").map(lineOf))
				: "before the recorder, or by the script",
		);
		const title = make("h2", {}, `${entry.kind} #${entry.id}`);
		const head = make("div", { class: "head" }, title);
		if (canAbort)
			head.append(
				make("button", { type: "button", class: "abort", click: () => this.abort(entry) }, "Abort"),
			);
		const label = titleOf(entry);
		this.element.replaceChildren(head, ...(entry.label ? [make("p", { class: "label" }, label)] : []), facts);
	}

	/** @param {Entry} entry */
	abort(entry) {
		const core = entry.ref.deref();
		if (core) this.recorder.parts.abort(core);
		this.element.focus(); // the button goes
	}
}
