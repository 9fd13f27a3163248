// Added to the demo's bench.html: runs it, and reads what it says.

import { equal, ok, run, test } from "../lib/test.js";
import { enabled } from "./enabled.js";

const byId = (id) => document.getElementById(id);

/** Waits until the page says something that begins so, which is looked for once a frame. */
async function says(beginning) {
	while (!byId("status").textContent.startsWith(beginning)) await new Promise(requestAnimationFrame);
}

test("each case is drawn with a bar for each library", async () => {
	await enabled("run");
	byId("run").click();
	await says("Done.");
	for (const name of ["create", "when"]) {
		const body = document.querySelector(`[data-case=${name}]`);
		equal(body.querySelectorAll("[scope=row]").length, 5);
		ok([...body.querySelectorAll(".length")].some((bar) => bar.style.width === "100%"));
	}
});

await run();
