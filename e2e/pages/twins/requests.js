// Requests that both faces make. "{run}" in a URL is the mark of the run, "{elsewhere}" another origin.

/** @typedef {import("./play.js").Scenario} Scenario */

/** The URL of an answer. @param {string} mark @param {Record<string, any>} parameters */
function answer(mark, parameters) {
	const rest = Object.entries(parameters).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
	return `/twins/answer?run={run}${mark}${rest.join("")}`;
}

/**
 * A request, to its end.
 *
 * @param {string} name
 * @param {any} url
 * @param {any} [more]
 * @returns {Scenario}
 */
const asks = (name, url, more = {}) => ({
	name,
	steps: [
		{ do: "ask", id: "a", url, ...more },
		{ do: "end", id: "a" },
	],
});

/** The same, and how often the server was asked. @param {string} name @param {any} parameters @param {any} [more] */
function counts(name, parameters, more = {}) {
	const scenario = asks(name, answer("a", parameters), more);
	scenario.steps.push({ do: "count", mark: "a" });
	return scenario;
}

const quick = { backoff: 1 };
const echo = "/twins/echo?run={run}a";

/** @param {string} name @param {any} parameters */
const answers = (name, parameters, more = {}) => asks(name, answer("a", parameters), more);

/** @type {Scenario[]} */
const answered = [
	answers("text", { type: "text/plain; charset=utf-8", body: "hällo 😀", header: "X-Kind: a" }),
	answers("text of no type", { body: '{"a":1}' }),
	answers("an empty text", { type: "text/plain", body: "" }),
	answers("a byte order mark", { type: "text/plain", hex: "efbbbf61" }),
	answers("bytes that are no UTF-8", { type: "text/plain", hex: "61ff62" }),
	answers("a zero byte", { type: "text/plain", hex: "610062" }),
	answers("Latin-1", { type: "text/plain; charset=iso-8859-1", hex: "68e46c6c6f" }),
	answers("UTF-16", { type: "text/plain; charset=UTF-16LE", hex: "680069003dd800de" }),
	answers(
		"Latin-1, in pieces",
		{ type: 'text/plain; charset="ISO-8859-1"', hex: "68e46c6c6f" },
		{ watch: true },
	),
	answers("a charset that there is not", { type: "text/plain; charset=klingon", hex: "68c3a4" }),
	answers("JSON in Latin-1", { type: "application/json; charset=latin1", hex: "22e422" }),
	answers("JSON", { type: "application/json", body: '{"a":[1,null,"ä😀"],"b":{}}' }),
	answers("JSON that is null", { type: "application/json", body: "null" }),
	answers("JSON of huge and tiny numbers", {
		type: "application/json",
		body: "[1e308,5e-324,-0,9007199254740993]",
	}),
	answers("JSON by suffix", { type: "application/problem+json; charset=utf-8", body: "[1]" }),
	answers("JSON in capitals", { type: "Application/JSON", body: "[1]" }),
	answers("JSON that is none", { type: "application/json", body: '{"a":' }),
	answers("JSON that is empty", { type: "application/json", body: "" }),
	answers("JSON asked for, of another type", { type: "text/plain", body: "[1]" }, { json: true }),
	answers("JSON asked for, of no type", { body: "[1]" }, { json: true }),
	answers("JSON asked for, and HTML came", { type: "text/html", body: "<p>" }, { json: true }),
	answers("HTML", { type: "text/html", body: "<p>ä</p>" }),
	answers("a script, which does not run", { type: "text/javascript", body: "window.ran = true" }),
	answers("204", { status: 204 }),
	answers("204 with JSON asked for", { status: 204, type: "application/json" }, { json: true }),
	answers("201", { status: 201, type: "application/json", body: "{}" }),
	answers("299", { status: 299, type: "text/plain", body: "x" }),
	answers("404", { status: 404, type: "application/json", body: '{"why":"ä"}', header: "X-Kind: b" }),
	answers("404 of JSON asked for", { status: 404, type: "text/plain", body: "[2]" }, { json: true }),
	answers("400 with text", { status: 400, type: "text/plain", body: "no" }),
	answers("401", { status: 401, type: "text/plain", body: "" }),
	answers("418", { status: 418, type: "text/html", body: "<b>tea</b>" }),
	answers("500 with JSON that is none", { status: 500, type: "application/json", body: "{" }),
	answers("599", { status: 599, body: "x" }),
	answers("HEAD", { type: "application/json", body: "[1]" }, { method: "HEAD" }),
	answers("HEAD that fails", { status: 404, type: "application/json", body: "[1]" }, { method: "head" }),
	answers("a cut connection", { how: "cut" }, { method: "POST" }),
	answers("a cut body", { how: "cut-body" }),
	answers("progress of an empty body", { type: "text/plain", body: "" }, { watch: true }),
	answers("progress of a body", { type: "text/plain", body: "ä".repeat(2000) }, { watch: true }),
	answers("a header of several values", { type: "text/plain", header: "X-Kind: a, b" }),
	asks("no server", "{nowhere}/x"),
	{
		...answers("XML", { type: "application/xml", body: "<a/>" }),
		differs: {
			why: "Go programs get XML as text: package ajax says so",
			page: [
				'a: success {"data":"a document","kind":"","status":200,"statusText":"OK","text":"<a/>","type":"application/xml"}',
			],
			go: [
				'a: success {"data":"<a/>","kind":"","status":200,"statusText":"OK","text":"<a/>","type":"application/xml"}',
			],
		},
	},
];

