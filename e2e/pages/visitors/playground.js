// Added to the site's playground.html: runs examples and code of its own as a visitor would, and looks.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";
import { examples } from "./playground-examples.js";
import { until } from "./until.js";

/** @type {(id: string) => any} */
const byId = (id) => document.getElementById(id);
const find = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];

const status = () => byId("status").textContent;
const lines = () => find("#console .text").map((one) => one.textContent);
/** @param {number} count */
const linesOnce = (count) => until(() => lines().length >= count && lines());
const ended = () => until(() => /settled|pending|no deferreds/.test(status()) && status());

/** Opens a link with the code, as from another page. @param {string} code */
async function open(code) {
	let bytes = "";
	for (const byte of new TextEncoder().encode(code)) bytes += String.fromCharCode(byte);
	const text = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
	const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
	location.hash = `code=${text}`;
	await changed;
}

/** @param {string} code */
async function runCode(code) {
	await open(code);
	byId("run").click();
	equal(status(), "Running…");
}

test("the first example runs by itself, and nothing is announced", async () => {
	deepEqual((await linesOnce(6)).sort(), [...examples.start].sort());
	equal(byId("status").hasAttribute("aria-live"), false);
});

test("each example is in the menu", () => {
	const names = find("#example option").map((one) => /** @type {any} */ (one).value);
	deepEqual(names.filter(Boolean).sort(), Object.keys(examples).sort());
});

for (const [name, expected] of Object.entries(examples)) {
	test(`example ${name} logs what it says`, async () => {
		const before = record();
		byId("example").value = name;
		byId("example").dispatchEvent(new Event("change", { bubbles: true }));
		await until(() => record() !== before);
		const got = await linesOnce(expected.length);
		deepEqual([...got].sort(), [...expected].sort());
	});
}

/** Something that is new with each run. */
const record = () => document.querySelector("#frame iframe");

