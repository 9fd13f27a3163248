// Added first to each page of the site that looks.js opens: writes down what the page says and does wrong from its start.

(() => {
	/** What looks.js reads. */
	const witness = {
		/** @type {string[]} */
		problems: [],
		/** The sum of layout shifts, as the browser counts them; 0 where it counts none. */
		shift: 0,
	};
	/** @type {any} */ (window).witness = witness;
	for (const name of /** @type {const} */ (["debug", "error", "info", "log", "trace", "warn"])) {
		console[name] = (...values) => witness.problems.push(`console.${name}: ${values.join(" ")}`);
	}
	addEventListener("error", ({ message, target }) => {
		witness.problems.push(
			target === window ? `uncaught: ${message}` : `did not load: ${/** @type {any} */ (target)?.src}`,
		);
	});
	addEventListener("unhandledrejection", ({ reason }) => witness.problems.push(`unhandled: ${reason}`));
	addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
		witness.problems.push(`policy: ${violatedDirective} ${blockedURI}`),
	);
	if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
	new PerformanceObserver((list) => {
		for (const entry of /** @type {any[]} */ (list.getEntries())) {
			if (!entry.hadRecentInput) witness.shift += entry.value;
		}
	}).observe({ type: "layout-shift", buffered: true });
})();
