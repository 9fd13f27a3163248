// The panel of panel.html: loaded and opened on the first click, and only then.
//
// ?key=… in this page's address goes along with the request, so that the server counts it apart.
(() => {
	if (!window.godeferred) return; // startup.js says so
	const byId = (id) => document.getElementById(id);
	const button = byId("open");
	const panel = byId("panel");
	const content = byId("content");
	const waiting = byId("waiting");
	const failure = byId("failure");
	const { restart, track } = window.timeline(byId("timeline"), byId("scale-end"));

	let state = "closed"; // closed, loading, open or failed

	// The slide and the request wait for the runtime by themselves, where the click comes before it.
	//
	// These lines stand on the page, too; a test keeps the two the same.
	// shown:begin
	godeferred.firstClick(button).then(load).then(opened, failed);

	function load() {
		begin();
		const request = track("request", godeferred.get(address()));
		const slide = track("slide", godeferred.slideDown(panel, 400));
		return godeferred.when(request, slide).then((response) => {
			content.innerHTML = response[0]; // data, of data, textStatus, jqXHR
			waiting.hidden = true;
			return track("fade", godeferred.fadeIn(content, 400));
		});
	}
	// shown:end

	// Added inside the first click, so it hears only those that follow.
	godeferred.firstClick(button).then(() => button.addEventListener("click", again));
	byId("retry").addEventListener("click", retry);
	button.disabled = false;

	function again() {
		if (state === "loading") say("Still under way; one request is enough.");
		if (state === "open") say("Already open. Nothing was asked for again.");
		if (state === "failed") retry();
	}

	function retry() {
		// The button that was pressed is about to go: the panel takes the focus, so that it is not lost.
		if (failure.contains(document.activeElement)) panel.focus();
		godeferred.when().then(load).then(opened, failed);
	}

	function begin() {
		state = "loading";
		button.setAttribute("aria-expanded", "true");
		panel.setAttribute("aria-busy", "true");
		waiting.hidden = false;
		failure.hidden = true;
		restart();
		say("Loading…");
	}

	function opened() {
		finish("open");
		content.hidden = false;
		say("Opened. The content is in place.");
	}

	/** Both a failed request and a mistake in this script arrive here; each in its own words. */
	function failed(...why) {
		finish("failed");
		waiting.hidden = true;
		failure.hidden = false;
		byId("reason").textContent = describe(...why);
		say("Failed. The content could not be loaded; you can try again.");
	}

	function finish(outcome) {
		state = outcome;
		panel.setAttribute("aria-busy", "false");
		panel.hidden = false; // Animations set styles, not this; and where the slide itself failed, nobody has shown the panel.
	}

	function describe(reason, textStatus, error) {
		const startup = window.startupFailure(reason, textStatus, error);
		if (startup) return startup;
		if (reason?.status) return `The server answered ${[reason.status, reason.statusText].join(" ").trim()}.`;
		if (reason?.message) return reason.message;
		return textStatus ? `The request ended with “${textStatus}”.` : "The server could not be reached.";
	}

	function address() {
		const query = new URLSearchParams({ ms: byId("delay").value });
		if (byId("fail").checked) query.set("fail", "1");
		const key = new URLSearchParams(location.search).get("key");
		if (key) query.set("key", key);
		return `/demo/panel-content.html?${query}`;
	}

	function say(text) {
		byId("status").textContent = text;
	}
})();
