// The panel of devtools(), under a strict policy and with a page's hostile style. Its shadow root is closed: here it is
// opened, and the mode that was asked for is kept.

import godeferred, { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, test } from "../lib/test.js";

const { Deferred, when, work } = godeferred;

await load();
/** @type {any[]} */
const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));

/** The next time that the panel can have been drawn. */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** @param {() => any} is */
async function until(is) {
	for (;;) {
		const value = is();
		if (value) return value;
		await frame();
	}
}

/** Opens the panel. @param {any} [options] */
async function opened(options) {
	(await godeferred.devtools({ panel: false })).close(); // of a test that has failed
	const own = Element.prototype.attachShadow;
	/** @type {any} */
	let root;
	let mode = "";
	Element.prototype.attachShadow = function (init) {
		mode = init.mode;
		root = own.call(this, { ...init, mode: "open" });
		return root;
	};
	const devtools = await godeferred.devtools(options);
	Element.prototype.attachShadow = own;
	const all = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)];
	return {
		devtools,
		root,
		mode,
		all,
		host: root.host,
		rows: () => all(".row:not([hidden])"),
		/** @param {string} text */
		row: (text) => all(".row:not([hidden])").find((row) => row.textContent.includes(text)),
		/** @param {string} text */
		button: (text) => all("button").find((one) => one.textContent.trim().startsWith(text)),
		/** @param {string} text */
		filter(text) {
			const field = root.querySelector("input");
			field.value = text;
			field.dispatchEvent(new Event("input", { bubbles: true }));
		},
		/** @param {string} key @param {Element} [on] */
		press: (key, on = root.querySelector(".list")) =>
			on.dispatchEvent(
				new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
			),
	};
}

