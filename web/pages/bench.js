// The benchmark, for a visitor who looks on: few rounds, bars, and a way to stop. What is measured, and how, stands in
// the modules under /bench/, which `make bench` uses too.
//
// ?cases=create,when measures some cases only; ?rounds=1&least=0&warm=0 does one unit of work in each.

import { cases, has } from "/bench/cases.js";
import { quiet } from "/bench/environment.js";
import { loadLibraries, worksOf } from "/bench/libraries.js";
import { measure } from "/bench/measure.js";
import { summary } from "/bench/stats.js";
import { draw } from "/pages/benchbars.js";

const byId = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);
const number = (name, fallback) => Number(parameters.get(name) ?? fallback);
const wanted = parameters.get("cases")?.split(",");
const chosen = cases.filter(({ id }) => !wanted || wanted.includes(id));
const table = document.querySelector(".results");

/** @type {AbortController | null} what ends the run that is under way */
let running = null;

const say = (text) => {
	byId("status").textContent = text;
};

function enable() {
	byId("run").setAttribute("aria-disabled", String(running !== null));
	byId("cancel").setAttribute("aria-disabled", String(running === null));
}

/** The libraries, and their work: once, whatever is run how often. Not all of them need be on the server. */
async function prepare() {
	const there = await (await fetch("/modules/")).json();
	const others = ["bluebird", "jquery4"].filter((id) => there.includes(`${id}.js`));
	if (others.length < 2) {
		byId("missing").textContent =
			"jQuery and bluebird are not on this server, so this runtime is compared with the browser’s own promises alone. " +
			"Run npm ci in the project’s folder, where the server was started, and reload this page to have them.";
		byId("missing").hidden = false;
	}
	const libraries = await loadLibraries([...others, "godeferred", "native"]);
	return { libraries, works: await worksOf(libraries) };
}

/** @param {Awaited<ReturnType<typeof prepare>>} prepared @param {AbortSignal} signal */
async function runAll({ libraries, works }, signal) {
	const plan = {
		rounds: number("rounds", 5),
		slowRounds: 1,
		least: number("least", 10),
		warm: number("warm", 100),
		now: () => performance.now(),
		collect: quiet,
		signal,
	};
	for (const body of table.querySelectorAll("tbody")) body.remove();
	for (const [i, test] of chosen.entries()) {
		byId("progress").value = i / chosen.length;
		say(`Measuring ${i + 1} of ${chosen.length}: ${test.name.replaceAll("`", "")}…`);
		await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
		const taking = libraries.filter((library) => has(test, library));
		const measured = await measure(test, new Map(taking.map(({ id }) => [id, works[id]])), plan);
		table.append(
			draw(
				test,
				taking.map((library) => {
					const samples = measured.get(library.id).samples.filter((ns) => ns !== undefined);
					return { library, ns: summary(samples).median };
				}),
			),
		);
	}
}

/** @param {ReturnType<typeof prepare>} preparing whose libraries measure nothing before the runtime is up */
async function run(preparing) {
	if (running) return;
	running = new AbortController();
	const { signal } = running;
	byId("progress").hidden = false;
	enable();
	say("Preparing…");
	try {
		const prepared = await preparing;
		signal.throwIfAborted();
		await runAll(prepared, signal);
		say("Done.");
	} catch (error) {
		say(signal.aborted ? signal.reason : `It did not work: ${error.message}`);
	}
	running = null;
	byId("progress").hidden = true;
	enable();
}

byId("cancel").addEventListener("click", () =>
	running?.abort("Cancelled. What was measured before stands below."),
);
document.addEventListener("visibilitychange", () => {
	if (document.hidden) running?.abort("Stopped, because the page was hidden: browsers slow such pages down.");
});

const preparing = prepare();
preparing.catch(() => {}); // run tells
byId("run").addEventListener("click", () => run(preparing));
say("Ready. It takes about half a minute.");
enable();
