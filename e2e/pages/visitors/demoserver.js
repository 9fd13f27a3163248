// Asks the service worker of a static host, and the demo server (under /real/), for the same.

import { deepEqual, equal, ok, rejects, run, test } from "../lib/test.js";

// Other browsers ask the same server.
const key = crypto.randomUUID();

/** Settles when the service worker answers this page. */
async function controlled() {
	const container = navigator.serviceWorker;
	if (container.controller) return;
	await new Promise((changed) => container.addEventListener("controllerchange", changed, { once: true }));
}

async function ask(address, options) {
	const answer = await fetch(address, options);
	const { status } = answer;
	return {
		status,
		type: answer.headers.get("Content-Type"),
		cache: answer.headers.get("Cache-Control"),
		body: await answer.text(),
	};
}

const both = (path, options) =>
	Promise.all([ask(`/demo/${path}`, options), ask(`/real/demo/${path}`, options)]);

for (const path of [
	"panel-content.html",
	"news.json",
	"news.html",
	"reactions.json",
	"reactions.html",
	"malformed.json",
	"wrong-type.json",
	"json?b=1&a=%3Cx%3E&b=2",
	"status/404",
	"status/503",
	"status/204",
	"search?q=the+a",
	"search?q=",
	"search?q=zebra&callback=f.g",
	"search?q=x&callback=alert(1)",
	"slow",
	"slow?parts=3&pause=1",
	"flaky?times=2&key=KEY",
	"flaky?times=2&key=KEY",
	"flaky?times=2&key=KEY",
	"news.json?fail=1",
	"json?ms=soon",
]) {
	test(path, async () => {
		await controlled();
		const [ours, real] = await both(path.replace("KEY", key));
		deepEqual(ours, real);
	});
}

test("an upload has its size and hash", async () => {
	await controlled();
	const [ours, real] = await both("upload?ms=1", {
		method: "POST",
		body: new Uint8Array(70_000),
		headers: { "Content-Type": "a/b" },
	});
	deepEqual(ours, real);
	equal(JSON.parse(ours.body).size, 70_000);
});

test("requests are counted by path and key", async () => {
	await controlled();
	const path = `json?key=${key}`;
	await both(path);
	await both(path);
	for (const of of ["", "/real"]) {
		equal((await ask(`${of}/demo/count?path=/demo/json&key=${key}`)).body, "2");
		equal((await ask(`${of}/demo/count?path=/demo/json&key=never`)).body, "0");
	}
});

test("a body that is cut short fails", async () => {
	await controlled();
	for (const of of ["", "/real"]) {
		await rejects(fetch(`${of}/demo/cut`).then((answer) => answer.text()));
	}
});

test("an answer is as late as asked", async () => {
	await controlled();
	const before = performance.now();
	await ask("/demo/json?ms=80");
	ok(performance.now() - before > 75);
});

await run();
