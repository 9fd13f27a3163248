// The page of benchmarks: measures every case with every library that has it, and posts what it found to its server.
//
//   page.html?rounds=15&least=20&warm=500   rounds, ms of work in each measurement, ms of work before the first
//   page.html?cases=create,chain            some cases only; nested is how deep callbacks nest

import { cases, has } from "./cases.js";
import { deepest } from "./depth.js";
import { describeBrowser, quiet } from "./environment.js";
import { loadLibraries, worksOf } from "./libraries.js";
import { measure } from "./measure.js";
import { ratios, summary } from "./stats.js";

const parameters = new URLSearchParams(location.search);

/**
 * @param {string} name
 * @param {number} fallback
 */
function parameter(name, fallback) {
	const given = parameters.get(name);
	return given === null ? fallback : Number(given);
}

async function run() {
	if (!crossOriginIsolated) throw new Error("the page is not cross-origin isolated: its clock is too coarse");
	if (document.hidden) throw new Error("the page is hidden: browsers slow down its timers");
	const libraries = await loadLibraries([
		...["bluebird", "jquery3", "jquery4", "simply-deferred", "underscore.deferred"],
		...["godeferred", "thenable", "native"],
	]);
	const works = await worksOf(libraries);
	const plan = {
		rounds: parameter("rounds", 15),
		least: parameter("least", 20),
		warm: parameter("warm", 500),
		now: () => performance.now(),
		collect: quiet,
	};
	const results = [];
	const chosen = chosenCases();
	for (const [i, test] of chosen.entries()) {
		await say(`${i + 1} of ${chosen.length}: ${test.name}`);
		const taking = libraries.filter((library) => has(test, library));
		const measured = await measure(test, new Map(taking.map(({ id }) => [id, works[id]])), plan);
		results.push(resultOf(test, taking, measured));
	}
	if (!parameters.has("cases") || named()?.includes("nested")) results.push(await depths(libraries));
	return {
		browser: await describeBrowser(),
		rounds: plan.rounds,
		least: plan.least,
		libraries: libraries.map(({ id, name, version }) => ({ id, name, version })),
		cases: results,
	};
}

const named = () => parameters.get("cases")?.split(",");

function chosenCases() {
	const wanted = named();
	if (!wanted) return cases;
	return wanted
		.filter((id) => id !== "nested")
		.map((wantedId) => {
			const found = cases.find(({ id }) => id === wantedId);
			if (!found)
				throw new Error(`no case is called ${wantedId}: there are ${cases.map(({ id }) => id).join(", ")}`);
			return found;
		});
}

/**
 * @param {import("./cases.js").Case} test
 * @param {import("./libraries.js").Library[]} libraries
 * @param {Map<string, import("./measure.js").Measured>} measured
 */
function resultOf(test, libraries, measured) {
	const ours = measured.get("godeferred")?.samples ?? [];
	/** @type {Record<string, object>} */
	const byLibrary = {};
	for (const { id, promises } of libraries) {
		const { samples, units } = /** @type {import("./measure.js").Measured} */ (measured.get(id));
		byLibrary[id] = {
			instead: promises ? test.instead : undefined,
			units,
			samples: samples.map((ns) => ns ?? null),
			value: summary(samples.filter((ns) => ns !== undefined)),
			ratio: ratios(samples, ours),
		};
	}
	const { id, name, operations } = test;
	return { id, name, group: "work", unit: "ns", operations, libraries: byLibrary };
}

/** Whether errors are what is looked for: a full stack. */
let overflowing = false;

/** @param {import("./libraries.js").Library[]} libraries */
async function depths(libraries) {
	await say("how deep callbacks nest");
	overflowing = true;
	const deferreds = libraries.filter(({ promises }) => !promises);
	/** @type {Map<string, number>} */
	const depths = new Map(deferreds.map(({ id, object }) => [id, deepest(object)]));
	await quiet(); // a library may report an error later
	await quiet();
	overflowing = false;
	const ours = [depths.get("godeferred")];
	const byLibrary = Object.fromEntries(
		[...depths].map(([id, depth]) => [
			id,
			{ units: 1, samples: [depth], value: summary([depth]), ratio: ratios([depth], ours) },
		]),
	);
	return {
		...{ id: "nested", name: "nested `resolve` in `done`, until the stack is full" },
		...{ group: "depth", unit: "callbacks", operations: 1, libraries: byLibrary },
	};
}

/** @param {string} line */
async function say(line) {
	const log = /** @type {HTMLElement} */ (document.querySelector("#log"));
	log.textContent += `${line}\n`;
	await fetch("/progress", { method: "POST", body: line });
}

let posted = false;

/**
 * Only the first counts: what follows an error is not worth hearing.
 *
 * @param {object} body
 */
async function post(body) {
	if (posted) return;
	posted = true;
	await fetch("/results", { method: "POST", body: JSON.stringify(body) });
}

/** @param {any} error */
const fail = (error) => post({ error: String(error?.message ?? error), stack: String(error?.stack ?? "") });

addEventListener("error", (event) => {
	if (!overflowing) fail(event.error ?? event.message);
});
addEventListener("unhandledrejection", (event) => fail(event.reason));

run().then(post, fail);
