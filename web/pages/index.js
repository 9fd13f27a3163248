// The front page's one live line: how long the runtime took on this visit, and how much it downloaded.
// Both come from the browser's own records, so they hold for the visitor who reads them.
(() => {
	const line = document.getElementById("measured");
	if (!window.godeferred) {
		line.textContent = "The runtime did not start, so there is nothing to measure.";
		return;
	}

	let readyAt = 0;
	const transferred = new Map(); // By address: a preload and its use may be recorded apart, but download once.

	const show = () => {
		if (!readyAt) return;
		const bytes = [...transferred.values()].reduce((sum, n) => sum + n, 0);
		const ms = Math.round(readyAt);
		line.textContent =
			bytes > 0
				? `On this visit: runtime ready in ${ms} ms, ${Math.round(bytes / 1000)} kB transferred.`
				: `On this visit: runtime ready in ${ms} ms, from the browser’s cache; nothing transferred.`;
	};

	// Observed rather than read once: the record of a download may come later than what was downloaded.
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			if (/\/godeferred\.(js|wasm)$/.test(new URL(entry.name).pathname)) {
				transferred.set(entry.name, Math.max(entry.transferSize, transferred.get(entry.name) ?? 0));
			}
		}
		show();
	}).observe({ type: "resource", buffered: true });

	window.godeferred.ready.then(
		() => {
			readyAt = performance.now(); // Counted from the moment this page was asked for.
			show();
		},
		() => {
			line.textContent = "The runtime did not start, so there is nothing to measure.";
		},
	);
})();
