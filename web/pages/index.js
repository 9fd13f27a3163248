// The front page: an example to press, and what this visit took. Neither needs the runtime.
(() => {
	const byId = (id) => document.getElementById(id);
	const printed = byId("printed");
	const $ = window.godeferred;
	if (!$) {
		printed.textContent = "The script godeferred.js did not load. Reload this page to try again.";
		return;
	}

	let pressedAt = 0;
	const print = (text) => {
		const line = document.createElement("strong");
		line.textContent = text;
		printed.replaceChildren(line, ` printed ${took(performance.now() - pressedAt)} after the press`);
	};
	const took = (ms) => (ms < 0.1 ? "less than 0.1 ms" : `${ms.toFixed(1)} ms`);

	let running;
	function start() {
		// shown:begin
		const tea = $.Deferred();
		const cups = $.Deferred();

		$.when(tea, cups)
			.then((kind, count) => `${count} cups of ${kind}`)
			.done((text) => print(text))
			.fail((reason) => print(`No tea: ${reason}`));
		// shown:end

		running = { tea, cups };
		printed.replaceChildren();
		for (const [id, promise] of Object.entries({ tea, cups, both: $.when(tea, cups) })) {
			const show = () => {
				const state = promise.state();
				byId(`state-${id}`).textContent = state;
				byId(`state-${id}`).dataset.state = state;
			};
			show();
			promise.always(show);
		}
	}

	/** Runs a line on a deferred, which only its first settling changes. */
	const settle = (name, line) => {
		const deferred = running[name];
		const before = deferred.state();
		line(deferred);
		if (before !== "pending") {
			printed.textContent = `${name} is ${before} already, so this call does nothing.`;
		}
	};
	const presses = {
		resolveTea: () => settle("tea", (tea) => tea.resolve("Assam")),
		resolveCups: () => settle("cups", (cups) => cups.resolve(3)),
		rejectTea: () => settle("tea", (tea) => tea.reject("no water")),
		again: start,
	};
	for (const button of document.querySelectorAll("[data-press]")) {
		button.addEventListener("click", () => {
			pressedAt = performance.now();
			presses[button.dataset.press]();
		});
		button.disabled = false;
	}
	start();

	// Counted from the moment this page was asked for.
	const usableAt = performance.now();
	const [script] = performance.getEntriesByName(document.querySelector("script[data-lazy]").src);
	const bytes = script?.transferSize ?? 0;
	byId("measured").textContent =
		`On this visit, the example above could be pressed after ${Math.round(usableAt)} ms. ` +
		(bytes > 0
			? `${(bytes / 1000).toFixed(1)} kB of script were transferred.`
			: "The script came from the browser’s cache.");
})();