/**
 * What is sent for empty data. Only the trace of the page lacks the content type.
 *
 * @param {string} name
 * @param {any} body
 * @param {string} type
 * @returns {Scenario}
 */
function nothing(name, body, type) {
	const told = (/** @type {string} */ header) => {
		const headers = `{"Accept":"*/*",${header}"X-Requested-With":"XMLHttpRequest"}`;
		const data = `{"body":"","headers":${headers},"method":"POST","url":"/twins/echo?run={run}a"}`;
		const text = JSON.stringify(`${data}\n`);
		return [
			`a: success {"data":${data},"kind":"","status":200,"statusText":"OK","text":${text},"type":"application/json"}`,
		];
	};
	return {
		...asks(name, echo, { method: "POST", ...body }),
		differs: {
			why: "empty data are none in jQuery; a Body that is not nil is one in Go",
			page: told(""),
			go: told(`"Content-Type":"${type}",`),
		},
	};
}

/** @type {Scenario[]} */
const sent = [
	asks("what a GET sends", echo),
	asks("no method", echo, { method: "" }),
	asks("what a GET of JSON sends", echo, { json: true }),
	asks("a method in small letters", echo, { method: "delete" }),
	asks("a method of one's own", echo, { method: "Brew" }),
	asks("a method that is forbidden", echo, { method: "TRACE" }),
	asks("a method with a space", echo, { method: "A B" }),
	asks("a query", echo, {
		query: { a: 1, b: "x y", ä: "ö&=", "": "", list: [1, "2", []], deep: { c: { d: null } } },
	}),
	asks("a query of odd values", echo, {
		query: { t: true, f: false, z: 0, n: -1.5, h: 1e21, s: 1e-7, m: -0, e: {} },
	}),
	asks("an empty query", "/twins/echo", { query: {} }),
	asks("a query on a URL without one", "/twins/echo", { query: { a: "😀" } }),
	asks("a query on a URL with a fragment", `${echo}#fragment`, { query: { a: 1 } }),
	asks("a query on a URL that ends in a question mark", "/twins/echo?", { query: { a: 1 } }),
	asks("a form", echo, { method: "POST", form: { a: "x y+z", b: [1, 2], ä: "ö", n: null } }),
	nothing("an empty form", { form: {} }, "application/x-www-form-urlencoded; charset=UTF-8"),
	asks("a form by PUT", echo, { method: "PUT", form: { a: { b: [{ c: 1 }] } } }),
	asks("a form with a type of its own", echo, {
		method: "POST",
		form: { a: "x y" },
		contentType: "application/x-www-form-urlencoded",
	}),
	asks("a text", echo, { method: "POST", text: "hällo 😀" }),
	nothing("an empty text to send", { text: "" }, "text/plain;charset=UTF-8"),
	asks("a text with a type", echo, { method: "PATCH", text: '{"a":1}', contentType: "application/json" }),
	asks("bytes", echo, { method: "POST", hex: "00ff10" }),
	asks("bytes with a type", echo, { method: "POST", hex: "61", contentType: "image/png" }),
	asks("a POST of nothing", echo, { method: "POST" }),
	asks("a POST that caches would not answer", echo, { method: "POST", text: "x", noCache: true }),
	asks("a DELETE with a body", echo, { method: "DELETE", text: "x" }),
	asks("headers", echo, {
		headers: [
			["X-One", "1"],
			["x-two", "ä"],
			["X-Empty", ""],
			["X-Space", "  a  b "],
		],
	}),
	asks("an Accept of one's own", echo, { headers: [["accept", "image/*"]] }),
	asks("a Content-Type among the headers", echo, {
		method: "POST",
		text: "x",
		headers: [["Content-Type", "text/x"]],
	}),
	asks("X-Requested-With of one's own", echo, { headers: [["x-requested-with", "me"]] }),
	asks("a header beyond Latin-1", echo, { headers: [["X-One", "😀"]] }),
	asks("a header that is no token", echo, { headers: [["X One", "1"]] }),
	asks("a header that is named with Unicode", echo, { headers: [["X-Ä", "1"]] }),
	asks("a header without a name", echo, { headers: [["", "1"]] }),
	asks("a header of two lines", echo, { headers: [["X-One", "1\r\nX-Two: 2"]] }),
	asks("a header that ends in a line break", echo, { headers: [["X-One", "1\n"]] }),
	asks("a header with a NUL and Unicode", echo, { headers: [["X-One", "ä\u0000😀\u2028\u007f"]] }),
	asks("a URL with spaces and Unicode", "/twins/echo?run={run}a&q=ä ö😀"),
	asks("an absolute URL", "{here}/twins/echo?run={run}a"),
	asks("a URL that begins with spaces", " \t/twins/echo?run={run}a"),
	asks("a fragment", `${echo}#x`),
	asks("a URL of data", "data:application/json,%5B1%5D"),
	asks("a URL of data with a query", "data:text/plain,x", { query: { a: 1 } }),
	asks("javascript:", "javascript:alert(1)"),
	asks("javascript: in disguise", " java\nscript:alert(1)"),
	asks("file:", "file:///etc/passwd"),
	asks("a long URL that is refused", `ftp://${"a".repeat(60)}`),
	asks("a URL that is refused, of letters of two bytes", `ftp://${"ä".repeat(30)}`),
	asks("a URL that is refused, of signs that JSON escapes", 'ftp://"\\\u0001\u007f\u2028😀\t'),
	asks("a URL that cannot be parsed", "http://a b/"),
	asks("credentials of no kind", echo, { credentials: "ever" }),
	asks("credentials omitted", echo, { credentials: "omit" }),
	asks("another origin", "{elsewhere}/twins/answer?cors&run={run}a&type=text/plain&body=far"),
	asks("another origin that does not allow it", "{elsewhere}/twins/answer?run={run}a&body=far"),
	asks("another origin, with an error", "{elsewhere}/twins/answer?cors&status=500&body=far"),
	asks(
		"another origin, whose headers are hidden",
		"{elsewhere}/twins/answer?cors&type=text/plain&header=X-Kind:%20a",
	),
];

