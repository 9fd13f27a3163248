// Added to checker.html: pastes code as a visitor would, and looks.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";

const byId = (id) => document.getElementById(id);

/** What the page says once it says something else. @param {() => void} act */
function said(act) {
	const before = byId("summary").textContent;
	return new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			observer.disconnect();
			resolve(byId("summary").textContent);
		});
		observer.observe(byId("summary"), { childList: true, characterData: true, subtree: true });
		act();
		ok(before);
	});
}

/** @param {string} code */
const check = (code) =>
	said(() => {
		byId("code").value = code;
		byId("checker").requestSubmit();
	});

const titles = () =>
	[...document.querySelectorAll(".finding h3")].map((one) =>
		[...one.children].map((e) => e.textContent).join(": "),
	);

test("the parser is not loaded before the first check", () => {
	deepEqual(
		performance.getEntriesByType("resource").filter(({ name }) => name.includes("acorn")),
		[],
	);
});

test("a line that differs is named, with what to do, and selected by its button", async () => {
	equal(
		await check("$('#a').show();\n$.ajax({ url: '/a', async: false }).fail(f);"),
		"Of 4 uses of jQuery, 3 work unchanged. 1 thing must be changed.",
	);
	deepEqual(titles(), ["Change: async: false"]);
	const finding = document.querySelector(".finding");
	equal(finding.querySelector(".place").textContent, "Line 2");
	ok(finding.querySelector("a").href.includes("/docs/compat.html#requests:~:text=async"));
	finding.querySelector(".place").click();
	const { selectionStart, selectionEnd, value } = byId("code");
	equal(document.activeElement, byId("code"));
	equal(value.slice(selectionStart, selectionEnd), "ajax({ url: '/a', async: false }).fail(f);");
});

test("code of which all works, other code, none, and what is no code", async () => {
	equal(await check("$('#a').show();"), "Of 2 uses of jQuery, 2 work unchanged. Nothing must be changed.");
	deepEqual(titles(), []);
	ok((await check("var a = 1;")).startsWith("This code does not use jQuery"));
	equal(await check(" "), "There is no code to check.");
	equal(
		await check("<p>\n<script>"),
		"Line 1 is not JavaScript: Unexpected token. Paste the script without the html around it.",
	);
});

test("the example has each level", async () => {
	await said(() => byId("example").click());
	const levels = new Set([...document.querySelectorAll(".finding")].map((one) => one.dataset.level));
	deepEqual([...levels], ["change", "look", "note", "unknown"]);
});

test("text of the code stays text", async () => {
	await check('$("#a").html("<script>window.ran = 1</" + "script><img src=x onerror=ran=1>");');
	equal(document.querySelector(".finding img"), null);
	equal(window.ran, undefined);
});

test("only this origin was asked, and no wasm", () => {
	const asked = performance.getEntriesByType("resource").map(({ name }) => name);
	deepEqual(
		asked.filter((name) => new URL(name).origin !== location.origin || name.includes(".wasm")),
		[],
	);
});

await run();
