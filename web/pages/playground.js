import { useTextArea } from "./playground-area.js";
import { makeConsole } from "./playground-console.js";
import { linkTo, MOST, read } from "./playground-link.js";
import { describe, MOST_ROWS, Record } from "./playground-record.js";
import { makeRunner } from "./playground-runner.js";
import { fillTable } from "./playground-table.js";
import { makeTimeline } from "./playground-timeline.js";

// The page of the playground: an editor, a frame that the code runs in, and what the frame tells of it.

/** @type {(id: string) => any} */
const byId = (id) => document.getElementById(id);
const area = byId("code");
const select = byId("example");
const status = byId("status");
const stopButton = byId("stop");
const detail = byId("detail");
const hint = detail.textContent;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** ms without an event after which pending deferreds are mentioned, and then no longer drawn as they grow. */
const QUIET = 1500;
const RESTING = 15_000;

/** The run that is shown. @type {Record | undefined} */
let record;
/** When it began and when it told something last, by this page's clock: the frame's own is another. */
let began = 0;
let heard = 0;
/** Of the run. */
let errors = 0;
let firstError = "";
let hasRun = false;

const log = makeConsole(byId("console"), goTo);
const timeline = makeTimeline(byId("timeline"), {
	point(row) {
		detail.textContent = row && record ? describe(record, row) : hint;
		editor.mark(row?.line ?? null, "marked");
	},
	open: (row) => row.line && goTo(row.line),
});
const runner = makeRunner(byId("frame"), byId("main").dataset.dist, theme, hear);
const does = { run: () => run(), changed };
/** The text area, until CodeMirror has come. */
let editor = useTextArea(area, does);
/** @type {(code: string) => string} */
let guardLoops = (code) => code;

// ---------------------------------------------------------------------------------------------------- Code

/** The text of the example that is chosen. */
let example = "";
/** The visitor's own code, while an example is shown. */
let own = "";
/** How often other code was asked for: an example that comes late must not replace what was asked for since. */
let choices = 0;

/** Shows what the address asks for, or the first example. @returns {Promise<boolean>} whether it is an example */
async function showAddressed() {
	const asked = read(location.hash);
	if (asked.code !== undefined) {
		showOwn(asked.code);
		say("This code came with the link. Read it, then run it.");
		return false;
	}
	if (asked.broken) say("The code in this link is damaged. Here is an example instead.", true);
	return showExample(isExample(asked.example) ? asked.example : "start");
}

const isExample = (/** @type {any} */ name) =>
	name && [...select.options].some(({ value }) => value === name);

/** @param {any} name @returns {Promise<boolean>} false if it cannot be had, or other code was asked for meanwhile */
async function showExample(name) {
	const mine = ++choices;
	const response = await fetch(`/pages/examples/${name}.js`).catch(() => undefined);
	const text = await response?.text();
	if (!response?.ok || text === undefined) {
		say("The example could not be loaded.", true);
		return false;
	}
	if (mine !== choices) return false;
	example = text;
	select.value = name;
	editor.code = example;
	return true;
}

/** @param {string} code */
function showOwn(code) {
	choices++;
	own = code;
	byId("own").hidden = false;
	select.value = "";
	editor.code = code;
}

/** The visitor has edited the code. */
function changed() {
	choices++;
	if (editor.code === example && select.value !== "") return;
	own = editor.code;
	byId("own").hidden = false;
	select.value = "";
}

/** @param {number} line */
function goTo(line) {
	editor.goTo(line);
	editor.mark(line, "marked");
}

// ---------------------------------------------------------------------------------------------------- Runs

/** @param {boolean} [isAsked] by the visitor: then the outcome is announced */
async function run(isAsked = true) {
	if (isAsked) status.setAttribute("aria-live", "polite");
	clear();
	say("Running…");
	stopButton.setAttribute("aria-disabled", "false");
	try {
		await runner.run(guardLoops(editor.code));
	} catch (error) {
		stopButton.setAttribute("aria-disabled", "true");
		say(`The sandbox did not start: ${/** @type {Error} */ (error).message}`, true);
	}
}

function clear() {
	record = undefined;
	timeline.show(record);
	hasRun = false;
	errors = 0;
	firstError = "";
	log.clear();
	editor.mark(null, "marked");
	detail.textContent = hint;
	clearTimeout(concluding);
}

function stop() {
	if (stopButton.getAttribute("aria-disabled") === "true") return;
	stopButton.setAttribute("aria-disabled", "true");
	runner.stop();
	clearTimeout(concluding);
	status.setAttribute("aria-live", "polite");
	say("Stopped.");
	draw();
	runner.prepare();
}

