// A timeline of promises: one bar each, from its start until it settles.
//
// timeline(list, scaleEnd) draws into the <li data-row="name"> of list, and returns
//   restart()             all rows idle, time zero is now
//   track(name, promise)  the row's bar grows until promise settles; returns the same promise
// A row's data-state is idle, running, done or failed.
(() => {
	const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

	window.timeline = (list, scaleEnd) => {
		const rows = new Map();
		for (const item of list.querySelectorAll("li")) {
			rows.set(item.dataset.row, {
				item,
				bar: item.querySelector(".span"),
				took: item.querySelector(".took"),
			});
		}
		let zero = 0;
		let round = 0; // What settles after a restart belongs to bars that are gone.
		let frame = 0;

		const draw = () => {
			const now = performance.now();
			const spans = [...rows.values()].filter((row) => row.item.dataset.state !== "idle");
			const longest = Math.max(0, ...spans.map((row) => (row.end ?? now) - zero));
			const scale = Math.max(1000, Math.ceil(longest / 500) * 500);
			scaleEnd.textContent = `${scale} ms`;
			for (const row of spans) {
				const end = row.end ?? now;
				row.bar.style.left = `${(100 * (row.start - zero)) / scale}%`;
				row.bar.style.width = `${(100 * (end - row.start)) / scale}%`;
			}
		};

		// Growing bars are motion: where that is not wanted, they are drawn only as something starts or settles.
		const animate = () => {
			draw();
			cancelAnimationFrame(frame);
			const running = [...rows.values()].some((row) => row.item.dataset.state === "running");
			if (running && !reducedMotion.matches) frame = requestAnimationFrame(animate);
		};

		const restart = () => {
			zero = performance.now();
			round += 1;
			for (const row of rows.values()) {
				row.item.dataset.state = "idle";
				row.took.textContent = "not started";
			}
			draw();
		};

		const track = (name, promise) => {
			const row = rows.get(name);
			const mine = round;
			row.start = performance.now();
			row.end = undefined;
			row.item.dataset.state = "running";
			row.took.textContent = "under way";
			const settle = (state, words) => () => {
				if (mine !== round) return;
				row.end = performance.now();
				row.item.dataset.state = state;
				row.took.textContent = `${words}${Math.round(row.end - row.start)} ms`;
				animate();
			};
			promise.then(settle("done", ""), settle("failed", "failed, "));
			animate();
			return promise;
		};

		return { restart, track };
	};
})();
