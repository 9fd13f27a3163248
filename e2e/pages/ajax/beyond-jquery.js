// What requests offer beyond jQuery's: retry, progress, kinds of data, credentials.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { asked, settled } from "./settled.js";
import { godeferred, nothingLeft } from "../lib/started.js";

// Another origin of the same site: it has the same cookies.
const elsewhere = `http://127.0.0.1:${new URL(import.meta.url).searchParams.get("port")}`;

test("retry asks again until the answer is one", async () => {
	const end = await settled({ url: "/flaky?a&fail=2", retry: { limit: 3, backoff: 1 } });
	deepEqual([end.how, end.args[0], await asked("/flaky?a&fail=2")], ["done", "at last", 3]);
});

test("retry stops at its limit, with the last failure", async () => {
	const end = await settled({ url: "/flaky?b&fail=9", retry: { limit: 2, backoff: 1 } });
	deepEqual([end.textStatus, end.jqXHR.status, await asked("/flaky?b&fail=9")], ["error", 503, 3]);
});

test("retry after a cut and after a timeout, which counts for each attempt", async () => {
	const cut = await settled({ url: "/flaky?c&fail=1&how=cut", retry: { backoff: 1 } });
	deepEqual([cut.how, await asked("/flaky?c&fail=1&how=cut")], ["done", 2]);
	const { fetch } = window;
	let fetched = 0;
	window.fetch = (...args) => {
		if (args[0] === "/never") fetched++; // not all of them come as far as the server
		return fetch(...args);
	};
	const late = await settled({ url: "/never", timeout: 20, retry: { limit: 2, backoff: 1 } });
	window.fetch = fetch;
	deepEqual([late.textStatus, fetched], ["timeout", 3]);
});

test("retry takes a single method and a single status, too", async () => {
	const retry = { limit: 1, backoff: 1, methods: "post", statusCodes: 503 };
	const end = await settled({ url: "/flaky?k&fail=1", type: "POST", data: "x", retry });
	equal(end.textStatus, "success");
	equal(await asked("/flaky?k&fail=1"), 2);
});

test("retry leaves alone what it is not for", async () => {
	const posted = await settled({ url: "/flaky?d&fail=9", type: "POST", retry: { backoff: 1 } });
	deepEqual([posted.textStatus, await asked("/flaky?d&fail=9")], ["error", 1]);
	const missing = await settled({ url: "/missing", retry: 3 });
	deepEqual([missing.textStatus, missing.jqXHR.status], ["error", 404]);
	const asks = { methods: ["post"], statusCodes: [503], backoff: 1 };
	const wanted = await settled({ url: "/flaky?e&fail=1", type: "POST", data: "x", retry: asks });
	deepEqual([wanted.how, await asked("/flaky?e&fail=1")], ["done", 2]);
});

test("Retry-After counts, and one that is too long gives up", async () => {
	const soon = await settled({ url: "/flaky?f&fail=1&after=0", retry: { backoff: 1e7 } });
	equal(soon.how, "done");
	const past = await settled({ url: "/flaky?g&fail=1&after=date", retry: { backoff: 1e7 } });
	equal(past.how, "done");
	const long = await settled({ url: "/flaky?h&fail=1&after=3600", retry: { backoff: 1 } });
	deepEqual([long.textStatus, await asked("/flaky?h&fail=1&after=3600")], ["error", 1]);
});

test("retry asks again for what the page says is no answer yet", async () => {
	const again = { limit: 1, statusCodes: [200], backoff: 1 };
	const end = await settled({ url: "/flaky?j&fail=0", retry: again });
	deepEqual([end.how, await asked("/flaky?j&fail=0")], ["done", 2]);
});

test("abort while it waits to ask again", async () => {
	const end = await settled({ url: "/flaky?i&fail=9", retry: { backoff: 1e6 } }, async (x) => {
		while ((await asked("/flaky?i&fail=9")) < 1);
		await (await fetch("/text")).text();
		x.abort();
	});
	deepEqual([end.textStatus, await asked("/flaky?i&fail=9")], ["abort", 1]);
	nothingLeft();
});

test("a download tells how far it is", async () => {
	/** @type {any[]} */
	const seen = [];
	const end = await settled({ url: "/big", progress: (/** @type {any} */ p) => seen.push(p) });
	equal(end.args[0], "ä".repeat(300_000));
	const last = seen.at(-1);
	deepEqual([last.kind, last.loaded, last.total], ["download", 600_000, 600_000]);
	ok(seen.every((p, i) => i === 0 || p.loaded > seen[i - 1].loaded));
	for (const dataType of ["blob", "arrayBuffer"]) {
		const { args } = await settled({ url: "/big", dataType, progress() {} });
		equal(args[0].size ?? args[0].byteLength, 600_000);
	}
});

