// The application of news.html: latest news, latest reactions and an opening interface, joined by when.
//
// ?key=… in this page's address goes along with the requests, so that the server counts them apart.
(() => {
	if (!window.godeferred) return; // startup.js says so
	const byId = (id) => document.getElementById(id);
	const button = byId("start");
	const news = byId("news");
	const reactions = byId("reactions");
	const latest = document.querySelectorAll(".latest");
	const timeline = window.timeline(byId("timeline"), byId("scale-end"));
	const names = { news: "The news", reactions: "The reactions", interface: "The interface" };

	let state = "idle"; // idle, loading, done or failed
	let promises = {};

	button.addEventListener("click", start);
	button.setAttribute("aria-disabled", "false");

	// These lines stand on the page, too; a test keeps the two the same.
	// shown:begin
	function load() {
		return godeferred.when(
			part("news", getLatestNews),
			part("reactions", getLatestReactions),
			part("interface", prepareInterface),
		);
	}

	function getLatestNews() {
		return godeferred.get(address("news"), (data) => {
			news.innerHTML = data;
		});
	}

	function getLatestReactions() {
		return godeferred.get(address("reactions"), (data) => {
			reactions.innerHTML = data;
		});
	}

	function prepareInterface() {
		return godeferred
			.Deferred((d) => {
				if (isToFail("interface")) d.reject(new Error("It was told to fail."));
				else godeferred.slideDown(latest, 400).then(d.resolve, d.reject);
			})
			.promise();
	}

	function part(name, start) {
		const kept = promises[name];
		if (kept && kept.state() !== "rejected") return track(name, kept, "kept");
		promises[name] = start();
		return track(name, promises[name]);
	}
	// shown:end

	function start() {
		if (state === "loading") {
			say("Still under way.");
			return;
		}
		if (state === "done") reset();
		state = "loading";
		byId("closed").hidden = true;
		button.setAttribute("aria-disabled", "true");
		timeline.restart();
		say("Asking for news and reactions, and opening the interface…");
		timeline.track("all", load()).then(succeeded, failed);
	}

	function reset() {
		promises = {};
		news.replaceChildren();
		reactions.replaceChildren();
		for (const element of latest) {
			element.hidden = true;
			element.removeAttribute("style"); // What the slide has left there would show it all the same.
		}
	}

	function succeeded() {
		finish("done", "Start over");
		say("All three are done.");
	}

	/** The others may still be under way: they do their own work, and are there when it is tried again. */
	function failed(...why) {
		const culprit = Object.keys(names).find((name) => promises[name].state() === "rejected");
		finish("failed", "Try again");
		say(`Something went wrong: ${names[culprit].toLowerCase()} failed. ${describe(...why)}`);
	}

	function finish(outcome, next) {
		state = outcome;
		button.textContent = next;
		button.setAttribute("aria-disabled", "false");
	}

	/** Draws the bar of a part and says under its heading how it goes. */
	function track(name, promise, kept) {
		const line = byId(`state-${name}`);
		const tell = (outcome, text) => {
			if (!line || promises[name] !== promise) return;
			line.dataset.state = outcome;
			line.textContent = text;
		};
		if (promise.state() === "pending") tell("running", "Loading…");
		if (name === "interface") {
			// Animations set styles, not this attribute.
			promise.done(() => {
				for (const element of latest) element.hidden = false;
			});
			promise.fail(() => {
				byId("closed").hidden = false;
			});
		}
		if (!kept) {
			const began = performance.now();
			promise.done(() => tell("done", `Arrived after ${Math.round(performance.now() - began)} ms.`));
			promise.fail((...why) => tell("failed", `Not loaded. ${describe(...why)}`));
		}
		const settled = kept && promise.state() !== "pending";
		return timeline.track(name, promise, settled ? () => "kept from before" : undefined);
	}

	function describe(reason, textStatus, error) {
		const startup = window.startupFailure(reason, textStatus, error);
		if (startup) return startup;
		if (reason?.status) return `The server answered ${[reason.status, reason.statusText].join(" ").trim()}.`;
		if (reason?.message) return reason.message;
		return textStatus ? `The request ended with “${textStatus}”.` : "The server could not be reached.";
	}

	function isToFail(name) {
		return byId(`fail-${name}`).checked;
	}

	function address(name) {
		const query = new URLSearchParams({ ms: byId(`delay-${name}`).value });
		if (isToFail(name)) query.set("fail", "1");
		const key = new URLSearchParams(location.search).get("key");
		if (key) query.set("key", key);
		return `/demo/${name}.html?${query}`;
	}

	function say(text) {
		byId("status").textContent = text;
	}
})();
