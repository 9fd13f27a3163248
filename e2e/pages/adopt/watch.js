// Added to a page of e2e/adopt: waits until it tells something in its output, and reports whether that is right.

import { ok, run, test } from "../lib/test.js";

const { searchParams } = new URL(import.meta.url);
const text = searchParams.get("text");
const then = searchParams.get("then");

/** What the page has told. @returns {Promise<string>} */
const told = () =>
	new Promise((resolve) => {
		const look = () => document.querySelector("output")?.textContent;
		const observer = new MutationObserver(() => look() && resolve(look()));
		observer.observe(document, { subtree: true, childList: true, characterData: true });
		if (look()) resolve(look());
	});

test(`the page tells ${text}`, async () => {
	const is = await told();
	ok(is.includes(text), is);
	if (then) await fetch(then, { method: "POST" });
});

await run();
