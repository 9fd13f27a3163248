// Opens the search of the documentation: by the link in the header, by "/" and by Ctrl-K. Everything else of it is
// downloaded with the first use.
(() => {
	const open = async () => {
		try {
			(await import("/pages/docsearch.js")).open();
		} catch {
			location.assign("/docs/"); // the list of all pages
		}
	};
	const inField = (/** @type {any} */ target) =>
		target?.isContentEditable || /^(?:input|textarea|select)$/i.test(target?.tagName ?? "");

	addEventListener("click", (event) => {
		const link = event.target instanceof Element && event.target.closest("a.search");
		if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		open();
	});
	addEventListener("keydown", (event) => {
		const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
		const control = event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
		if (event.defaultPrevented || (!slash && !control) || (slash && inField(event.target))) return;
		event.preventDefault();
		open();
	});
	if (location.pathname === "/docs/" && location.hash === "#search") open(); // the link was followed without this script
})();
