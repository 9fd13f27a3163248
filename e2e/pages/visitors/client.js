// Added to the demo's client.html: presses its buttons, and reads what it says.

import { equal, ok, run, test } from "../lib/test.js";
import { enabled } from "./enabled.js";

const byId = (id) => document.getElementById(id);

/** Waits until a part says something that begins so, which is looked for once a frame. */
async function says(part, beginning) {
	while (!byId(`${part}-status`).textContent.startsWith(beginning)) await new Promise(requestAnimationFrame);
}

test("a request is made again until it succeeds", async () => {
	await enabled("errors-start"); // the last one
	byId("retry-start").click();
	await says("retry", "Attempt 3 succeeded");
});

test("a download is cancelled, and its bar stays where it was", async () => {
	byId("download-start").click();
	await says("download", "Asking");
	byId("download-cancel").click();
	await says("download", "Cancelled.");
	ok(byId("download-bar").value < byId("download-bar").max);
});

test("five requests are joined", async () => {
	byId("overview-start").click();
	await says("overview", "All there after");
	equal(byId("overview-rows").textContent, "3 tables, whose squares add up to 175");
});

test("errors are told apart by their types", async () => {
	for (const [address, words] of [
		["/demo/status/404", "The server said no, with status 404."],
		["/demo/malformed.json", "The answer is called JSON, but is none"],
		["/demo/slow", "The server took longer than 500ms."],
		["/demo/news.json", "The answer is not what was expected"],
	]) {
		byId("errors-kind").value = address;
		byId("errors-start").click();
		await says("errors", words);
	}
});

await run();
