// Plays each scenario on both faces: their traces have to be equal.

import { equal, ok, test } from "../lib/test.js";
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

for (const scenario of scenarios[area]) {
	test(
		scenario.name,
		async (t) => {
			t.rejections(); // nobody handles some of them, in both faces
			const { differs } = scenario;
			const here = await play("page", scenario, faces.page, hear, places);
			const there = await play("go", scenario, faces.go, hear, places);
			ok(here.length > 0, "the page face told nothing");
			// By design each says what it is known to say, and the rest is the same.
			const [onlyHere, onlyThere] = [only(here, there), only(there, here)];
			const known = { page: differs?.page.join("\n") ?? "", go: differs?.go.join("\n") ?? "" };
			if (onlyHere !== known.page || onlyThere !== known.go)
				throw new Error(`the page alone says\n${onlyHere}\nGo alone says\n${onlyThere}`);
			if (!differs) equal(there.join("\n"), here.join("\n"), "the order in Go, and in the page");
		},
		{ deadline: 8000 },
	);
}
