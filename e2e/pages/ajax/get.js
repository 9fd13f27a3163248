// get against a real server: see elements_test.go for what it answers.

import { deepEqual, equal, ok, test, throws, turn } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

/**
 * All that a promise's callbacks get, with their context.
 *
 * @param {any} promise
 * @returns {Promise<{how: string, context: any, args: any[]}>}
 */
function outcome(promise) {
	return new Promise((resolve) => {
		/** @param {string} how */
		const take = (how) =>
			/** @this {any} */ function (/** @type {any[]} */ ...args) {
				resolve({ how, context: this, args });
			};
		promise.done(take("done")).fail(take("fail"));
	});
}

test("text arrives with textStatus and jqXHR", async () => {
	const request = godeferred.get("/text");
	equal(request.readyState, 1);
	equal(request.state(), "pending");
	equal(request.getAllResponseHeaders(), null);
	equal(request.getResponseHeader("X-Kind"), null);
	const { how, context, args } = await outcome(request);
	equal(how, "done");
	deepEqual(args, ["hällo", "success", request]);
	ok(args[2] === request);
	deepEqual([context.url, context.type], ["/text", "GET"]);
	deepEqual(
		[request.readyState, request.status, request.statusText, request.responseText],
		[4, 200, "OK", "hällo"],
	);
	ok(!("responseJSON" in request));
	equal(request.getResponseHeader("x-kind"), "a, b");
	equal(request.getResponseHeader("missing"), null);
	ok(/^x-kind: a, b\r$/m.test(request.getAllResponseHeaders()));
	nothingLeft();
});

test("JSON is parsed where the type says so", async () => {
	deepEqual(await godeferred.get("/json"), { a: [1, null] });
	deepEqual((await outcome(godeferred.get("/json"))).args[2].responseJSON, { a: [1, null] });
	equal(await godeferred.get("/null"), null);
	equal(Object.prototype.polluted, undefined);
	nothingLeft();
});

test("malformed and empty JSON is a parsererror with the page's own error", async () => {
	for (const path of ["/badjson", "/emptyjson"]) {
		const { how, args } = await outcome(godeferred.get(path));
		equal(how, "fail");
		equal(args[1], "parsererror");
		ok(args[2] instanceof SyntaxError);
		equal(args[0].status, 200);
	}
	nothingLeft();
});

test("a script that is answered does not run", async () => {
	ok((await godeferred.get("/script")).includes("ran"));
	equal(/** @type {any} */ (window).ran, undefined);
});

test("204 has no data", async () => {
	const { how, args } = await outcome(godeferred.get("/nothing"));
	deepEqual([how, args[0], args[1], args[2].status], ["done", undefined, "nocontent", 204]);
});

test("a failure comes with its answer", async () => {
	const { how, args } = await outcome(godeferred.get("/missing"));
	deepEqual([how, args[1], args[2]], ["fail", "error", "Not Found"]);
	deepEqual([args[0].status, args[0].statusText, args[0].readyState], [404, "Not Found", 4]);
	deepEqual(args[0].responseJSON, { why: "missing" });
	const broken = await outcome(godeferred.get("/failed-badjson"));
	deepEqual([broken.args[1], broken.args[2]], ["error", "Internal Server Error"]);
	nothingLeft();
});

test("no answer, or a broken one, is an error of the network", async () => {
	for (const url of ["/cut", "/cut-body", "http://127.0.0.1:1/", "//[", "/loop"]) {
		const { how, args } = await outcome(godeferred.get(url));
		deepEqual(
			[how, args[1], args[0].status, args[0].readyState, args[0].statusText],
			["fail", "error", 0, 0, "error"],
			url,
		);
		ok(args[2] instanceof Error, url);
		equal(args[0].getAllResponseHeaders(), "");
	}
	nothingLeft();
});

test("abort fails at once, with what it is given as textStatus", async () => {
	for (const [reason, text] of [
		[undefined, "abort"],
		["", "abort"],
		["changed my mind", "changed my mind"],
	]) {
		const request = godeferred.get("/never");
		/** @type {any[]} */
		let seen = [];
		request.fail((/** @type {any[]} */ ...args) => {
			seen = args;
		});
		equal(request.abort(reason), request);
		deepEqual(seen.slice(1), [text, text]);
		equal(seen[0], request);
		deepEqual(
			[request.state(), request.status, request.statusText, request.readyState],
			["rejected", 0, text, 0],
		);
		request.abort("again");
		equal(request.statusText, text);
	}
	await turn();
	nothingLeft();
});

test("abort in the middle of a body", async () => {
	const request = godeferred.get("/slow-body");
	await (await fetch("/begun")).text();
	request.abort();
	equal(request.state(), "rejected");
	equal((await outcome(request)).args[1], "abort");
	nothingLeft();
});

test("abort after the end changes nothing", async () => {
	const request = godeferred.get("/text");
	await request;
	request.abort();
	deepEqual([request.state(), request.status], ["resolved", 200]);
});

test("abort inside a callback of another request", async () => {
	const slow = godeferred.get("/never").fail(() => {});
	await godeferred.get("/text").done(() => slow.abort());
	equal(slow.state(), "rejected");
	nothingLeft();
});

test("a request begun in a callback, and one in that one's", async () => {
	const texts = await new Promise((resolve) => {
		godeferred.get("/text", (/** @type {string} */ a) => {
			godeferred.get("/json", (/** @type {any} */ b) => resolve([a, b]));
		});
	});
	deepEqual(texts, ["hällo", { a: [1, null] }]);
	nothingLeft();
});

test("only requests for http, https, blob, data and relative URLs are made", async () => {
	equal(await godeferred.get("data:text/plain,data"), "data");
	deepEqual(await godeferred.get('data:application/json,{"a":1}'), { a: 1 });
	const blob = URL.createObjectURL(new Blob(["blob"]));
	equal(await godeferred.get(blob), "blob");
	equal(await godeferred.get(new URL("/text", location.href)), "hällo");
	for (const url of [
		"javascript:alert(1)",
		"file:///etc/passwd",
		"ftp://x/",
		" java\nscript:x",
		"about:blank",
	]) {
		throws(() => godeferred.get(url), /^godeferred\.get: url must be relative or begin with http:/, url);
		ok(throws(() => godeferred.get(url)) instanceof TypeError);
	}
});

test("a wrong argument is a TypeError that names it", () => {
	throws(() => godeferred.get(), /^godeferred\.get: url must be a string or a URL, not undefined$/);
	throws(() => godeferred.get({}), /not an object$/);
	throws(() => godeferred.get("/text", {}, "x"), /^godeferred\.get: success must be a function, not "x"$/);
	nothingLeft();
});

test("a jqXHR is joined by when with all its arguments", async () => {
	const [first, second] = [godeferred.get("/text"), godeferred.get("/json")];
	const { args } = await outcome(godeferred.when(first, second));
	deepEqual(args, [
		["hällo", "success", first],
		[{ a: [1, null] }, "success", second],
	]);
	const failed = await outcome(godeferred.when(godeferred.get("/missing"), 1));
	deepEqual([failed.how, failed.args[0].status, failed.args[1]], ["fail", 404, "error"]);
});

test("a hundred requests at once leave nothing behind", async () => {
	const requests = Array.from({ length: 100 }, (_, i) => godeferred.get(`/text?${i}`));
	const all = await Promise.all(requests);
	ok(all.every((text) => text === "hällo"));
	nothingLeft();
});
