// The demo server in the visitor's own browser: a service worker that answers /demo/… as cmd/serve does, for hosts that
// have files alone. A test compares both (e2e/site_test.go). The files that it answers with lie in /demo/.

const MAX_DELAY = 30_000;
const MAX_HITS = 8;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
	const url = new URL(event.request.url);
	if (url.origin === location.origin && url.pathname.startsWith("/demo/")) {
		event.respondWith(answer(event.request, url));
	}
});

/** How often a path was asked for, for each key; and how often an endpoint that fails at first has answered. */
const asked = new Map();
const tried = new Map();

/** @param {Map<string, number>} counts @param {URL} url */
function count(counts, url) {
	const key = `${url.pathname} ${url.searchParams.get("key") ?? ""}`;
	counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts.get(key);
}

const pause = (/** @type {number} */ ms) => new Promise((over) => setTimeout(over, Math.min(ms, MAX_DELAY)));

/** @param {BodyInit | null} body */
function reply(body, type = "text/plain; charset=utf-8", status = 200) {
	const headers = new Headers({ "Cache-Control": "no-store" });
	if (body !== null) headers.set("Content-Type", type);
	return new Response(body, { status, headers });
}

// As Go writes JSON: a script that contains it is safe everywhere.
const encode = (/** @type {unknown} */ value) =>
	JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
const json = (/** @type {unknown} */ value, status = 200) => reply(encode(value), "application/json", status);
const problem = (/** @type {number} */ status, /** @type {string} */ error) =>
	json({ status, error }, status);

/** @param {Request} request @param {URL} url */
async function answer(request, url) {
	const query = url.searchParams;
	const name = url.pathname.slice("/demo/".length);
	if (name === "count") {
		return reply(String(asked.get(`${query.get("path")} ${query.get("key") ?? ""}`) ?? 0));
	}
	const ms = query.get("ms") || "0";
	if (!/^\d+$/.test(ms)) {
		return reply(`ms="${ms}": expected a whole number of milliseconds\n`, undefined, 400);
	}
	count(asked, url);
	await pause(Number(ms));
	if (query.get("fail") === "1") return reply("failing as asked (fail=1)\n", undefined, 503);
	if (name.startsWith("status/")) return status(Number(name.slice("status/".length)));
	const endpoint = Object.hasOwn(endpoints, name) ? endpoints[name] : undefined;
	return endpoint ? endpoint(query, request, url) : fetch(request);
}

/** @type {Record<string, (query: URLSearchParams, request: Request, url: URL) => Response | Promise<Response>>} */
const endpoints = {
	"panel-content.html": async () => reply(await content("panel-content.html"), "text/html; charset=utf-8"),
	"news.json": async () => reply(await content("news.json"), "application/json"),
	"reactions.json": async () => reply(await content("reactions.json"), "application/json"),
	"news.html": () =>
		fragment(
			"news.json",
			(story) => `<h3>${safe(story.title)}</h3><p>${safe(story.text)}</p>`,
			(story) => story.time,
		),
	"reactions.html": () =>
		fragment(
			"reactions.json",
			({ text }) => `<p>${safe(text)}</p>`,
			({ name, to }) => `${name}, on ${to}`,
		),
	"malformed.json": () => reply('{"title": "This object has no end"', "application/json"),
	"wrong-type.json": () => reply('{"title": "JSON in the wrong clothes"}', "text/html; charset=utf-8"),
	json: (query) => json(parameters(query)),
	search,
	upload,
	slow,
	flaky,
	cut,
};

const content = async (/** @type {string} */ name) => (await fetch(`/demo/${name}`)).text();

const safe = (/** @type {string} */ text) =>
	text.replace(
		/[&<>"']/g,
		(c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[c] ?? c,
	);

/**
 * @param {string} name
 * @param {(item: Record<string, string>) => string} body
 * @param {(item: Record<string, string>) => string} note
 */
async function fragment(name, body, note) {
	const items = JSON.parse(await content(name));
	const lines = items.map(
		(/** @type {Record<string, string>} */ item) =>
			`  <li>${body(item)}<p class="quiet">${safe(note(item))}</p></li>\n`,
	);
	return reply(`<ul class="stories">\n${lines.join("")}</ul>\n`, "text/html; charset=utf-8");
}

/** The parameters by name, in the order of names; several of a name as a list. @param {URLSearchParams} query */
function parameters(query) {
	const names = [...new Set(query.keys())].sort();
	return Object.fromEntries(
		names.map((name) => {
			const values = query.getAll(name);
			return [name, values.length === 1 ? values[0] : values];
		}),
	);
}

/** @param {number} code */
function status(code) {
	if (!(code >= 200 && code <= 599)) return problem(400, `"${code}": expected a status from 200 to 599`);
	if ([204, 205, 304].includes(code)) return reply(null, undefined, code);
	const words = { 404: "Not Found", 500: "Internal Server Error", 503: "Service Unavailable" };
	return problem(code, words[/** @type {keyof typeof words} */ (code)] ?? "");
}

/** @param {URLSearchParams} query */
async function search(query) {
	const q = query.get("q") ?? "";
	const words = q.toLowerCase().split(/\s+/).filter(Boolean);
	const sentences = (await content("sentences.txt")).trim().split("\n");
	const found = words.length
		? sentences.filter((sentence) => words.every((word) => sentence.toLowerCase().includes(word)))
		: [];
	const value = { query: q, total: found.length, hits: found.slice(0, MAX_HITS) };
	const callback = query.get("callback");
	if (callback === null) return json(value);
	if (!/^[\w$.]{1,200}$/.test(callback)) {
		return problem(400, `callback="${callback}": expected the name of a function`);
	}
	return reply(`/**/${callback}(${encode(value)});`, "text/javascript; charset=utf-8");
}

/** @param {URLSearchParams} _query @param {Request} request */
async function upload(_query, request) {
	const body = await request.arrayBuffer();
	const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
	const sha256 = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
	return json({ size: body.byteLength, sha256, type: request.headers.get("Content-Type") ?? "" });
}

/** @param {URLSearchParams} query */
function slow(query) {
	const count = Number(query.get("parts") ?? 1);
	const between = Number(query.get("pause") ?? 0);
	const parts = Array.from({ length: count }, (_, i) => {
		const text = JSON.stringify(`part ${i + 1} ${".".repeat(1000)}`);
		return new TextEncoder().encode((i === 0 ? "[" : "") + text + (i === count - 1 ? "]" : ",\n"));
	});
	let next = 0;
	const body = new ReadableStream({
		async pull(stream) {
			if (next > 0) await pause(between);
			stream.enqueue(parts[next++]);
			if (next === parts.length) stream.close();
		},
	});
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const response = reply(body, "application/json");
	response.headers.set("Content-Length", String(length));
	return response;
}

/** @param {URLSearchParams} query @param {Request} _request @param {URL} url */
function flaky(query, _request, url) {
	const times = Number(query.get("times") ?? 1);
	const attempt = count(tried, url);
	return attempt <= times
		? problem(Number(query.get("status") ?? 503), `attempt ${attempt} of ${times} that fail`)
		: json({ attempt });
}

/** The beginning of a body, and then the end of the connection. */
function cut() {
	const beginning = new TextEncoder().encode('{"title": "The rest of this is never');
	let sent = false;
	const body = new ReadableStream({
		pull(stream) {
			if (sent) stream.error(new Error("cut as asked"));
			else stream.enqueue(beginning);
			sent = true;
		},
	});
	return reply(body, "application/json");
}
