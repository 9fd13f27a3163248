// animations.html: several animations joined, one that can be turned round, and five hundred at once.
(() => {
	const byId = (id) => document.getElementById(id);
	const say = (id, text) => {
		byId(id).textContent = text;
	};
	if (!window.godeferred) return; // startup.js says so
	for (const button of document.querySelectorAll("main button")) button.disabled = false;
	joined();
	controlled();
	many();

	/** Three animations; the button is free again when the last has ended. */
	function joined() {
		const { restart, track } = window.timeline(byId("timeline"), byId("scale-end"));
		const move = byId("tile-move");
		const button = byId("join");
		let moved = false;
		button.addEventListener("click", () => {
			button.disabled = true;
			moved = !moved;
			restart();
			say("joined", "Under way…");
			const there = moved ? move.parentElement.clientWidth - move.offsetWidth : 0;
			godeferred
				.when(
					track("slide", godeferred.slideToggle(byId("tile-slide"), 500)),
					track("fade", godeferred.fadeToggle(byId("tile-fade"), 900)),
					track("move", godeferred.animate(move, { left: there }, 1300)),
				)
				.always(() => {
					button.disabled = false;
				})
				.done(() => say("joined", "All three are done."))
				.fail((error) => say("joined", `Not all of them ran: ${error.message}`));
		});
	}

	/** One panel, and all that can be done to it half-way. */
	function controlled() {
		const panel = byId("panel");
		const far = byId("far");
		const toggle = () =>
			godeferred
				.slideToggle(panel, 2000)
				.progress((fraction) => {
					far.value = fraction;
				})
				.done(() => say("controlled", panel.offsetHeight > 0 ? "Open." : "Closed."))
				.fail(() => say("controlled", "Stopped on the way."));
		const commands = {
			toggle() {
				godeferred.stop(panel, true);
				toggle();
				say("controlled", "Sliding…");
			},
			stop: () => godeferred.stop(panel, true),
			finish: () => godeferred.finish(panel),
			queue() {
				for (let i = 0; i < 4; i++) toggle();
				say("controlled", "Sliding, four times…");
			},
		};
		byId("controls").addEventListener("click", (event) => commands[event.target.dataset.do]?.());
	}

	/** Five hundred elements, and what they cost the script. */
	function many() {
		const field = byId("many");
		for (let i = 0; i < 500; i++) field.append(document.createElement("i"));
		const button = byId("many-go");
		button.addEventListener("click", () => {
			button.disabled = true;
			const start = performance.now();
			const fading = godeferred.fadeToggle(field.children, 1000);
			const took = performance.now() - start;
			fading.always(() => {
				button.disabled = false;
			});
			say("many-took", `Starting 500 animations took ${took.toFixed(1)} ms of script.`);
		});
	}
})();
