// On every page: says in plain words why the runtime did not start, where it did not, and lets the visitor try again.
// A page has <div id="startup-error" role="alert"> for it, empty until then.
//
// startupFailure(...arguments of a failed request) is what to say of the request if it failed for that reason, else "".
(() => {
	const box = document.getElementById("startup-error");

	window.startupFailure = (_jqXHR, _textStatus, error) =>
		window.godeferred && error instanceof window.godeferred.GodeferredError
			? "The runtime did not start, so the request was not sent."
			: "";

	if (!window.godeferred) {
		// The one failure that the runtime cannot report itself.
		box.textContent =
			"The script godeferred.js did not load, and this page needs it. Run `make build`, then reload this page.";
		for (const line of document.querySelectorAll("[role=status]"))
			line.textContent = "The script did not load.";
		return;
	}

	const show = (error) => {
		const words = document.createElement("p");
		words.textContent =
			error.code === "ended"
				? "The Go program of this page has ended."
				: "The runtime did not start. Until it does, godeferred’s animations jump to their end, and its requests fail.";
		const reason = document.createElement("p");
		reason.textContent = error.message; // A GodeferredError says what is wrong and what to do.
		const again = document.createElement("button");
		again.type = "button";
		again.className = "button";
		again.textContent = "Start it again";
		again.addEventListener("click", () => {
			again.setAttribute("aria-disabled", "true");
			window.godeferred.load().then(() => box.replaceChildren(), show);
		});
		const hadFocus = box.contains(document.activeElement);
		box.replaceChildren(words, reason, again);
		if (hadFocus) again.focus();
	};
	window.godeferred.ready.catch(show);
	// A page's own program can end later.
	window.addEventListener("error", ({ error }) => {
		if (error instanceof window.godeferred.GodeferredError && error.code === "ended") show(error);
	});
})();
