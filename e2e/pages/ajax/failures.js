// A jqXHR that failed reads like an error; what jQuery's code sees of it stays the same.

import { deepEqual, equal, ok, test, turn } from "../lib/test.js";
import { godeferred } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);

/** @type {[string, ($: any) => any, name: string, message: string | RegExp][]} */
const failures = [
	["a status", ($) => $.get("/missing"), "HttpError", "GET /missing: 404 Not Found"],
	["abort", ($) => $.get("/never").abort(), "AbortError", "GET /never: abort"],
	["abort with a word", ($) => $.get("/never").abort("enough"), "AbortError", "GET /never: enough"],
	["beforeSend", ($) => $.ajax("/text", { beforeSend: () => false }), "AbortError", "GET /text: canceled"],
	["timeout", ($) => $.ajax("/never", { timeout: 5 }), "TimeoutError", "GET /never: timeout"],
	["no answer", ($) => $.post("/cut", { a: 1 }), "NetworkError", /^POST \/cut: /],
	["JSON that is none", ($) => $.getJSON("/badjson"), "SyntaxError", /^GET \/badjson: .*JSON/],
	["a password", ($) => $.get("//u:p@[/x?a@b"), "NetworkError", /^GET http:\/\/\[\/x\?a@b: /],
];

for (const [name, start, error, message] of failures) {
	test(`${name}: name and message`, async () => {
		const jqXHR = start(godeferred);
		/** @type {any} */
		let caught;
		try {
			await jqXHR;
		} catch (thrown) {
			caught = thrown;
		}
		equal(caught, jqXHR);
		equal(caught.name, error);
		if (message instanceof RegExp) ok(message.test(caught.message), caught.message);
		else equal(caught.message, message);
		equal(String(caught), `${error}: ${caught.message}`);
		equal(Object.prototype.toString.call(caught), `[object ${caught}]`);
		const theirs = start(jQuery);
		await theirs.catch(() => {});
		const same = (/** @type {any} */ x) => [
			Object.keys(x).sort(),
			Object.entries(x).length,
			JSON.stringify(x),
		];
		const inherited = ["finally", "abort", "isResolved", "isRejected"];
		const [ours, jquerys] = [same(caught), same(theirs)];
		deepEqual(
			ours[0].filter((/** @type {string} */ key) => !inherited.includes(key) || key === "abort"),
			jquerys[0],
		);
		ok(!("name" in theirs));
	});
}

test("the reason of a signal names the failure", async () => {
	const controller = new AbortController();
	const jqXHR = godeferred.ajax("/never", { signal: controller.signal });
	controller.abort();
	await jqXHR.catch((/** @type {any} */ error) => equal(error.name, "AbortError"));
	await godeferred
		.ajax("/never", { signal: AbortSignal.timeout(5) })
		.catch((/** @type {any} */ error) => equal(error.name, "TimeoutError"));
});

test("one that succeeds has neither", async () => {
	const jqXHR = godeferred.get("/text");
	await jqXHR;
	deepEqual([jqXHR.name, jqXHR.message, String(jqXHR)], [undefined, undefined, "[object Object]"]);
});

test("an uncaught one is readable where the browser tells of it", async (t) => {
	const reasons = t.rejections();
	godeferred.get("/missing");
	while (reasons.length === 0) await turn();
	equal(`${reasons[0]}`, "HttpError: GET /missing: 404 Not Found");
});
