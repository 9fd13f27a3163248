// The three lanes of queue.html: the same requests one after the other, all at once, and two at a time.
//
// ?key=… in this page's address goes along with the requests, and a lane's name after it (key-turns), so that the
// server counts them apart.
(() => {
	const byId = (id) => document.getElementById(id);
	const lanes = { turns: oneAfterTheOther, once: allAtOnce, limited: twoAtATime };
	if (!window.godeferred) return; // startup.js says so
	/** How long the server takes for each, in ms, at the quickest pace. */
	const delays = { A: 500, B: 300, C: 400, D: 200, E: 300, F: 400 };

	const starts = Object.keys(lanes).map((name) => lane(name, lanes[name]));
	byId("start-all").addEventListener("click", () => {
		for (const start of starts) start();
	});
	byId("start-all").setAttribute("aria-disabled", "false");

	// These lines stand on the page, too; a test keeps the two the same.
	// shown:begin
	function oneAfterTheOther(ask) {
		return ask("A")
			.then(() => ask("B"))
			.then(() => ask("C"));
	}

	function allAtOnce(ask) {
		return godeferred.when(ask("A"), ask("B"), ask("C"));
	}

	function twoAtATime(ask) {
		return godeferred.mapAsync(["A", "B", "C", "D", "E", "F"], ask, { concurrency: 2 });
	}
	// shown:end

	/** Makes the buttons of a lane work; returns what its Start does. */
	function lane(name, run) {
		const section = byId(name);
		const startButton = section.querySelector(".start");
		const cancelButton = section.querySelector(".cancel");
		const timeline = window.timeline(section.querySelector("ol"), section.querySelector(".scale-end"));
		let round = { live: new Set(), running: false };

		const enable = () => {
			startButton.setAttribute("aria-disabled", String(round.running));
			cancelButton.setAttribute("aria-disabled", String(round.live.size === 0));
		};

		const ask = (letter, mine) => {
			const request = godeferred.getJSON("/demo/json", query(name, letter));
			mine.live.add(request);
			mine.sent += 1;
			mine.most = Math.max(mine.most, mine.live.size);
			request.fail((...why) => {
				mine.unsent ||= window.startupFailure(...why);
			});
			request.always(() => {
				mine.live.delete(request);
				enable();
			});
			return timeline.track(letter, request, words);
		};

		const cancel = () => {
			round.cancelled = true;
			for (const request of round.live) request.abort();
		};

		const start = () => {
			if (round.running) return;
			cancel(); // After a failure, others of the round before may still be under way.
			const mine = { live: new Set(), running: true, sent: 0, most: 0 };
			round = mine;
			timeline.restart(1500 * byId("pace").value);
			statusOf(name).textContent = "Under way.";
			const began = performance.now();
			const end = (outcome) => {
				mine.running = false;
				enable();
				if (mine.unsent) {
					statusOf(name).textContent = mine.unsent;
					return;
				}
				const ms = Math.round(performance.now() - began);
				const requests = mine.sent === 1 ? "1 request" : `${mine.sent} requests`;
				statusOf(name).textContent =
					`${outcome} after ${ms} ms: ${requests} sent, at most ${mine.most} at once.`;
			};
			run((letter) => ask(letter, mine)).then(
				() => end("Done"),
				(request) => end(mine.cancelled ? "Cancelled" : `Failed with ${request.status}`),
			);
			enable();
		};

		startButton.addEventListener("click", start);
		cancelButton.addEventListener("click", cancel);
		enable();
		return start;
	}

	function words(state, from, to, ...values) {
		const span = `${Math.round(from)}–${Math.round(to)} ms (${Math.round(to - from)})`;
		if (state === "stopped") return `${span}, stopped`;
		if (window.startupFailure(...values)) return "not sent";
		return `${span}, status ${state === "done" ? values[2].status : values[0].status}`; // Where the jqXHR stands.
	}

	function query(lane, letter) {
		// The lane makes each address another: of requests for one and the same, browsers let all but the first wait.
		const settings = { name: letter, lane, ms: delays[letter] * byId("pace").value };
		if (letter === "B" && byId("fail").checked) settings.fail = 1;
		const key = new URLSearchParams(location.search).get("key");
		if (key) settings.key = `${key}-${lane}`;
		return settings;
	}

	function statusOf(name) {
		return byId(name).querySelector(".status");
	}
})();