test("a link holds the code, also beyond ASCII", async () => {
	const code = 'console.log("Tee für Zoë, 茶, 🫖 + / =");';
	await open(code);
	ok(/came with the link/.test(status()), status());
	byId("copy").click();
	await until(() => /^The link/.test(status()));
	const link = location.hash;
	ok(/^#code=[\w-]+$/.test(link), link);
	location.hash = "";
	await until(() => byId("example").value === "start");
	location.hash = link;
	await until(() => byId("example").value === "");
	byId("run").click();
	deepEqual(await linesOnce(1), ["Tee für Zoë, 茶, 🫖 + / ="]);
});

test("a damaged link says so, and a long one is refused", async () => {
	location.hash = "code=%%%";
	await until(() => /damaged/.test(status()));
	await open(`// ${"x".repeat(40_000)}`);
	byId("copy").click();
	await until(() => /too long/.test(status()));
});

test("the timeline has the bars, shapes, ticks and arrows of the code", async () => {
	await runCode(`const d = $.Deferred();
d.then((n) => n + 1).then(() => $.Deferred().reject("no")).catch(() => {});
d.notify("half");
const w = $.wait(60_000);
w.fail(() => {});
setTimeout(() => { d.resolve(1); w.abort(); }, 50);
window.kept = $.Deferred();`);
	await until(() => find("#timeline .row").length >= 7 && find("#timeline .row.pending").length === 1);
	await ended();
	const rows = find("#timeline .row");
	const of = (/** @type {string} */ state) => rows.filter((one) => one.classList.contains(state)).length;
	deepEqual([rows.length, of("resolved"), of("rejected"), of("aborted"), of("pending")], [7, 3, 2, 1, 1]);
	equal(find("#timeline .tick").length > 0, true);
	ok(find("#timeline .chain").length >= 3, "arrows");
	const first = rows[0].getAttribute("aria-label") ?? "";
	ok(
		/^deferred 1 · resolved · from \d+ ms to \d+ ms · with 1 · progress "half" · created in line 1$/.test(
			first,
		),
		first,
	);
	const shapes = new Set(
		find("#timeline .shape").map((one) =>
			/** @type {any} */ (one).getAttribute("d").replace(/^M\S+ \S+?(?=[a-z])/, ""),
		),
	);
	equal(shapes.size, 3);
	byId("data").open = true;
	await until(() => find("#rows tr").length === 7);
	deepEqual(
		find("#rows tr:first-child > *")
			.map((one) => one.textContent)
			.filter((_, i) => i < 3 || i > 4),
		["1", "deferred", "resolved", "1", '"half"', "", "1"],
	);
	byId("data").open = false;
});

test("values and errors are readable, with their lines", async () => {
	await runCode(`console.log({ a: [1, { b: null }], m: new Map([["k", 1n]]), f() {} }, new Error("no"));
console.log($.Deferred().resolve("tea"), $.Deferred(), document.body);
console.warn("careful");
const loop = {}; loop.self = loop; console.log(loop);
setTimeout(() => nothing.at.all);
Promise.reject(new TypeError("nobody cares"));`);
	const got = await linesOnce(6);
	deepEqual(got.slice(0, 4), [
		'{ a: [1, { b: null }], m: Map {"k" => 1n}, f: ƒ f } Error: no',
		'Deferred { resolved: "tea" } Deferred { pending } <body>',
		"Warning: careful",
		"{ self: [circular] }",
	]);
	ok(
		got.some((one) => /^Error: Uncaught ReferenceError: .*nothing/.test(one)),
		got.join("\n"),
	);
	ok(
		got.some((one) => /^Error: Unhandled rejection: TypeError: nobody cares$/.test(one)),
		got.join("\n"),
	);
	deepEqual(
		find("#console .line")
			.map((one) => one.textContent)
			.slice(0, 4),
		["line 1", "line 2", "line 3", "line 4"],
	);
	await until(() => /^2 errors\./.test(status()));
	ok(byId("status").classList.contains("wrong"));
	equal(byId("status").getAttribute("aria-live"), "polite");
});

test("a mistake of syntax has its line", async () => {
	await runCode("const a = 1;\nconst b = ;");
	ok(/SyntaxError/.test((await linesOnce(1))[0]));
	equal(find("#console .line")[0].textContent, "line 2");
});

test("code can await, and import godeferred", async () => {
	await runCode(
		'import g, { wait } from "godeferred";\nawait wait(1);\nconsole.log(g === godeferred, g === $);',
	);
	deepEqual(await linesOnce(1), ["true true"]);
});

test("the frame reaches neither the page nor the site", async () => {
	await runCode(`const tries = {
  document: () => parent.document.title,
  location: () => parent.location.href,
  storage: () => localStorage.length,
  cookies: () => document.cookie,
  databases: () => new Promise((resolve, reject) => {
    const request = indexedDB.open("a");
    request.onsuccess = () => resolve("open");
    request.onerror = () => reject(request.error);
  }),
  request: () => new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.onload = () => resolve(xhr.status);
    xhr.onerror = reject;
    xhr.open("GET", "/site.css");
    xhr.send();
  }),
  script: () => import("/pages/theme.js"),
  eval: () => (0, eval)("1"),
};
for (const [name, attempt] of Object.entries(tries)) {
  try {
    await attempt();
    console.log(name, "reached");
  } catch {
    console.log(name, "refused");
  }
}
console.log(origin, document.referrer === "");`);
	deepEqual(await linesOnce(9), [
		"document refused",
		"location refused",
		"storage refused",
		"cookies refused",
		"databases refused",
		"request refused",
		"script refused",
		"eval refused",
		"null true",
	]);
	equal(document.querySelector("#frame iframe")?.getAttribute("sandbox"), "allow-scripts");
});

test("loops do as ever, with and without braces", async () => {
	await runCode(`let text = "";
for (let i = 0; i < 3; i++) for (const k of "ab") if (k === "b") text += k + i; else text += "-";
do text += "."; while (text.length < 12)
outer: while (true) { for (const k in { x: 1, y: 2 }) if (k === "y") break outer; }
for await (const one of [1, Promise.resolve(2)]) text += one;
console.log(text);
let n = 0;
while (n < 1e6) n++;
console.log(n);`);
	deepEqual(await linesOnce(2), ["-b0-b1-b2...12", "1000000"]);
});

test("an endless loop ends, and the page runs on", async () => {
	await runCode('console.log("before");\nlet n = 0;\nwhile (true) n++;\nconsole.log("never");');
	const got = await linesOnce(2);
	equal(got[0], "before");
	ok(/the loop in line 3 ran for 2 s/.test(got[1]), got[1]);
	await runCode('console.log("the next run")');
	deepEqual(await linesOnce(1), ["the next run"]);
});

test("stop ends the code with its frame", async () => {
	await runCode('setInterval(() => console.log("again"), 5);');
	await linesOnce(2);
	const frame = record();
	byId("stop").click();
	equal(status(), "Stopped.");
	equal(frame?.isConnected, false);
	equal(byId("stop").getAttribute("aria-disabled"), "true");
	await runCode('console.log("on its own")');
	deepEqual(await linesOnce(1), ["on its own"]);
});

await run();
