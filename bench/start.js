// On a page that is one visit: tells the server how long it took from the navigation until a first deferred had settled,
// and until the program was ready, and goes on to the next. A classic script, since a module would wait for the document.
(() => {
	const page = /** @type {any} */ (globalThis);
	const { program, wasm } = /** @type {any} */ (document.currentScript).dataset;

	/** @type {Record<string, () => PromiseLike<unknown>>} */
	const ready = {
		godeferred: () => page.godeferred.ready,
		jquery4: () => new Promise((resolve) => page.jQuery(resolve)),
		bare: () =>
			new Promise((resolve, reject) => {
				page.started = resolve;
				const go = new page.Go();
				const source = WebAssembly.instantiateStreaming(fetch(wasm), go.importObject);
				source.then(({ instance }) => go.run(instance)).catch(reject);
			}),
	};

	/** A bare program has nothing to use before it is ready. @type {number | undefined} */
	let first;
	const library = { godeferred: page.godeferred, jquery4: page.jQuery }[/** @type {string} */ (program)];
	library
		?.Deferred()
		.done(() => {
			first = performance.now();
		})
		.resolve(1);

	ready[program]()
		.then(
			() => {
				const now = performance.now();
				return { first: first ?? now, ready: now };
			},
			(error) => ({ error: `${program}: ${error.message}` }),
		)
		.then(async (found) => {
			await fetch("/start/took", { method: "POST", body: JSON.stringify(found) });
			location.replace("/start/rest");
		});
})();