/** @type {Scenario[]} */
const again = [
	counts("a retry", { fail: 1, type: "text/plain", body: "at last" }, { retry: { ...quick, limit: 2 } }),
	counts("the default number of retries", { fail: 9 }, { retry: quick }),
	counts("one retry too few", { fail: 2 }, { retry: { ...quick, limit: 1 } }),
	counts(
		"many retries",
		{ fail: 5, type: "text/plain", body: "at last" },
		{ retry: { ...quick, limit: 1000000 } },
	),
	counts("no retry", { fail: 1 }),
	counts("a POST is not sent again", { fail: 1 }, { method: "POST", text: "x", retry: quick }),
	counts(
		"a POST is sent again if asked to",
		{ fail: 1, body: "at last" },
		{
			method: "POST",
			text: "x",
			retry: { ...quick, methods: ["POST"] },
		},
	),
	counts("a method in small letters is sent again", { fail: 1 }, { retry: { ...quick, methods: ["get"] } }),
	counts("no methods", { fail: 1 }, { retry: { ...quick, methods: [] } }),
	counts("no statuses", { fail: 1 }, { retry: { ...quick, statusCodes: [] } }),
	counts("another status", { status: 404 }, { retry: { ...quick, statusCodes: [404] } }),
	counts("a status that is not tried again", { status: 404 }, { retry: quick }),
	counts(
		"JSON that is none is not asked for again",
		{ type: "application/json", body: "{" },
		{ retry: quick },
	),
	counts("Retry-After of 0", { fail: 1, after: 0 }, { retry: { backoff: 20000 } }),
	counts(
		"Retry-After that is past",
		{ fail: 1, after: "Sun, 06 Nov 1994 08:49:37 GMT" },
		{ retry: { backoff: 20000 } },
	),
	counts("Retry-After that is too long", { fail: 1, after: 9999999 }, { retry: quick }),
	counts(
		"Retry-After that is longer than maxDelay",
		{ fail: 1, after: 2 },
		{ retry: { ...quick, maxDelay: 1999 } },
	),
	counts("Retry-After that is huge", { fail: 1, after: "99999999999999999999" }, { retry: quick }),
	counts("Retry-After that is none", { fail: 1, after: "soon" }, { retry: quick }),
	counts("Retry-After that is negative", { fail: 1, after: "-5" }, { retry: quick }),
	counts("a retry after a cut body", { fail: 1, how: "cut-body", body: "at last" }, { retry: quick }),
	answers("a timeout", { how: "hang" }, { timeout: 30 }),
	answers("a timeout within the body", { how: "hang-body" }, { timeout: 100 }),
	answers(
		"a timeout of each attempt",
		{ how: "hang", fail: 1, body: "at last" },
		{ timeout: 1000, retry: quick },
	),
	answers(
		"timeouts until the retries are over",
		{ how: "hang" },
		{ timeout: 30, retry: { ...quick, limit: 1 } },
	),
	counts("a timeout that is negative is none", { type: "text/plain", body: "x" }, { timeout: -1 }),
	counts("a timeout of a month", { type: "text/plain", body: "x" }, { timeout: 2678400000 }),
];

