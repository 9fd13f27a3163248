// The benchmark, for a visitor who looks on: few rounds, bars, and a way to stop. jQuery 3.7 comes with the site; the
// other libraries only from a server that has them. What is measured, and how, stands in
// the modules under /bench/, which `make bench` uses too.
//
// ?cases=create,when measures some cases only; ?rounds=1&least=0&warm=0 does one unit of work in each.

import { cases, has } from "/bench/cases.js";
import { quiet } from "/bench/environment.js";
import { loadLibraries, worksOf } from "/bench/libraries.js";
import { measure } from "/bench/measure.js";
import { summary } from "/bench/stats.js";
import { draw, verdict } from "/pages/benchbars.js";

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

/** @type {ReturnType<typeof load> | undefined} */
let loading;

/** The libraries, and their work: once, whatever is run how often, and not before the first run. */
const prepare = () => (loading ??= load());

async function load() {
	const there = await modules();
	const others = ["bluebird", "jquery4"].filter((id) => there.includes(`${id}.js`));
	if (others.length < 2) {
		byId("missing").textContent =
			"jQuery 4 and bluebird are not on this server, so they are not measured. To have them, run npm ci in the " +
			"project’s folder, start its server there, and reload this page.";
		byId("missing").hidden = false;
	}
	const libraries = await loadLibraries([...others, "jquery3", "godeferred", "native"], {
		jquery3: "/vendor/jquery.min.js",
	});
	return { libraries, works: await worksOf(libraries) };
}

/** What the server has of npm's packages; a server of plain files has no such list. @returns {Promise<string[]>} */
async function modules() {
	const answer = await fetch("/modules/");
	return answer.ok ? answer.json() : [];
}

/**
 * @param {Awaited<ReturnType<typeof load>>} prepared
 * @param {AbortSignal} signal
 * @returns {Promise<import("/pages/benchbars.js").Row[][]>} the rows of each case
 */
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
	byId("results").hidden = false;
	const results = [];
	for (const [i, test] of chosen.entries()) {
		byId("progress").value = i / chosen.length;
		say(`Measuring ${i + 1} of ${chosen.length}: ${test.name.replaceAll("`", "")}…`);
		await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
		const taking = libraries.filter((library) => has(test, library));
		const measured = await measure(test, new Map(taking.map(({ id }) => [id, works[id]])), plan);
		const rows = taking.map((library) => {
			const samples = measured.get(library.id).samples.filter((ns) => ns !== undefined);
			return { library, ns: summary(samples).median };
		});
		table.append(draw(test, rows));
		results.push(rows);
	}
	return results;
}

async function run() {
	if (running) return;
	running = new AbortController();
	const { signal } = running;
	byId("progress").hidden = false;
	enable();
	say("Loading the libraries, and the runtime for requests…");
	try {
		const prepared = await prepare();
		signal.throwIfAborted();
		say(`Done. ${verdict(await runAll(prepared, signal))}`);
	} catch (error) {
		if (!signal.aborted) loading = undefined; // the next run tries to load again
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

byId("run").addEventListener("click", run);
enable();
