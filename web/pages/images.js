// images.html: a click opens the panel once all of its images have loaded.
(() => {
	const byId = (id) => document.getElementById(id);
	const say = (text) => {
		byId("status").textContent = text;
	};
	if (!window.godeferred) return; // startup.js says so
	const button = byId("open");
	const panel = byId("panel");

	godeferred.firstClick(button, () => {
		say("Loading three pictures…");
		button.setAttribute("aria-expanded", "true");
		const images = [...panel.querySelectorAll("img[data-src]")].map((image, i) =>
			godeferred.loadImage(address(image, i)).then(
				(url) => {
					image.src = url;
				},
				() => {
					image.src = "/img/error.png";
					image.alt = `${image.alt}: could not be loaded`;
					return "missing";
				},
			),
		);
		godeferred
			.when(...images)
			.then((...all) => godeferred.slideDown(panel, 400).then(() => all))
			.then(opened);
	});
	button.disabled = false;

	/** Each takes a third longer than the one before. */
	function address(image, i) {
		const query = new URLSearchParams({ ms: Math.round((byId("delay").value * (i + 1)) / 3) });
		const missing = byId("break").checked && i === 1;
		return `${missing ? "/img/broken.png" : image.dataset.src}?${query}`;
	}

	function opened(all) {
		const missing = all.filter((one) => one === "missing").length;
		say(missing > 0 ? "Open. One picture could not be loaded." : "Open. All three pictures are there.");
	}
})();