const hanging = answer("a", { how: "hang" });

/** @type {Scenario[]} */
const aborted = [
	{
		name: "aborted before it begins",
		steps: [
			{ do: "ask", id: "a", url: answer("a", {}), aborted: true, reason: "never mind" },
			{ do: "end", id: "a" },
			{ do: "count", mark: "a" },
		],
	},
	{
		name: "aborted before it begins, with a URL that is refused",
		steps: [
			{ do: "ask", id: "a", url: "file:///x", aborted: true, reason: "never mind" },
			{ do: "end", id: "a" },
		],
		differs: {
			why: "the Go face looks at the request first, the page at the signal: either is a reason not to send it",
			page: ['a: abort {"error":"Error: never mind"}'],
			go: [
				`a: refused {"error":"TypeError: url must be relative or begin with http:, https:, blob: or data:, not \\"file:///x\\""}`,
			],
		},
	},
	...["left 😀", undefined].map((reason) => ({
		name: `aborted while the server thinks, ${reason ? "with a reason" : "without one"}`,
		steps: [
			{ do: "ask", id: "a", url: hanging },
			{ do: "seen", mark: "a" },
			{ do: "abort", id: "a", reason },
			{ do: "end", id: "a" },
			{ do: "left", mark: "a" },
			{ do: "count", mark: "a" },
		],
	})),
	{
		name: "aborted within the body",
		steps: [
			{ do: "ask", id: "a", url: answer("a", { how: "hang-body" }) },
			{ do: "seen", mark: "a" },
			{ do: "abort", id: "a", reason: "enough" },
			{ do: "end", id: "a" },
			{ do: "left", mark: "a" },
		],
	},
	{
		name: "aborted between two attempts",
		steps: [
			{ do: "ask", id: "a", url: answer("a", { fail: 9 }), retry: { backoff: 60000 } },
			{ do: "seen", mark: "a" },
			{ do: "tick" },
			{ do: "abort", id: "a", reason: "no more" },
			{ do: "end", id: "a" },
			{ do: "count", mark: "a" },
		],
	},
	{
		name: "aborted while it would be timed out and sent again",
		steps: [
			{ do: "ask", id: "a", url: hanging, timeout: 300, retry: { ...quick, limit: 1000000 } },
			{ do: "seen", mark: "a", n: 2 },
			{ do: "abort", id: "a", reason: "no more" },
			{ do: "end", id: "a" },
		],
	},
	{
		name: "aborted after its end",
		steps: [
			{ do: "ask", id: "a", url: answer("a", { type: "text/plain", body: "x" }) },
			{ do: "end", id: "a" },
			{ do: "abort", id: "a", reason: "too late" },
			{ do: "end", id: "a" },
		],
	},
	{
		name: "two at once, one of them aborted",
		steps: [
			{ do: "ask", id: "a", url: hanging },
			{ do: "ask", id: "b", url: answer("b", { type: "text/plain", body: "x" }) },
			{ do: "seen", mark: "a" },
			{ do: "end", id: "b" },
			{ do: "abort", id: "a", reason: "left" },
			{ do: "end", id: "a" },
		],
	},
];

export const requests = [...answered, ...sent, ...again, ...aborted];
