// Opens the search from a page of the reference, and looks a name up.

import { equal, ok, run, test } from "../lib/test.js";
import { isQuiet } from "./quiet.js";
import { until } from "./until.js";

const find = (selector) => document.querySelector(selector);

test("the page says where it is", () => {
	equal(find(".side [aria-current]").textContent, "then");
	equal(find("h1").textContent, "then");
	ok(find(".neighbours [rel=next]").href.endsWith("/docs/api/catch.html"));
});

test("the rule for finally is found", async () => {
	find("a.search").click();
	const field = await until(() => find("dialog[open] #docsearch-field"));
	equal(document.activeElement, field);
	field.value = "finally";
	field.dispatchEvent(new Event("input"));
	const first = await until(() => find("#docsearch-results [aria-selected=true]"));
	equal(first.getAttribute("href"), "/docs/api/finally.html");
	ok(first.textContent.includes("whatever the outcome"));
	equal(first.querySelector("mark").textContent, "finally");
	field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
	ok(
		first.getAttribute("aria-selected") === "false" &&
			field.getAttribute("aria-activedescendant") === "docsearch-1",
	);
	find(".docsearch-close").click();
	ok(!find("dialog[open]"));
});

test("nothing is said, and nobody else is asked", isQuiet);

await run();
