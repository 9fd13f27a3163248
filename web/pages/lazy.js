// lazy.html: images that are shown later, loaded later, or loaded as they come into view.
(() => {
	if (!window.godeferred) return;
	const error = "/img/error.png";

	godeferred(() => {
		// The clock of afterDOMReady: this function may run later than the document was ready.
		const [navigation] = performance.getEntriesByType("navigation");
		const start = navigation.domContentLoadedEventStart;

		for (const image of document.querySelectorAll("#showing img")) {
			const src = `${image.dataset.src}?ms=300`;
			godeferred
				.when(godeferred.afterDOMReady(Number(image.dataset.after)), godeferred.loadImage(src))
				.then(
					() => put(image, src),
					() => put(image, error),
				)
				.done(() => godeferred.fadeIn(image));
		}

		for (const image of document.querySelectorAll("#loading img")) {
			const src = `${image.dataset.src}?ms=300`;
			godeferred.afterDOMReady(Number(image.dataset.after), () => {
				godeferred
					.loadImage(src)
					.then(
						() => put(image, src),
						() => put(image, error),
					)
					.done(() => godeferred.fadeIn(image));
			});
		}

		for (const image of document.querySelectorAll("#viewing img")) {
			const src = `${image.dataset.src}?ms=300`;
			godeferred
				.visible(image.parentElement, { rootMargin: "80px" })
				.then(() => {
					note(image, "loading");
					return godeferred.loadImage(src);
				})
				.then(
					() => put(image, src),
					() => put(image, error),
				)
				.then(() => godeferred.fadeIn(image));
		}

		/** The image is there, and not to be seen before it fades in. */
		function put(image, src) {
			godeferred.hide(image);
			image.src = src;
			const missing = src === error;
			if (missing) image.alt = `${image.alt}: could not be loaded`;
			const seconds = ((performance.now() - start) / 1000).toFixed(1);
			note(image, missing ? "could not be loaded" : `shown at ${seconds} s`);
		}

		function note(image, text) {
			image.closest("figure").querySelector(".when").textContent = text;
		}
	});
})();
