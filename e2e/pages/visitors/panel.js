// Added to the demo's panel.html: clicks as a visitor would, and looks.

import { equal, ok, run, test } from "../lib/test.js";
import { enabled } from "./enabled.js";

const byId = (id) => document.getElementById(id);

/** @param {string} beginning */
function status(beginning) {
	return new Promise((resolve) => {
		const look = () => {
			if (!byId("status").textContent.startsWith(beginning)) return;
			observer.disconnect();
			resolve();
		};
		const observer = new MutationObserver(look);
		observer.observe(byId("status"), { childList: true, characterData: true, subtree: true });
		look();
	});
}

const asked = async () =>
	Number(await (await fetch("/demo/count?path=/demo/panel-content.html&key=firefox")).text());

test("the first click opens the panel with the server's content, and the second asks for nothing", async () => {
	await enabled("open");
	equal(getComputedStyle(byId("panel")).display, "none");
	byId("open").click();
	await status("Opened");
	const served = await (await fetch("/demo/panel-content.html?key=other")).text();
	equal(byId("content").innerHTML.trim(), served.trim());
	ok(byId("panel").offsetHeight > 50);
	equal(getComputedStyle(byId("content")).opacity, "1");
	byId("open").click();
	await status("Already open");
	equal(await asked(), 1);
});

await run();
