// Added to the demo's images.html: clicks as a visitor would, and looks.

import { equal, ok, run, test } from "../lib/test.js";
import { enabled } from "./enabled.js";

const status = /** @type {HTMLElement} */ (document.getElementById("status"));

/** @param {string} beginning */
function says(beginning) {
	return new Promise((resolve) => {
		const look = () => {
			if (!status.textContent?.startsWith(beginning)) return;
			observer.disconnect();
			resolve(undefined);
		};
		const observer = new MutationObserver(look);
		observer.observe(status, { childList: true, characterData: true, subtree: true });
		look();
	});
}

test("the panel opens when all of its images are there", async () => {
	await enabled("open");
	const panel = /** @type {HTMLElement} */ (document.getElementById("panel"));
	const images = [...panel.querySelectorAll("img")];
	ok(images.every((image) => !image.src));
	document.getElementById("break")?.click();
	document.getElementById("open")?.click();
	equal(panel.offsetHeight, 0);
	await says("Open. One picture could not be loaded.");
	ok(images.every((image) => image.complete && image.naturalWidth > 0));
	ok(panel.offsetHeight > 100);
	equal(panel.style.overflow, "");
});

await run();