/** What the frame tells. @param {any} message */
function hear(message) {
	heard = performance.now();
	if (message.type === "started") {
		began = heard;
		record = new Record(message.at);
		timeline.show(record);
		byId("empty").hidden = true;
	}
	if (message.type === "event") record?.add(message.event);
	if (message.type === "ran") hasRun = true;
	if (message.type === "console") {
		log.add(message);
		if (message.uncaught && errors++ === 0) {
			firstError = `${message.line ? `Line ${message.line}: ` : ""}${message.text}`;
			if (message.line) editor.mark(message.line, "wrong");
		}
	}
	schedule();
}

/** @type {any} */
let concluding;
let isScheduled = false;

/** One drawing for all that was told within a frame. */
function schedule() {
	if (isScheduled) return;
	isScheduled = true;
	requestAnimationFrame(() => {
		isScheduled = false;
		draw();
		conclude();
	});
}

function draw() {
	if (!record) return;
	const now = performance.now();
	timeline.draw(now - began);
	if (byId("data").open) fillTable(byId("rows"), record, goTo);
	const grows =
		record.pending > 0 && now - heard < RESTING && stopButton.getAttribute("aria-disabled") === "false";
	if (grows && !isScheduled) {
		if (calm.matches) setTimeout(schedule, 500);
		else schedule();
	}
}

/** Says how the run is going, once it has come to rest. */
function conclude() {
	clearTimeout(concluding);
	if (!record || !hasRun) return;
	if (record.pending > 0 && performance.now() - heard < QUIET) {
		concluding = setTimeout(conclude, QUIET);
		return;
	}
	const { rows, more, pending, last } = record;
	const many = rows.length === 1 ? "1 deferred" : `${rows.length + more} deferreds`;
	const parts = [];
	if (errors > 0) parts.push(errors === 1 ? firstError : `${errors} errors. ${firstError}`);
	if (pending > 0) parts.push(`${many}, ${pending} pending.`);
	else if (rows.length > 0) parts.push(`${many}, all settled after ${Math.round(last)} ms.`);
	else parts.push("Done. The code made no deferreds.");
	if (more > 0) parts.push(`The first ${MOST_ROWS} are drawn.`);
	say(parts.join(" "), errors > 0);
}

/** @param {string} text @param {boolean} [isWrong] */
function say(text, isWrong = false) {
	if (status.textContent !== text) status.textContent = text;
	status.classList.toggle("wrong", isWrong);
}

/** The page's colours, for the frame. */
function theme() {
	const style = getComputedStyle(document.documentElement);
	const names = ["--paper", "--raised", "--ink", "--quiet", "--line", "--accent"];
	return {
		scheme: style.colorScheme,
		colours: Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
	};
}

// ---------------------------------------------------------------------------------------------------- Controls

byId("toolbar").addEventListener("submit", (/** @type {Event} */ event) => {
	event.preventDefault();
	run();
});
stopButton.addEventListener("click", stop);
byId("data").addEventListener("toggle", draw);
new ResizeObserver(draw).observe(byId("drawing"));
new MutationObserver(runner.wear).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", runner.wear);

select.addEventListener("change", async () => {
	const { value } = select;
	if (value === "") {
		choices++;
		editor.code = own;
		return;
	}
	if (!(await showExample(value))) return;
	history.replaceState(null, "", `#example=${value}`);
	run();
});

byId("copy").addEventListener("click", async () => {
	status.setAttribute("aria-live", "polite");
	const link = linkTo(editor.code, select.value || undefined);
	if (link === null) {
		say(`The code is too long for a link, which can have ${MOST.toLocaleString("en")} characters.`, true);
		return;
	}
	history.replaceState(null, "", link);
	try {
		await navigator.clipboard.writeText(link);
		say("The link is copied. It holds the code.");
	} catch {
		say("The link is in the address bar. It holds the code.");
	}
});

addEventListener("hashchange", async () => {
	if (await showAddressed()) run(false);
});

// ---------------------------------------------------------------------------------------------------- Start

runner.prepare();
const isOurs = await showAddressed();
try {
	const [{ openEditor }, loops] = await Promise.all([
		import("./playground-editor.js"),
		import("./playground-loops.js"),
	]);
	editor = openEditor(byId("editor"), area, does);
	({ guardLoops } = loops);
} catch {
	// The text area does, without colours, and without a guard for loops.
}
// Examples run at once. Code of a link waits for its reader.
if (isOurs) await run(false);
