// Settings that nobody would write on purpose: each request ends, or ajax throws an error that names the setting.

import { equal, ok, test, throws } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const fail = () => {
	throw new RangeError("of the page");
};
const odd = [
	...[
		null,
		true,
		false,
		0,
		1,
		-1,
		Number.NaN,
		Number.POSITIVE_INFINITY,
		1e300,
		1n,
		"",
		" ",
		"\t",
		"json\t",
		"a b",
		"\ud800",
	],
	...[
		"__proto__",
		"constructor",
		Symbol("s"),
		{},
		{ a: 1 },
		[],
		[1],
		[[]],
		Object.create(null),
		() => 1,
		fail,
		new Date(0),
	],
	...[
		/x/,
		new Map([[1, 2]]),
		{ text: () => 1 },
		{ " ": true },
		{ "": /yaml/ },
		{ "x\t": /yaml/ },
		{ toString: fail },
	],
	...[
		new Blob(["x"]),
		Object.freeze({ a: Object.freeze({ b: 1 }) }),
		{ a: { test: 5 } },
		{ text: fail, "text ": true },
	],
];
const names =
	"url method type data processData traditional contentType dataType headers cache ifModified timeout context global accepts contents converters responseFields dataFilter statusCode username password xhrFields crossDomain beforeSend success error complete jsonp jsonpCallback scriptAttrs mimeType isLocal throws signal credentials retry integrity nonce progress xhr flatOptions dataTypes hasContent __proto__ constructor toString";
const requests = [
	{},
	{ type: "POST", data: { a: 1 } },
	{ dataType: "* json" },
	{ dataType: " ", type: "PUT", data: "x" },
];

for (const name of names.split(" ")) {
	test(`odd values of ${name}`, async (t) => {
		t.errors(); // of callbacks that throw
		const { fetch } = window;
		window.fetch = async (url, init) => {
			new Request(url, init);
			return new Response('{"a":1}', { headers: { "Content-Type": "text/yaml" } });
		};
		try {
			for (const value of odd) {
				const ends = requests.map((request) => {
					const settings = { url: "/text", ...request };
					Object.defineProperty(settings, name, {
						value,
						enumerable: true,
						writable: true,
						configurable: true,
					});
					let jqXHR;
					try {
						jqXHR = godeferred.ajax(settings);
					} catch (error) {
						return error;
					}
					return new Promise((resolve) => {
						jqXHR.always((/** @type {any} */ x, _word = "", thrown = x) => resolve(thrown));
					});
				});
				for (const end of await Promise.all(ends)) {
					ok(end?.name !== "GodeferredError", String(end));
					// Of what the page's own functions return, the browser's error tells.
					ok(name === "xhr" || !/rule|reading|is not a function$/.test(end?.message ?? ""), end?.message);
				}
			}
		} finally {
			window.fetch = fetch;
		}
		nothingLeft();
	});
}

test("settings of another kind are named", () => {
	for (const [name, value, message] of [
		["type", ["GET"], "type must be a string, not an array"],
		["dataType", 5, "dataType must be a string, not 5"],
		["mimeType", {}, "mimeType must be a string, not an object"],
		["xhr", true, "xhr must be a function, not true"],
		["converters", null, "converters must be an object, not null"],
		["contents", 0, "contents must be an object, not 0"],
		["timeout", 1n, "timeout must be a number of ms, not 1"],
		["timeout", {}, "timeout must be a number of ms, not an object"],
	])
		equal(throws(() => godeferred.ajax({ [String(name)]: value })).message, `godeferred.ajax: ${message}`);
});
