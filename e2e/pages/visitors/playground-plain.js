// Added to the site's playground.html where CodeMirror cannot be loaded: the text area does.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";
import { until } from "./until.js";

/** @type {(id: string) => any} */
const byId = (id) => document.getElementById(id);
const lines = () => [...document.querySelectorAll("#console .text")].map((one) => one.textContent);

test("the text area has the example, and runs what is typed", async () => {
	await until(() => lines().length >= 6);
	const area = byId("code");
	equal(area.hidden, false);
	ok(area.value.includes("kettle"));
	area.value = 'console.log("one");\nconsole.log("two");';
	area.dispatchEvent(new Event("input", { bubbles: true }));
	equal(byId("example").value, "");
	area.focus();
	area.dispatchEvent(
		new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
	);
	deepEqual(await until(() => lines().length === 2 && lines()), ["one", "two"]);
});

test("a line of the console leads to the line of the code", () => {
	const [, second] = [...document.querySelectorAll("#console .line")];
	/** @type {any} */ (second).click();
	equal(document.activeElement, byId("code"));
	equal(byId("code").selectionStart, 'console.log("one");\n'.length);
});

await run();
