// jquery.html: a plugin of jQuery's that sends files, with jQuery's deferreds or with godeferred's.
//
// ?key=… in this page's address goes along with the uploads, so that the server counts them apart.
(() => {
	const byId = (id) => document.getElementById(id);
	const status = byId("status");
	if (!window.godeferred) return; // startup.js says so
	const { jQuery } = window;
	const events = ["add", "submit", "send", "chunkdone", "done", "fail", "always", "start", "stop"];
	const delays = [500, 200, 350]; // ms
	const chunk = 100_000; // bytes
	let round = newRound();

	godeferred(() => {
		const input = jQuery("#files");
		watch(input);
		uploadsOf(input, prepare, show);
		byId("own").addEventListener("change", switchTo);
		byId("ours").addEventListener("change", switchTo);
		byId("start").addEventListener("click", () => {
			if (round.left > 0) return;
			const names = ["one.bin", "two.bin", "three.bin"];
			const files = names.map((name, i) => new File([new Uint8Array(150_000 * (i + 1))], name));
			input.fileupload("add", { files });
		});
		byId("abort").addEventListener("click", () => {
			for (const request of round.requests) request.abort();
		});
		enable();
	});

	// These lines stand on the page, too; a test keeps the two the same.
	// shown:begin
	function choose(ours) {
		if (ours) godeferred.install(jQuery);
		else godeferred.uninstall(jQuery);
	}

	function uploadsOf(input, prepare, show) {
		input.fileupload({
			dataType: "json",
			multipart: false,
			replaceFileInput: false,
			add(_, upload) {
				prepare(upload);
				const request = upload.submit(); // its deferred is jQuery's, or ours
				show(upload, "sending", request);
				request
					.then(({ size }) => `${size} bytes arrived`)
					.done((words) => show(upload, "done", words))
					.fail((_, how, error) => show(upload, "failed", error || how));
			},
		});
	}
	// shown:end

	function newRound() {
		return { began: performance.now(), requests: [], left: 0, number: 0, list: null };
	}

	function whose() {
		return byId("ours").checked ? "godeferred’s" : "jQuery’s own";
	}

	function switchTo() {
		choose(byId("ours").checked);
		status.textContent = `The deferreds are ${whose()} now.`;
	}

	function enable() {
		const busy = round.left > 0;
		byId("start").setAttribute("aria-disabled", String(busy));
		byId("abort").setAttribute("aria-disabled", String(!busy));
		byId("own").disabled = byId("ours").disabled = busy; // a deferred stays whose it is
	}

	/** Writes down all that the plugin tells, before anything else hears of it. */
	function watch(input) {
		for (const event of events) {
			input.on(`fileupload${event}`, (_, upload) => {
				if (event === "add" && round.left === 0) begin();
				write(event, upload.files?.[0]?.name ?? "all");
			});
		}
		input.on("fileuploadprogress", (_, upload) => {
			upload.row.querySelector("progress").value = upload.loaded / upload.total;
		});
	}

	function begin() {
		round = newRound();
		const section = byId(byId("ours").checked ? "trace-ours" : "trace-own");
		round.list = section.querySelector("ol");
		round.state = section.querySelector(".state");
		round.list.replaceChildren();
		round.state.textContent = "Under way.";
		byId("sent").replaceChildren();
		byId("none").hidden = true;
		status.textContent = "Sending.";
	}

	function write(...words) {
		const item = document.createElement("li");
		const time = `${Math.round(performance.now() - round.began)} ms`;
		for (const [i, text] of [time, ...words].entries()) {
			const cell = document.createElement("span");
			cell.className = ["at", "event", "of"][i];
			cell.textContent = text;
			item.append(cell, " ");
		}
		round.list.append(item);
	}

	/** Where a file goes, and how; and its row on the page. */
	function prepare(upload) {
		const i = round.number++;
		round.left += 1;
		const query = new URLSearchParams({ ms: delays[i % 3] * byId("pace").value });
		const key = new URLSearchParams(location.search).get("key");
		if (key) query.set("key", key);
		if (i === 1 && byId("fail").checked) query.set("fail", "1");
		upload.url = `/demo/upload?${query}`;
		if (byId("chunks").checked) upload.maxChunkSize = chunk;
		upload.row = document.createElement("li");
		const bar = document.createElement("progress");
		bar.value = 0;
		bar.setAttribute("aria-label", upload.files[0].name);
		const [name, how] = ["name", "how"].map((of) => {
			const part = document.createElement("span");
			part.className = of;
			return part;
		});
		name.textContent = upload.files[0].name;
		upload.row.append(name, bar, how);
		byId("sent").append(upload.row);
	}

	/** What has become of a file. */
	function show(upload, state, what) {
		const how = upload.row.querySelector(".how");
		upload.row.dataset.state = state;
		if (state === "sending") {
			round.requests.push(what);
			how.textContent = "on its way";
			enable();
			return;
		}
		how.textContent = state === "done" ? what : what === "abort" ? "stopped" : `failed: ${what}`;
		round.left -= 1;
		if (round.left > 0) return;
		const rows = [...byId("sent").children].map((row) => row.dataset.state);
		const arrived = rows.filter((one) => one === "done").length;
		const ms = Math.round(performance.now() - round.began);
		status.textContent = `Done after ${ms} ms with ${whose()} deferreds: ${arrived} of ${rows.length} arrived.`;
		round.state.textContent = `${round.list.children.length} calls in ${ms} ms.`;
		byId("files").value = "";
		enable();
	}
})();
