// Added to the demo's gallery.html: looks, goes on, and opens a picture.

import { equal, ok, run, test } from "../lib/test.js";
import { enabled } from "./enabled.js";

const byId = (id) => document.getElementById(id);

/** Waits until check is true, which is asked once a frame. */
async function until(check) {
	while (!check()) await new Promise(requestAnimationFrame);
}

test("pictures load once they are in view, and one opens large", async () => {
	await enabled("next");
	const first = document.querySelector("#pictures button");
	first.scrollIntoView();
	await until(() => first.querySelector("img")?.naturalWidth === 480);
	first.click();
	await until(() => document.querySelector("#stage img")?.naturalWidth === 960);
	await until(() => byId("large-words").textContent === "");
	equal(byId("large-title").textContent, "Bay");
	byId("close").click();
	ok(!byId("large").open);
});

test("going on stops what is still loading", async () => {
	byId("pace").value = "5000";
	byId("pace").dispatchEvent(new Event("change", { bubbles: true }));
	await until(() => document.querySelector("#pictures [data-state=loading]"));
	const loading = document.querySelectorAll("#pictures [data-state=loading]").length;
	byId("next").click();
	await until(() => byId("set-title").textContent === "The woods");
	const words = loading === 1 ? "1 picture was" : `${loading} pictures were`;
	ok(byId("status").textContent.startsWith(`The coast: ${words} still loading`), byId("status").textContent);
});

await run();
