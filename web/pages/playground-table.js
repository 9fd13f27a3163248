import { short } from "./playground-record.js";

// The record as a table: the same as the timeline, for reading and for copying.

/**
 * @param {HTMLElement} body @param {import("./playground-record.js").Record} record
 * @param {(line: number) => void} open goes to a line of the code
 */
export function fillTable(body, record, open) {
	const time = (/** @type {number | undefined} */ ms) => (ms === undefined ? "" : String(Math.round(ms)));
	body.replaceChildren(
		...record.rows.map((row, i) => {
			const line = document.createElement("tr");
			const head = document.createElement("th");
			head.scope = "row";
			head.textContent = String(i + 1);
			const texts = [
				row.kind,
				row.state,
				time(row.start),
				time(row.end),
				row.value === "undefined" ? "" : short(row.value ?? "", 80),
				row.progress.map((one) => short(one.value, 20)).join(", "),
				record
					.sources(row)
					.map((one) => record.numberOf(one))
					.join(", "),
			];
			const cells = texts.map((text) => {
				const cell = document.createElement("td");
				cell.textContent = text;
				return cell;
			});
			const last = document.createElement("td");
			if (row.line) {
				const { line: number } = row;
				const button = document.createElement("button");
				button.type = "button";
				button.className = "line";
				button.textContent = String(number);
				button.setAttribute("aria-label", `Line ${number}`);
				button.addEventListener("click", () => open(number));
				last.append(button);
			}
			line.append(head, ...cells, last);
			return line;
		}),
	);
}
