// Presses the buttons of the front page's example.

import { equal, ok, run, test } from "../lib/test.js";
import { isQuiet } from "./quiet.js";

const byId = (id) => document.getElementById(id);
const press = (name) => document.querySelector(`[data-press=${name}]`).click();
const states = () => ["tea", "cups", "both"].map((id) => byId(`state-${id}`).textContent).join(" ");

/** Settles when the example has printed a text that begins so. */
const printed = (beginning) =>
	new Promise((found) => {
		const look = () => byId("printed").textContent.startsWith(beginning) && found();
		new MutationObserver(look).observe(byId("printed"), { childList: true });
		look();
	});

test("the example works at once, without the runtime", async () => {
	equal(byId("printed").textContent, "");
	press("resolveTea");
	equal(states(), "resolved pending pending");
	press("resolveCups");
	equal(states(), "resolved resolved resolved");
	await printed("3 cups of Assam");
	press("rejectTea");
	equal(byId("printed").textContent, "tea is resolved already, so this call does nothing.");
	press("again");
	equal(states(), "pending pending pending");
	press("rejectTea");
	equal(states(), "rejected pending rejected");
	await printed("No tea: no water");
	ok(
		!performance.getEntriesByType("resource").some(({ name }) => name.endsWith(".wasm")),
		"no wasm is downloaded",
	);
});

test("the figures are there", () => {
	ok(/could be pressed after \d+ ms/.test(byId("measured").textContent));
	ok(document.querySelectorAll(".bars rect").length > 15);
	for (const figure of document.querySelectorAll(".bars .figure"))
		ok(/^(0|[\d.,]+ (kB, [\d.]+ s|ns|µs|ms))$/.test(figure.textContent), figure.textContent);
});

test("nothing is said, and nobody else is asked", isQuiet);

await run();
