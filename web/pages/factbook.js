// The page of factbook.html. The work is done by the page's Go program (examples/factbook), in the page or in a worker:
// this script calls it, and shows what it answers. ?q=… in the address is searched for at once, ?run=page begins there.

/// <reference path="./factbook-go.d.ts" />

(() => {
	/** @typedef {"page" | "worker"} Place where the program runs */
	/** @typedef {import("./factbook-go.js").Part} Part */
	/** @typedef {import("./factbook-go.js").Hit} Hit */

	/** How many hits are shown at first, and with each "Show more". */
	const LIMIT = 8;
	const PAIRS = 12;

	const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
	const field = /** @type {HTMLInputElement} */ (byId("query"));
	const made = /** @type {HTMLProgressElement} */ (byId("made"));
	const compared = /** @type {HTMLProgressElement} */ (byId("compared"));
	const pairs = /** @type {HTMLTableElement} */ (byId("pairs"));
	const say = (/** @type {string} */ id, /** @type {string} */ text) => {
		byId(id).textContent = text;
	};
	const count = (/** @type {number} */ n) => n.toLocaleString("en");
	const counted = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ many) =>
		`${count(n)} ${n === 1 ? one : many}`;
	const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)}\u00a0s`;
	const milliseconds = (/** @type {number} */ ms) =>
		`${ms < 10 ? ms.toFixed(1) : count(Math.round(ms))}\u00a0ms`;
	const inPlace = { page: "in the page", worker: "in a worker" };

	if (!window.godeferred) {
		fail(
			"The script godeferred.js did not load, and this page needs it. Run `make build`, then reload this page.",
			false,
		);
		return;
	}
	const { go } = godeferred;
	const meter = /** @type {any} */ (window).frameMeter({
		canvas: byId("graph"),
		rate: byId("rate"),
		longest: byId("longest"),
	});

	// The program: where it is to run, and where it does.

	/** @type {Place} */
	let wanted = "worker";
	/** @type {Place | undefined} */
	let running;
	let isSwitching = false;

	/** Has the program run where it is wanted. It is one at a time, also for a visitor who changes their mind. */
	async function follow() {
		if (isSwitching) return;
		isSwitching = true;
		byId("failure").replaceChildren();
		try {
			while (running !== wanted) {
				if (running) await end(running);
				running = undefined;
				const place = wanted;
				say("program", `Loading the program ${inPlace[place]}…`);
				await godeferred.load({ worker: place === "worker" });
				running = place;
				open(place);
			}
		} catch (error) {
			fail(/** @type {Error} */ (error).message); // A GodeferredError says what to do.
		}
		isSwitching = false;
	}

	/** Ends the program. The next load starts it anew. @param {Place} place */
	async function end(place) {
		if (place === "worker") godeferred.terminate();
		else await go.quit().catch(() => {}); // It has ended: nobody answers.
	}

	/** Has the program read the book. Searches wait for that by themselves. @param {Place} place */
	async function open(place) {
		const book = new URL(/** @type {string} */ (byId("form").dataset.book), location.href).href;
		const watched = meter.during();
		made.value = 0;
		made.hidden = false;
		allow(false);
		say("program", `Making the index ${inPlace[place]}…`);
		if (field.value.trim()) search();
		try {
			const { profiles, entries, words, took } = await go.open(book, {
				onProgress: (/** @type {number} */ part) => {
					made.value = part;
				},
			});
			const size = `${count(entries)} entries of ${count(profiles)} profiles, ${count(words)} words`;
			say("program", `Ready ${inPlace[place]}: ${size}, indexed in ${seconds(took)}.`);
			allow(true);
		} catch (error) {
			if (isOver(error)) return;
			fail(/** @type {Error} */ (error).message);
			await end(place);
			running = undefined;
		} finally {
			made.hidden = true;
			note("index", place, watched());
		}
	}

	/** The visitor has moved the program elsewhere. @param {unknown} error */
	const isOver = (error) => error instanceof godeferred.GodeferredError && error.code === "ended";

	/** Keeps the longest frame of some work in the table. @param {string} work @param {Place} place @param {any} watch */
	function note(work, place, { frames, longest }) {
		if (frames === 0) return;
		const cell = byId(`${work}-${place}`);
		cell.textContent = milliseconds(longest);
		cell.dataset.frames = frames;
	}

	/** @param {string} text */
	function fail(text, canRetry = true) {
		const words = document.createElement("p");
		words.textContent = text;
		byId("failure").replaceChildren(words);
		if (canRetry) {
			const again = document.createElement("button");
			again.type = "button";
			again.className = "button";
			again.textContent = "Try again";
			again.addEventListener("click", follow);
			byId("failure").append(again);
		}
		say("program", "The program does not run.");
		say("status", "");
	}

	// The search, as one types.

	/** Ends the search under way. @type {AbortController | undefined} */
	let searching;
	/** The query of the hits that are shown. */
	let shown = "";

	/** Searches for what stands in the field. @param {number} [from] adds hits to those that are there */
	async function search(from = 0) {
		searching?.abort(); // A newer search: nobody waits for the older one.
		const query = from ? shown : field.value;
		if (!query.trim()) {
			searching = undefined;
			show([], 0, 0);
			say("status", running ? "Ready." : "");
			return;
		}
		const mine = (searching = new AbortController());
		if (!made.hidden) say("status", "The search waits for the index…");
		try {
			const answer = await go.search(query, { from, limit: LIMIT }, { signal: mine.signal });
			shown = query;
			show(answer.hits, from, answer.total);
			const entries = counted(answer.total, "entry", "entries");
			say("status", `${answer.total ? entries : "No entries"} in ${milliseconds(answer.took)}.`);
		} catch (error) {
			if (mine.signal.aborted) countAborted();
			else if (!isOver(error)) say("status", /** @type {Error} */ (error).message);
		}
		if (searching === mine) searching = undefined;
	}

	/** For who looks into the page: how many searches a newer one has ended. */
	function countAborted() {
		const { dataset } = byId("status");
		dataset.aborted = String(Number(dataset.aborted ?? 0) + 1);
	}

	/** @param {Hit[]} hits @param {number} from @param {number} total */
	function show(hits, from, total) {
		const list = byId("hits");
		if (from === 0) list.replaceChildren();
		const items = hits.map(itemOf);
		list.append(...items);
		const rest = total - from - hits.length;
		const more = byId("more");
		const hadFocus = document.activeElement === more;
		more.hidden = rest <= 0;
		more.textContent = `Show ${Math.min(LIMIT, rest)} more of ${count(rest)}`;
		if (hadFocus && from) items[0]?.focus(); // the button may have gone
	}

	/** @param {Hit} hit */
	function itemOf({ profile, section, field, snippet }) {
		const item = document.createElement("li");
		item.tabIndex = -1;
		const name = document.createElement("h3");
		name.append(...marked(profile));
		const where = document.createElement("p");
		where.className = "where";
		where.append(`${section} › `, ...marked(field));
		const text = document.createElement("p");
		text.append(...marked(snippet));
		item.append(name, where, text);
		return item;
	}

	/** The text of the book is text: nothing in it is markup. @param {Part[]} parts */
	function marked(parts) {
		return parts.map(({ text, hit }) => {
			if (!hit) return text;
			const mark = document.createElement("mark");
			mark.textContent = text;
			return mark;
		});
	}

	// The comparison, which takes seconds.

	/** @type {AbortController | undefined} */
	let comparing;

	async function compare() {
		if (!running || byId("compare").getAttribute("aria-disabled") === "true") return;
		const place = running;
		const mine = (comparing = new AbortController());
		const watched = meter.during();
		allow(false);
		byId("stop").setAttribute("aria-disabled", "false");
		compared.value = 0;
		delete byId("alike-status").dataset.state;
		say("alike-status", `Comparing ${inPlace[place]}…`);
		// In the page, Go would compute before this text is drawn.
		await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		try {
			const result = await go.alike(PAIRS, {
				signal: mine.signal,
				onProgress: (/** @type {number} */ part) => {
					compared.value = part;
				},
			});
			compared.value = 1;
			showPairs(result.pairs);
			byId("alike-status").dataset.state = "done";
			say(
				"alike-status",
				`${count(result.compared)} pairs compared ${inPlace[place]} in ${seconds(result.took)}. `,
			);
			const link = document.createElement("a");
			link.href = "#alike";
			link.textContent = "See the pairs";
			byId("alike-status").append(link);
		} catch (error) {
			compared.value = 0;
			if (mine.signal.aborted) say("alike-status", "Stopped.");
			else if (isOver(error)) say("alike-status", "Stopped: the program was loaded anew.");
			else say("alike-status", /** @type {Error} */ (error).message);
		}
		note("alike", place, watched());
		byId("stop").setAttribute("aria-disabled", "true");
		comparing = undefined;
		if (running === place && made.hidden) allow(true);
	}

	/** @param {boolean} may the visitor compare now */
	function allow(may) {
		byId("compare").setAttribute("aria-disabled", String(!may));
	}

	/** @param {import("./factbook-go.js").Pair[]} list */
	function showPairs(list) {
		const body = pairs.tBodies[0];
		body.replaceChildren();
		for (const { a, b, score, shared } of list) {
			const row = body.insertRow();
			const name = document.createElement("th");
			name.scope = "row";
			name.textContent = `${a} and ${b}`;
			row.append(name);
			const bar = document.createElement("meter");
			bar.value = score;
			bar.textContent = bar.title = `${Math.round(100 * score)} %`;
			row.insertCell().append(bar, ` ${Math.round(100 * score)} %`);
			row.insertCell().textContent = shared.join(", ");
		}
		pairs.hidden = false;
		say("no-pairs", "These pairs share most of the words that few other profiles have.");
	}

	// What the visitor does.

	const address = new URLSearchParams(location.search);

	/** Keeps query and place in the address, for a reload. */
	function keep() {
		const kept = new URLSearchParams({ run: wanted });
		if (field.value) kept.set("q", field.value);
		history.replaceState(null, "", `?${kept}`);
	}

	field.addEventListener("input", () => {
		keep();
		search();
	});
	byId("form").addEventListener("submit", (event) => {
		event.preventDefault();
		search();
	});
	byId("examples").addEventListener("click", ({ target }) => {
		if (!(target instanceof HTMLButtonElement)) return;
		field.value = target.textContent;
		keep();
		search();
	});
	byId("more").addEventListener("click", () => search(byId("hits").childElementCount));
	byId("compare").addEventListener("click", compare);
	byId("stop").addEventListener("click", () => comparing?.abort());
	for (const choice of document.querySelectorAll("[name=run]")) {
		choice.addEventListener("change", ({ target }) => {
			byId("program").setAttribute("role", "status"); // told to a screen reader from now on, and not at the load
			wanted = /** @type {Place} */ (/** @type {HTMLInputElement} */ (target).value);
			keep();
			follow();
		});
	}

	field.value ||= address.get("q") ?? "";
	if (address.get("run") === "page") wanted = "page";
	for (const choice of document.querySelectorAll("[name=run]")) {
		const radio = /** @type {HTMLInputElement} */ (choice);
		radio.checked = radio.value === wanted;
	}
	follow();
})();
