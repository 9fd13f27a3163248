// The visitor's choice of light or dark. It runs first in each page's head, so that nothing flashes in other colours;
// the switch in the header is wired once it is there.
(() => {
	const root = document.documentElement;
	const KEY = "theme";
	const themes = ["light", "dark"];

	const stored = () => {
		try {
			return localStorage.getItem(KEY) ?? "";
		} catch {
			return ""; // storage is forbidden: the choice holds for this page
		}
	};
	const apply = (/** @type {string} */ theme) => {
		if (themes.includes(theme)) root.dataset.theme = theme;
		else delete root.dataset.theme;
	};

	apply(stored());
	root.dataset.script = ""; // shows the switch, which does nothing without this script
	document.addEventListener("DOMContentLoaded", () => {
		const choice = /** @type {HTMLSelectElement} */ (document.getElementById("theme"));
		choice.value = root.dataset.theme ?? "";
		choice.addEventListener("change", () => {
			apply(choice.value);
			try {
				localStorage.setItem(KEY, choice.value);
			} catch {}
		});
		// Another tab's choice holds here, too.
		addEventListener("storage", (event) => {
			if (event.key !== KEY) return;
			apply(event.newValue ?? "");
			choice.value = root.dataset.theme ?? "";
		});
	});
})();
