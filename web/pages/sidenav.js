// The documentation's list of pages is beside the text where there is room; elsewhere it is closed at first. This runs
// right behind the list, before it is shown.
(() => {
	const list = document.querySelector(".side-all");
	const narrow = matchMedia("(width < 56rem)");
	const fit = () => {
		list.open = !narrow.matches;
	};
	narrow.addEventListener("change", fit);
	fit();
	// The page's own line may be far down in a long list.
	if (!narrow.matches) list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
})();
