// The console of the playground: what the code has written, and its errors.

const signs = { log: "", warn: "▲", error: "✕" };
const levels = { log: "", warn: "Warning: ", error: "Error: " };

/** @param {HTMLElement} list @param {(line: number) => void} open goes to a line of the code */
export function makeConsole(list, open) {
	/** @param {string} tag @param {string} name @param {string} text */
	function part(tag, name, text) {
		const element = document.createElement(tag);
		element.className = name;
		element.textContent = text;
		return element;
	}
	return {
		clear: () => list.replaceChildren(),
		/** @param {{level: "log" | "warn" | "error", text: string, line?: number}} message */
		add({ level, text, line }) {
			const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 8;
			const item = document.createElement("li");
			item.className = level;
			const sign = part("span", "sign", signs[level]);
			sign.setAttribute("aria-hidden", "true");
			const words = part("span", "text", text);
			if (levels[level]) words.prepend(part("span", "for-readers", levels[level]));
			item.append(sign, words);
			if (line) {
				const button = /** @type {HTMLButtonElement} */ (part("button", "line", `line ${line}`));
				button.type = "button";
				button.addEventListener("click", () => open(line));
				item.append(button);
			}
			list.append(item);
			if (atEnd) list.scrollTop = list.scrollHeight;
		},
	};
}
