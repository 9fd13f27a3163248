// The frame meter of factbook.html: how long each frame of the page took, as bars, and in figures.
//
// frameMeter({ canvas, rate, longest }) draws into canvas, writes into the other two elements, and returns
//   during()  begins to watch; the function that it returns ends that, and answers { frames, longest }, in ms
(() => {
	/** ms that the graph shows. */
	const SPAN = 6000;
	/** ms of a frame whose bar is as high as the graph. */
	const HIGHEST = 500;
	/** ms from which a visitor notices a frame, and a bar is drawn as a long one. */
	const LONG = 50;
	/** ms between two updates of the figures; of the graph, too, where the visitor wants less motion. */
	const PAUSE = 250;

	/** @typedef {{from: number, to: number}} Frame from one call of requestAnimationFrame to the next, in ms */
	/** @typedef {{frames: number, longest: number}} Watch */

	/** @param {{canvas: HTMLCanvasElement, rate: HTMLElement, longest: HTMLElement}} elements */
	function frameMeter({ canvas, rate, longest }) {
		const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
		const calm = matchMedia("(prefers-reduced-motion: reduce)");
		/** The frames of the graph, the oldest first. @type {Frame[]} */
		const frames = [];
		/** @type {Set<Watch>} */
		const watches = new Set();
		let last = 0; // 0: the next frame has none before it
		let told = 0;

		/** @param {number} now */
		function frame(now) {
			requestAnimationFrame(frame);
			if (last && now > last) add({ from: last, to: now });
			last = now;
			const isTime = now - told >= PAUSE;
			if (!calm.matches || isTime) draw(now);
			if (isTime) {
				told = now;
				tell(now);
			}
		}

		/** @param {Frame} one */
		function add(one) {
			frames.push(one);
			while (frames[0].to < one.to - SPAN) frames.shift();
			for (const watch of watches) {
				watch.frames++;
				watch.longest = Math.max(watch.longest, one.to - one.from);
			}
		}

		/** @param {number} now */
		function tell(now) {
			const recent = frames.filter(({ to }) => to > now - 1000);
			if (recent.length === 0) return;
			rate.textContent = String(Math.round((1000 * recent.length) / (now - recent[0].from)));
			longest.textContent = `${Math.round(Math.max(...frames.map(({ from, to }) => to - from))).toLocaleString("en")}\u00a0ms`;
		}

		/** @param {number} now */
		function draw(now) {
			const { clientWidth: width, clientHeight: height } = canvas;
			const scale = devicePixelRatio;
			if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
				canvas.width = Math.round(width * scale);
				canvas.height = Math.round(height * scale);
			}
			const style = getComputedStyle(canvas);
			const short = style.getPropertyValue("--short");
			const long = style.getPropertyValue("--long");
			context.setTransform(scale, 0, 0, scale, 0, 0);
			context.clearRect(0, 0, width, height);
			const x = (/** @type {number} */ time) => width * (1 - (now - time) / SPAN);
			for (const { from, to } of frames) {
				const ms = to - from;
				// A root: 16 ms are to be seen beside 500.
				const high = height * Math.min(Math.sqrt(ms / HIGHEST), 1);
				context.fillStyle = ms < LONG ? short : long;
				context.fillRect(x(from), height - high, Math.max(x(to) - x(from) - 0.5, 0.5), high);
			}
		}

		// A tab that is not shown has no frames, which is not Go's doing.
		document.addEventListener("visibilitychange", () => {
			last = 0;
		});
		requestAnimationFrame(frame);

		return {
			/** @returns {() => Watch} */
			during() {
				const watch = { frames: 0, longest: 0 };
				watches.add(watch);
				return () => {
					watches.delete(watch);
					return watch;
				};
			},
		};
	}

	Object.assign(window, { frameMeter });
})();
