// What one run did, from the events of its deferreds: rows for the timeline and for the table.

/**
 * @typedef {object} Row
 * @property {number} id
 * @property {string} kind as `inspect()` names it
 * @property {number} start ms since the run began
 * @property {number} [end]
 * @property {"pending" | "resolved" | "rejected" | "aborted" | "abandoned"} state
 * @property {string} [label] what it is the promise of
 * @property {string} [value] as text
 * @property {number} [parent] the row whose `then` or join made it
 * @property {number} [line] of the code
 * @property {{at: number, value: string}[]} progress
 * @property {{at: number, of: number}[]} follows
 * @property {{at: number, phase: string, attempt: number, status?: number}[]} requests
 */

/** Rows beyond these are counted and not drawn. */
export const MOST_ROWS = 120;

export class Record {
	/** @param {number} began when the run began, by the frame's clock */
	constructor(began) {
		this.began = began;
		/** @type {Row[]} in the order of creation */
		this.rows = [];
		/** @type {Map<number, Row>} */
		this.byId = new Map();
		this.more = 0;
		this.pending = 0;
		/** ms of the last event. */
		this.last = 0;
	}

	/** @param {any} event */
	add(event) {
		const at = Math.max(0, event.at - this.began);
		this.last = Math.max(this.last, at);
		if (event.type === "created") return this.create(event, at);
		const row = this.byId.get(event.id);
		if (!row) return;
		if (event.type === "progress") row.progress.push({ at, value: event.value });
		if (event.type === "collected") {
			this.pending--;
			Object.assign(row, { end: at, state: "abandoned" });
		}
		if (event.type === "follows" || event.type === "waits") row.follows.push({ at, of: event.of });
		if (event.type === "request") row.requests.push({ at, ...picked(event) });
		if (event.type === "settled") {
			if (row.end === undefined) this.pending--;
			Object.assign(row, { end: at, state: event.state, value: event.value });
		}
	}

	/** @param {any} event @param {number} start */
	create({ id, kind, parent, label, line }, start) {
		if (this.rows.length >= MOST_ROWS) {
			this.more++;
			return;
		}
		/** @type {Row} */
		const row = {
			id,
			kind,
			start,
			parent,
			label,
			line,
			state: "pending",
			progress: [],
			follows: [],
			requests: [],
		};
		this.rows.push(row);
		this.byId.set(id, row);
		this.pending++;
	}

	/** The rows that row waits for, or took its outcome from. @param {Row} row */
	sources(row) {
		const ids = new Set([row.parent, ...row.follows.map(({ of }) => of)]);
		return [...ids].map((id) => this.byId.get(/** @type {number} */ (id))).filter((one) => one !== undefined);
	}

	/** @param {Row} row */
	numberOf(row) {
		return this.rows.indexOf(row) + 1;
	}
}

/** @param {any} event */
const picked = ({ phase, attempt, status }) => ({ phase, attempt, status });

const ms = (/** @type {number} */ time) => `${Math.round(time)} ms`;

/** A row in words. @param {Record} record @param {Row} row */
export function describe(record, row) {
	const parts = [
		`${row.kind} ${record.numberOf(row)}${row.label ? `, ${short(row.label, 60)}` : ""}`,
		row.state,
		row.end === undefined ? `since ${ms(row.start)}` : `from ${ms(row.start)} to ${ms(row.end)}`,
	];
	if (row.value !== undefined && row.value !== "undefined") parts.push(`with ${short(row.value, 120)}`);
	if (row.progress.length > 0)
		parts.push(`progress ${row.progress.map((one) => short(one.value, 20)).join(", ")}`);
	const attempts = row.requests.filter(({ phase }) => phase !== "answer").length;
	if (attempts > 1) parts.push(`${attempts} attempts`);
	const after = record.sources(row).map((one) => `${one.kind} ${record.numberOf(one)}`);
	if (after.length > 0) parts.push(`after ${after.join(", ")}`);
	if (row.line) parts.push(`created in line ${row.line}`);
	return parts.join(" · ");
}

/** @param {string} text @param {number} most */
export function short(text, most) {
	const line = text.replace(/\s+/g, " ");
	return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
