// Added to the demo's factbook.html: searches, compares, and moves the program from the worker to the page and back.

import { equal, ok, run, test } from "../lib/test.js";

const byId = (id) => document.getElementById(id);

/** Waits until check is true, which is asked once a frame. */
async function until(check) {
	while (!check()) await new Promise(requestAnimationFrame);
}

const begins = (id, text) => until(() => byId(id).textContent.startsWith(text));

function type(text) {
	byId("query").value = text;
	byId("query").dispatchEvent(new InputEvent("input"));
}

for (const [place, ready] of [
	["worker", "Ready in a worker: 36,653 entries"],
	["page", "Ready in the page: 36,653 entries"],
]) {
	test(`searches of a program in a ${place}`, async () => {
		document.querySelector(`[name=run][value=${place}]`).click();
		type("");
		await begins("program", ready);
		type("côte d’ivoire coff");
		await begins("status", "4 entries in ");
		equal(document.querySelector("#hits h3").textContent, "Cote d'Ivoire");
		equal(document.querySelectorAll("#hits mark").length > 3, true);
		equal(byId("failure").textContent, "");
	});
}

test("the frames go on while a worker compares", async () => {
	const frames = {};
	for (const place of ["page", "worker"]) {
		document.querySelector(`[name=run][value=${place}]`).click();
		await until(() => byId("compare").getAttribute("aria-disabled") === "false");
		await begins("program", place === "page" ? "Ready in the page" : "Ready in a worker");
		byId("compare").click();
		await until(() => byId(`alike-${place}`).dataset.frames);
		frames[place] = Number(byId(`alike-${place}`).dataset.frames);
		ok(byId("alike-status").textContent.startsWith("33,930 pairs"), byId("alike-status").textContent);
	}
	ok(frames.worker > 2 * frames.page, JSON.stringify(frames));
});

await run();
