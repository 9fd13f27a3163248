/**
 * The editor where CodeMirror is not there yet, or cannot be loaded: the text area itself.
 *
 * @param {HTMLTextAreaElement} area @param {{run: () => void, changed: () => void}} does
 */
export function useTextArea(area, does) {
	area.addEventListener("input", does.changed);
	area.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		does.run();
	});
	return {
		get code() {
			return area.value;
		},
		set code(code) {
			area.value = code;
		},
		focus: () => area.focus(),
		/** A text area has no marks. @type {(line: number | null, kind: "marked" | "wrong") => void} */
		mark() {},
		/** @param {number} line */
		goTo(line) {
			const before = area.value.split("\n").slice(0, line - 1);
			const at = before.join("\n").length + (before.length > 0 ? 1 : 0);
			area.focus();
			area.setSelectionRange(at, at);
		},
	};
}