test("an upload tells how far it is", async () => {
	for (const data of [new Blob([new Uint8Array(3e5)]), "x".repeat(3e5), form()]) {
		/** @type {any[]} */
		const seen = [];
		const request = godeferred.ajax({ url: "/size", type: "POST", data, processData: false });
		request.progress((/** @type {any} */ p) => seen.push(p));
		const size = Number(await request);
		ok(size >= 3e5);
		const uploads = seen.filter((p) => p.kind === "upload");
		deepEqual([uploads.at(-1).loaded, uploads.at(-1).total], [size, size]);
	}
	nothingLeft();
});

function form() {
	const data = new FormData();
	data.append("file", new Blob([new Uint8Array(3e5)]), "name");
	return data;
}

test("what one request does to its settings and its answer does not reach the next", async () => {
	const latin = await settled({ url: "/latin1", mimeType: "text/html" });
	const same = await settled({ url: "data:text/html,h%C3%A4llo" }); // the same type, but in UTF-8
	deepEqual([latin.args[0], same.args[0]], ["hällo", "hällo"]);
	/** @type {string[][]} */
	const seen = [];
	const beforeSend = (/** @type {any} */ _, /** @type {any} */ s) => {
		seen.push([...s.dataTypes]);
		s.dataTypes.push("text");
	};
	for (let i = 0; i < 2; i++) await settled({ url: "/empty", dataType: "html", beforeSend });
	deepEqual(seen, [["html"], ["html"]]);
});

test("forms, blobs and buffers", async () => {
	ok(
		(await godeferred.post("/echo", form())).headers["Content-Type"].startsWith(
			"multipart/form-data; boundary=",
		),
	);
	equal((await godeferred.get("/echo", new URLSearchParams({ a: "1 2" }))).url, "/echo?a=1+2");
	const blob = await godeferred.ajax({ url: "/text", dataType: "blob" });
	deepEqual([blob instanceof Blob, await blob.text()], [true, "hällo"]);
	const buffer = await godeferred.ajax({ url: "/text", dataType: "arrayBuffer" });
	equal(buffer.byteLength, 6);
	for (const name of ["put", "patch", "delete"]) {
		equal((await godeferred[name]("/echo", { a: 1 })).method, name.toUpperCase());
	}
});

test("headers may be the Headers of fetch, content type and all", async () => {
	const headers = new Headers({ "X-Own": "1", "Content-Type": "text/plain" });
	const sent = await godeferred.ajax({ url: "/echo", type: "POST", data: "x", headers });
	deepEqual([sent.headers["X-Own"], sent.headers["Content-Type"]], ["1", "text/plain"]);
});

test("xhrFields go to an XMLHttpRequest", async () => {
	const end = await settled({
		url: "/latin1",
		xhrFields: { responseType: "arraybuffer" },
		dataType: "x",
		converters: { "binary x": true },
	});
	equal(end.args[0].byteLength, 5);
	const named = await settled({ url: "/echo", username: "u", password: "p" });
	equal(named.how, "done");
});

test("credentials go to the own origin, and elsewhere when asked", async () => {
	// biome-ignore lint/suspicious/noDocumentCookie: it is what is tested
	document.cookie = "secret=1; path=/";
	equal(await godeferred.get("/cookies"), "secret=1");
	equal(await godeferred.ajax({ url: "/cookies", credentials: "omit" }), "");
	equal(await godeferred.get(`${elsewhere}/cookies`), "");
	const asking = { url: `${elsewhere}/cookies`, credentials: "include" };
	equal(await godeferred.ajax(asking), "secret=1");
	equal(await godeferred.ajax({ url: asking.url, xhrFields: { withCredentials: true } }), "secret=1");
});

test("scripts take nonce and integrity", async () => {
	const wrong = await settled({
		url: "/script",
		dataType: "script",
		cache: true,
		integrity: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
	});
	equal(wrong.textStatus, "error");
	/** @type {string[]} */
	const nonces = [];
	const watch = new MutationObserver((records) => {
		for (const { addedNodes } of records)
			for (const node of addedNodes) nonces.push(/** @type {any} */ (node).nonce);
	});
	watch.observe(document.head, { childList: true });
	await settled({ url: "/script", dataType: "script", nonce: "n1" });
	await settled({ url: "/script", dataType: "script", nonce: "n2", headers: { a: "b" } });
	watch.disconnect();
	deepEqual(nonces, ["n1", "n2"]);
});