/** @param {any} row */
const partsOf = (row) => ({
	level: Number(row.getAttribute("aria-level")),
	kind: row.querySelector(".kind").textContent.replace(/ #.*/, ""),
	state: row.dataset.state,
});

test("it shows what waits for what, with the line that has made it", async () => {
	const d = Deferred();
	const panel = await opened();
	equal(panel.mode, "closed");
	const other = Deferred();
	d.then(() => {}).then(() => {});
	when(other, d);
	await until(() => panel.rows().length === 5);
	deepEqual(panel.rows().map(partsOf), [
		{ level: 1, kind: "deferred", state: "pending" },
		{ level: 1, kind: "deferred", state: "pending" },
		{ level: 2, kind: "then", state: "pending" },
		{ level: 3, kind: "then", state: "pending" },
		{ level: 2, kind: "when", state: "pending" },
	]);
	ok(/^panel\.js:\d+:\d+$/.test(panel.rows()[0].querySelector(".what").textContent));
	panel.rows()[0].click();
	const link = await until(() => panel.root.querySelector(".stack a"));
	ok(link.href.endsWith("/pages/devtools/panel.js"), link.href);
	for (const one of [d, other]) one.resolve();
	await until(() => panel.rows().length === 0);
	panel.devtools.close();
});

test("states differ by shape and by word", async () => {
	const panel = await opened();
	Deferred().resolve(1);
	Deferred()
		.reject("no")
		.fail(() => {});
	work((_, onAbort) => onAbort(() => {})).abort();
	panel.button("Settled").click();
	await until(() => panel.rows().length === 3);
	const shapes = panel.rows().map((/** @type {any} */ row) => row.querySelector(".shape").textContent);
	equal(new Set(shapes).size, 3);
	deepEqual(
		panel.rows().map((/** @type {any} */ row) => row.querySelector(".hear").textContent.trim()),
		["aborted", "rejected", "resolved"],
	);
	panel.button("Clear").click();
	equal(panel.rows().length, 0);
	panel.devtools.close();
});

test("the abort button aborts, and only what can be aborted has one", async () => {
	const panel = await opened();
	let reason;
	const task = work((_, onAbort) => onAbort((/** @type {any} */ why) => (reason = why.name)));
	task.then(() => {});
	const plain = Deferred();
	await until(() => panel.rows().length === 3);
	const last = panel.rows()[2];
	last.click();
	await until(() => panel.root.querySelector(".details h2"));
	equal(panel.button("Abort"), undefined);
	panel.rows()[1].click();
	(await until(() => panel.button("Abort"))).click();
	equal(reason, "AbortError");
	equal(task.state(), "rejected");
	plain.resolve();
	panel.devtools.close();
});

test("keys alone: rows, branches, tabs and size; and the page hears none of them", async () => {
	/** @type {string[]} */
	const heard = [];
	const listen = (/** @type {KeyboardEvent} */ event) => heard.push(event.key);
	document.addEventListener("keydown", listen);
	const panel = await opened();
	const d = Deferred();
	d.then(() => {});
	const other = Deferred();
	await until(() => panel.rows().length === 3);
	const list = panel.root.querySelector(".list");
	const selected = () =>
		panel.all('.row:not([hidden])[aria-selected="true"]').map((/** @type {any} */ row) => row.ariaRowIndex);
	panel.press("ArrowDown");
	await until(() => selected().join() === "1");
	equal(list.getAttribute("aria-activedescendant"), panel.rows()[0].id);
	panel.press("ArrowLeft");
	await until(() => panel.rows().length === 2);
	equal(panel.rows()[0].getAttribute("aria-expanded"), "false");
	panel.press("ArrowRight");
	await until(() => panel.rows().length === 3);
	panel.press("End");
	await until(() => selected().join() === "3");
	panel.press("Home");
	await until(() => selected().join() === "1");
	const [tab] = panel.all('[role="tab"]');
	panel.press("ArrowRight", tab);
	equal(panel.root.activeElement.textContent.trim().startsWith("Settled"), true);
	const grip = panel.root.querySelector('[role="separator"]');
	const before = panel.host.getBoundingClientRect().height;
	panel.press("ArrowUp", grip);
	panel.press("ArrowUp", grip);
	ok(panel.host.getBoundingClientRect().height !== before);
	equal(grip.getAttribute("aria-valuenow"), String(panel.host.getBoundingClientRect().height));
	deepEqual(heard, []);
	document.removeEventListener("keydown", listen);
	d.resolve();
	other.resolve();
	panel.devtools.close();
});

test("the filter keeps what matches, and what is above it", async () => {
	const panel = await opened();
	const d = Deferred();
	const [, timed] = [d.then(() => {}), godeferred.wait(1e6)];
	await until(() => panel.rows().length === 3);
	panel.filter("then");
	deepEqual(
		panel.rows().map((/** @type {any} */ row) => partsOf(row).kind),
		["deferred", "then"],
	);
	panel.filter("timer");
	equal(panel.rows().length, 1);
	panel.filter("nowhere");
	ok(panel.root.querySelector(".view .empty").textContent.includes("filter"));
	timed.catch(() => {});
	timed.abort();
	d.resolve();
	panel.devtools.close();
});

test("paused, the list stays as it is", async () => {
	const panel = await opened();
	const d = Deferred();
	await until(() => panel.rows().length === 1);
	panel.button("Pause").click();
	equal(panel.button("Pause").getAttribute("aria-pressed"), "true");
	d.resolve();
	// It is drawn at the latest after so long; a paused one then still shows the row.
	await new Promise((resolve) => setTimeout(resolve, 300));
	await frame();
	equal(panel.rows().length, 1);
	panel.button("Pause").click();
	await until(() => panel.rows().length === 0);
	panel.devtools.close();
});

test("of thousands, only those in view are elements", async () => {
	const panel = await opened({ stacks: false });
	const many = Array.from({ length: 5000 }, () => Deferred());
	const list = panel.root.querySelector(".list");
	await until(() => list.ariaRowCount === "5000" || list.getAttribute("aria-rowcount") === "5000");
	ok(panel.all(".row").length < 80, String(panel.all(".row").length));
	list.scrollTop = 1e7;
	await until(() =>
		panel.rows().some((/** @type {any} */ row) => row.getAttribute("aria-rowindex") === "5000"),
	);
	ok(panel.all(".row").length < 80);
	for (const d of many) d.resolve();
	panel.devtools.close();
});

test("a page's hostile style does not reach it, and its own does not reach the page", async () => {
	const link = document.createElement("link");
	link.rel = "stylesheet";
	link.href = "/pages/devtools/hostile.css";
	const there = new Promise((resolve) => {
		link.onload = resolve;
	});
	document.head.append(link);
	await there;
	const own = document.createElement("p");
	document.body.append(own);
	const styleOf = () =>
		JSON.stringify([...getComputedStyle(own)].map((name) => getComputedStyle(own).getPropertyValue(name)));
	const before = [styleOf(), document.styleSheets.length, document.adoptedStyleSheets.length];
	const panel = await opened();
	Deferred();
	await until(() => panel.rows().length === 1);
	deepEqual([styleOf(), document.styleSheets.length, document.adoptedStyleSheets.length], before);
	const style = getComputedStyle(panel.host);
	deepEqual(
		[style.display, style.position, style.visibility, style.transform],
		["block", "fixed", "visible", "none"],
	);
	const row = panel.rows()[0].getBoundingClientRect();
	equal(row.height, 28);
	ok(row.width > 100 && row.bottom <= innerHeight);
	const text = getComputedStyle(panel.rows()[0].querySelector(".kind"));
	equal(text.fontSize, "13px");
	ok(text.color !== "rgb(255, 0, 0)");
	equal(document.elementFromPoint(row.left + 40, row.top + 10), panel.host);
	panel.devtools.close();
	link.remove();
	own.remove();
});

test("closed by its button, it leaves no trace in the page", async () => {
	const globals = () => Object.getOwnPropertyNames(globalThis).sort().join();
	const before = globals();
	const panel = await opened();
	equal(/** @type {any} */ (globalThis).devtoolsFormatters.length, 1);
	panel.button("Close").click();
	equal(document.querySelector("godeferred-devtools"), null);
	equal(globals(), before);
	equal(customElements.get("godeferred-devtools"), undefined);
	ok((await godeferred.devtools({ panel: false })) !== panel.devtools);
	(await godeferred.devtools({ panel: false })).close();
});

test("the console's formatter shows state, values and origin, and leaves others alone", async () => {
	const scope = /** @type {any} */ (globalThis);
	const others = [{ header: () => null }];
	scope.devtoolsFormatters = others;
	const { close } = Object.getPrototypeOf(await godeferred.devtools({ panel: false }));
	const devtools = await godeferred.devtools({ panel: false });
	equal(scope.devtoolsFormatters, others);
	const [, formatter] = others;
	const text = (/** @type {any} */ node) =>
		typeof node === "string" ? node : node[0] === "object" ? "<object>" : node.slice(2).map(text).join("");
	const d = Deferred();
	const { id } = devtools.snapshot().pending[0];
	equal(text(formatter.header(d)), `Deferred #${id} pending`);
	d.resolve("a", 5, {});
	equal(text(formatter.header(d)), `Deferred #${id} resolved "a", 5, <object>`);
	equal(text(formatter.header(d.promise())), `Promise #${id} resolved "a", 5, <object>`);
	const any = /** @type {any} */ (formatter);
	ok(any.hasBody(d) && text(any.body(d)).includes("panel.js"));
	for (const other of [null, 5, {}, [], Promise.resolve()]) equal(formatter.header(other), null);
	close.call(devtools);
	deepEqual(others.length, 1);
	delete scope.devtoolsFormatters;
});

test("with tracks, requests and animations are measures for the browser's own tools", async () => {
	/** @type {any[]} */
	const seen = [];
	const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
	observer.observe({ type: "measure" });
	const devtools = await godeferred.devtools({ panel: false, tracks: true });
	await godeferred.get("/flaky?fails=0");
	await until(() => seen.length > 0);
	devtools.close();
	const [{ name, duration, detail }] = seen;
	equal(name, "GET /flaky?fails=0");
	ok(duration > 0);
	deepEqual(
		{ ...detail.devtools, properties: detail.devtools.properties.slice(0, 3) },
		{
			dataType: "track-entry",
			track: "Requests",
			trackGroup: "godeferred",
			color: "primary",
			tooltipText: "GET /flaky?fails=0: resolved",
			properties: [
				["State", "resolved"],
				["Value", '"there", "success", jqXHR 200 OK'],
				["Attempt 1", "200"],
			],
		},
	);
	equal(performance.getEntriesByName(name, "measure").length, 0);
	const before = seen.length;
	await godeferred.get("/flaky?fails=0");
	performance.measure("end");
	await until(() => seen.length > before);
	deepEqual(
		seen.slice(before).map((one) => one.name),
		["end"],
	);
	observer.disconnect();
});

test("axe finds nothing, in each list and with details", async () => {
	await import("/modules/axe-core/axe.min.js");
	const { axe } = /** @type {any} */ (globalThis);
	const panel = await opened();
	const task = work((_, onAbort) => onAbort(() => {}));
	const chain = task.then(() => {});
	Deferred().resolve("tea");
	await until(() => panel.rows().length === 2);
	const { violations: none } = await axe.run(panel.host);
	deepEqual(names(none), []);
	panel.rows()[0].click();
	await until(() => panel.button("Abort"));
	for (const tab of panel.all('[role="tab"]')) {
		tab.click();
		await frame();
		deepEqual(names((await axe.run(panel.host)).violations), [], tab.textContent);
	}
	panel.button("Right").click();
	deepEqual(names((await axe.run(panel.host)).violations), []);
	chain.fail(() => {});
	chain.abort();
	panel.devtools.close();
});

/** @param {any[]} found */
const names = (found) =>
	found.map(({ id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ one) => one.html.slice(0, 120))}`);

test("the policy was never violated", () => deepEqual(violations, []));
