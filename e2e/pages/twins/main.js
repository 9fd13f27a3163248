// Plays each scenario on both faces: their traces have to be equal.

import { ok, test } from "../lib/test.js";
import { pageFace } from "./page-face.js";
import { play } from "./play.js";
import { scenarios } from "./scenarios.js";

/** @type {any} */
const page = window;

/** @type {(told: any) => void} */
let heard = () => {};
page.goTwinSays = (/** @type {string} */ text) => heard(JSON.parse(text));
page.goTwinTurn = () => new Promise((resolve) => setTimeout(resolve));

await import("/wasm_exec.js");
const go = new page.Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("/artifacts/twins.wasm"), go.importObject);
go.run(instance);

const faces = {
	page: pageFace((told) => heard(told)),
	go: (/** @type {any} */ step) => page.goTwin(JSON.stringify(step)),
};

const places = await (await fetch("/twins/places")).json();
const hear = (/** @type {(told: any) => void} */ tell) => {
	heard = tell;
};

/** What only one of two traces says. @param {string[]} one @param {string[]} other */
const only = (one, other) => one.filter((line) => !other.includes(line)).join("\n");

const area = /** @type {string} */ (new URL(import.meta.url).searchParams.get("area"));

/** @param {import("./play.js").Scenario} scenario */
async function both(scenario) {
	const here = await play("page", scenario, faces.page, hear, places);
	const there = await play("go", scenario, faces.go, hear, places);
	return { here, there };
}

/** Whether the faces play it to its end, and differ. @param {import("./play.js").Scenario} scenario */
async function fails(scenario) {
	try {
		const { here, there } = await both(scenario);
		return here.join("\n") !== there.join("\n");
	} catch {
		return false;
	}
}

/** Leaves out instructions as long as the faces still differ. @param {import("./play.js").Scenario} scenario */
async function shortest(scenario) {
	for (let i = scenario.steps[0].program.length; i--; ) {
		const less = structuredClone(scenario);
		less.steps[0].program.splice(i, 1);
		if (await fails(less)) scenario = less;
	}
	return scenario;
}

for (const scenario of scenarios[area]) {
	test(scenario.name, async (t) => {
		t.rejections(); // nobody handles some of them, in both faces
		const { differs } = scenario;
		const { here, there } = await both(scenario);
		ok(here.length > 0, "the page face told nothing");
		// By design each says what it is known to say, and the rest is the same.
		const [onlyHere, onlyThere] = [only(here, there), only(there, here)];
		const known = { page: differs?.page.join("\n") ?? "", go: differs?.go.join("\n") ?? "" };
		if (
			onlyHere === known.page &&
			onlyThere === known.go &&
			(differs || here.join("\n") === there.join("\n"))
		)
			return;
		const shows = [`the page says\n${here.join("\n")}\nGo says\n${there.join("\n")}`];
		if (area === "chance" && scenario.steps.length === 1) {
			const less = await shortest(scenario);
			const traces = await both(less);
			shows.push(
				`in short: ${JSON.stringify(less.steps)}`,
				traces.here.join("\n"),
				"Go:",
				traces.there.join("\n"),
			);
		}
		throw new Error([`the page alone says\n${onlyHere}\nGo alone says\n${onlyThere}`, ...shows].join("\n\n"));
	});
}
