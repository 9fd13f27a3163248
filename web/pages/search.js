// The search of search.html: JSONP, through a cache. ?q=… in this page's address is looked for at once.
//
// Each request has a key, of this visit and its query, so that the server's counts are this visit's own.
// ?key=… names the visit.
(() => {
	const byId = (id) => document.getElementById(id);
	const say = (text) => {
		byId("status").textContent = text;
	};
	if (!window.godeferred) return; // startup.js says so
	const form = byId("form");
	const input = byId("query");
	const address = new URLSearchParams(location.search);
	const visit = address.get("key") ?? Math.random().toString(36).slice(2);
	const log = window.searchLog(byId("asked"), keyOf);

	let current = 0; // Only the answer to what was asked for last is shown.

	// These lines stand on the page, too; a test keeps the two the same.
	// shown:begin
	const search = godeferred.createCache((defer, query) => {
		godeferred.ajax({
			url: "/demo/search",
			data: { q: query, ...settings(query) },
			dataType: "jsonp",
			scriptAttrs: {}, // By a script element: the policy allows it.
			success: defer.resolve,
			error: defer.reject,
		});
	});

	function lookFor(query) {
		const source = search.has(query) ? "cache" : "server";
		return search(query).then((found) => ({ found, source }));
	}
	// shown:end

	form.addEventListener("submit", (event) => {
		event.preventDefault();
		ask(event.submitter?.value === "2" ? 2 : 1);
	});
	byId("examples").addEventListener("click", (event) => {
		if (!event.target.matches(".example")) return;
		input.value = event.target.textContent;
		ask(1);
	});
	byId("forget").addEventListener("click", () => {
		search.clear();
		say("Forgotten. The next search asks the server again.");
	});
	for (const button of document.querySelectorAll("[aria-disabled]")) {
		button.setAttribute("aria-disabled", "false");
	}
	input.value ||= address.get("q") ?? "";
	if (input.value) ask(1);

	function ask(times) {
		const query = input.value.trim().replace(/\s+/g, " ").toLowerCase();
		if (!query) {
			say("Type a word or two first.");
			input.focus();
			return;
		}
		current += 1;
		const mine = current;
		const began = performance.now();
		byId("results").setAttribute("aria-busy", "true");
		say(`Looking for “${query}”…`);
		const answers = Array.from({ length: times }, () => lookFor(query));
		log.asked(query, times);
		godeferred.when(...answers).then(
			(...all) => {
				const sources = all.map((answer) => answer.source);
				log.answered(query, sources.at(-1));
				if (mine === current) show(query, all[0].found, sources, Math.round(performance.now() - began));
			},
			(...why) => {
				log.answered(query, "nobody");
				if (mine === current) showFailure(query, window.startupFailure(...why));
			},
		);
	}

	function show(query, found, sources, ms) {
		byId("results").setAttribute("aria-busy", "false");
		byId("hits").replaceChildren(...found.hits.map((sentence) => item(sentence, query.split(" "))));
		const left = found.total - found.hits.length;
		byId("more").textContent = left > 0 ? `And ${left} more.` : "";
		const number = found.total === 1 ? "1 sentence" : `${found.total || "No"} sentences`;
		say(`${number} with “${query}”: from the ${sources.join(", and from the ")}, after ${ms} ms.`);
	}

	/** A script that fails to load says nothing about why, so neither can this, unless it was not even asked for. */
	function showFailure(query, why) {
		byId("results").setAttribute("aria-busy", "false");
		byId("hits").replaceChildren();
		byId("more").textContent = "";
		say(`The search for “${query}” failed. ${why || "Nothing was remembered; search again to try again."}`);
	}

	/** A sentence with the words marked in it. */
	function item(sentence, words) {
		const line = document.createElement("li");
		const longestFirst = words.toSorted((a, b) => b.length - a.length);
		const pattern = longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
		// Splitting by a group keeps what was split by, at every second place.
		for (const [i, part] of sentence.split(new RegExp(`(${pattern})`, "gi")).entries()) {
			if (i % 2 === 0) {
				line.append(part);
				continue;
			}
			const mark = document.createElement("mark");
			mark.textContent = part;
			line.append(mark);
		}
		return line;
	}

	function settings(query) {
		const all = { ms: byId("delay").value, key: keyOf(query) };
		if (byId("fail").checked) all.fail = 1;
		return all;
	}

	function keyOf(query) {
		return `${visit}-${query}`;
	}
})();
