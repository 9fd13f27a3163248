// On every page with a runtime: says in plain words why the runtime, or the page's own Go program, did not start, where
// it did not, and lets the visitor try again.
// A page has <div id="startup-error" role="alert"> for it, empty until then. A page with a Go program of its own has
// <p id="program-state">, too: it says whether the program runs, and is no live region, since it changes at the load.
//
// startupFailure(...arguments of a failed request) is what to say of the request if it failed for that reason, else "".
(() => {
	const box = document.getElementById("startup-error");
	const line = document.getElementById("program-state");
	const hasProgram = document.querySelector("script[data-wasm]") !== null;
	const state = (text) => {
		if (line) line.textContent = text;
	};

	window.startupFailure = (_jqXHR, _textStatus, error) =>
		window.godeferred && error instanceof window.godeferred.GodeferredError
			? "The runtime did not start, so the request was not sent."
			: "";

	if (!window.godeferred) {
		// The one failure that the runtime cannot report itself.
		box.textContent =
			"The script godeferred.js did not load, and this page needs it. Run `make build`, then reload this page.";
		state("The page’s Go program does not run.");
		return;
	}

	const words = {
		ended:
			"The page’s Go program has ended, so its buttons do nothing now. Start it again, or reload the page. " +
			"The browser’s console has what the program wrote last.",
		program:
			"The page’s Go program did not start, so its buttons do nothing. Start it again; if that fails, too, " +
			"the reason below says what is wrong.",
		runtime:
			"The runtime did not start. Until it does, godeferred’s animations jump to their end, and its requests fail.",
	};

	const show = (error) => {
		const text = document.createElement("p");
		text.textContent = words[error.code === "ended" ? "ended" : hasProgram ? "program" : "runtime"];
		const reason = document.createElement("p");
		reason.textContent = error.message; // A GodeferredError says what is wrong and what to do.
		const again = document.createElement("button");
		again.type = "button";
		again.className = "button";
		again.textContent = "Start it again";
		again.addEventListener("click", () => {
			again.setAttribute("aria-disabled", "true");
			window.godeferred.load().then(started, show);
		});
		const hadFocus = box.contains(document.activeElement);
		box.replaceChildren(text, reason, again);
		if (hadFocus) again.focus();
		state("The page’s Go program does not run.");
	};
	const started = () => {
		box.replaceChildren();
		state("The page’s Go program runs.");
	};
	window.godeferred.ready.then(started, show);
	// A page's own program can end later.
	window.addEventListener("error", ({ error }) => {
		if (error instanceof window.godeferred.GodeferredError && error.code === "ended") show(error);
	});
})();
