// A timeline of promises: one bar each, from its start until it settles.
//
// timeline(list, scaleEnd) draws into the <li data-row="name"> of list, and returns
//   restart([least])               all rows idle, time zero is now; the scale ends at least ms (1000) from it
//   track(name, promise[, words])  the row's bar grows until promise, one of ours, settles; returns the same promise
// words(state, from, to, ...values) may say in its own words what has become of it; from and to are ms since zero.
// A row's data-state is idle, running, done, failed or stopped (aborted).
(() => {
	const inPlainWords = (state, from, to) =>
		`${{ done: "", failed: "failed, ", stopped: "stopped, " }[state]}${Math.round(to - from)} ms`;
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
		let shortest = 1000;
		let round = 0; // What settles after a restart belongs to bars that are gone.
		let frame = 0;

		const draw = () => {
			const now = performance.now();
			const spans = [...rows.values()].filter((row) => row.item.dataset.state !== "idle");
			const longest = Math.max(0, ...spans.map((row) => (row.end ?? now) - zero));
			const scale = Math.max(shortest, Math.ceil(longest / 500) * 500);
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

		const restart = (least = 1000) => {
			zero = performance.now();
			shortest = least;
			round += 1;
			for (const row of rows.values()) {
				row.item.dataset.state = "idle";
				row.took.textContent = "not started";
			}
			draw();
		};

		const track = (name, promise, words = inPlainWords) => {
			const row = rows.get(name);
			const mine = round;
			row.start = performance.now();
			row.end = undefined;
			row.item.dataset.state = "running";
			row.took.textContent = "under way";
			const settle =
				(outcome) =>
				(...values) => {
					if (mine !== round) return;
					const state = outcome === "failed" && values[1] === "abort" ? "stopped" : outcome;
					row.end = performance.now();
					row.item.dataset.state = state;
					row.took.textContent = words(state, row.start - zero, row.end - zero, ...values);
					animate();
				};
			// Not then, which would hear of it a little later, and make a promise that nobody needs.
			promise.done(settle("done")).fail(settle("failed"));
			animate();
			return promise;
		};

		return { restart, track };
	};
})();
