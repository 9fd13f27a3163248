// Loads the page again when its program has been built anew, and shows why a build failed. It works under strict
// policies: nothing is inline, there is no eval, and the text of an error is never read as HTML.
(() => {
	const script = document.currentScript;
	const loaded = script.dataset.version;
	const events = new EventSource(new URL("events", script.src));
	/** @type {HTMLElement | null} */
	let overlay = null;

	events.onmessage = ({ data }) => {
		const { version, error } = JSON.parse(data);
		if (version !== loaded && isNew(version)) location.reload();
		else if (error) show(error);
		else hide();
	};

	/** A page that a service worker or the like keeps as it was is loaded once only, and not for ever. */
	function isNew(version) {
		try {
			if (sessionStorage.getItem("godeferred-live") === version) return false;
			sessionStorage.setItem("godeferred-live", version);
		} catch {
			// a page without storage
		}
		return true;
	}

	function show(text) {
		hide();
		overlay = document.createElement("div");
		overlay.id = "godeferred-live";
		overlay.setAttribute("role", "alert");
		// A shadow root keeps the page's styles out. An adopted style sheet is not inline, so strict policies allow it.
		const shadow = overlay.attachShadow({ mode: "open" });
		const style = new CSSStyleSheet();
		style.replaceSync(
			"pre { position: fixed; inset: 0; z-index: 2147483647; margin: 0; padding: 2em; overflow: auto; " +
				"white-space: pre-wrap; font: 14px/1.5 monospace; color: #fee; background: #311e }",
		);
		shadow.adoptedStyleSheets = [style];
		const pre = document.createElement("pre");
		pre.textContent = text;
		shadow.append(pre);
		document.documentElement.append(overlay);
	}

	function hide() {
		overlay?.remove();
		overlay = null;
	}
})();
