// Fake servers replace the page's XMLHttpRequest. Requests use the replacement as long as it is there.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);
const Native = XMLHttpRequest;

/** A fake that knows just what jQuery asks of one. */
class Fake {
	/** @type {Fake[]} */
	static all = [];
	/** @type {Record<string, string>} */
	headers = {};
	status = 0;
	statusText = "";
	responseText = "";
	lines = "";
	/** @type {(() => void) | null} */
	onload = null;
	/** @param {any[]} args */
	open(...args) {
		this.opened = args;
		Fake.all.push(this);
	}
	/** @param {string} name @param {string} value */
	setRequestHeader(name, value) {
		this.headers[name] = value;
	}
	/** @param {any} body */
	send(body) {
		this.body = body;
	}
	abort() {
		this.aborted = true;
	}
	getAllResponseHeaders() {
		return this.lines;
	}
	/** @param {number} status @param {string} text @param {string} [lines] */
	respond(status, text, lines = "") {
		Object.assign(this, { status, responseText: text, lines, statusText: "fake" });
		this.onload?.();
	}
}

/** Runs fn with a fake in the place of the platform's. @param {any} fake @param {() => any} fn */
async function faking(fake, fn) {
	const scope = /** @type {any} */ (window);
	scope.XMLHttpRequest = fake;
	Fake.all = [];
	try {
		return await fn();
	} finally {
		scope.XMLHttpRequest = Native;
	}
}

test("requests go by a fake that came later, within the call, and by the browser when it is gone", async () => {
	/** @type {any[][]} */
	const seen = [];
	for (const $ of [jQuery, godeferred]) {
		await faking(Fake, async () => {
			const one = $.ajax({ url: "/fake?a", type: "POST", data: { a: 1 }, headers: { "X-A": "1" } });
			const [fake] = Fake.all;
			ok(fake, "sent within the call");
			fake.respond(200, '{"a":1}', "Content-Type: application/json\nX Odd: 1\nX-B: 2");
			equal(one.state(), "resolved", "answered within the fake's call");
			deepEqual(await one, { a: 1 });
			const { opened, headers, body } = fake;
			seen.push([opened?.slice(0, 3), headers, body, one.getResponseHeader("x-b"), one.statusText]);
		});
		equal(await $.get("/text"), "hällo");
	}
	deepEqual(seen[1], seen[0]);
	nothingLeft();
});

test("a fake that answers within send", async () => {
	class Quick extends Fake {
		send() {
			this.respond(404, "none");
		}
	}
	for (const $ of [jQuery, godeferred]) {
		await faking(Quick, () => {
			let failed = 0;
			const one = $.ajax({ url: "/x", error: () => failed++ });
			deepEqual([one.state(), one.status, one.responseText, failed], ["rejected", 404, "none", 1]);
		});
	}
	nothingLeft();
});

test("abort and timeout end a fake's request", async () => {
	for (const $ of [jQuery, godeferred]) {
		await faking(Fake, async () => {
			$.ajax("/x").abort();
			equal(Fake.all[0].aborted, true);
			const late = $.ajax("/x", { timeout: 5 });
			await late.catch(() => {});
			deepEqual([Fake.all[1].aborted, late.statusText], [true, "timeout"]);
		});
	}
	nothingLeft();
});

test("a proxy of the platform's, and its subclass, are the page's own", async () => {
	let made = 0;
	const proxy = new Proxy(Native, {
		construct(target, args) {
			made++;
			return Reflect.construct(target, args);
		},
	});
	class Sub extends Native {
		constructor() {
			super();
			made++;
		}
	}
	for (const $ of [jQuery, godeferred])
		for (const own of [proxy, Sub]) equal(await faking(own, () => $.get("/text")), "hällo");
	equal(made, 4);
});

test("what only fetch can keep safe is not given to a fake", async () => {
	const integrity = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
	await faking(Fake, async () => {
		await godeferred.ajax({ url: "/text", credentials: "omit" });
		await godeferred.ajax({ url: "/text", integrity }).catch(() => {});
		equal(Fake.all.length, 0);
	});
});

test("a page's own open or send is called", async () => {
	for (const name of /** @type {const} */ (["open", "send"])) {
		/** @type {any} */
		const before = Native.prototype[name];
		let calls = 0;
		Native.prototype[name] = function (/** @type {any[]} */ ...args) {
			calls++;
			return before.apply(this, args);
		};
		try {
			for (const $ of [jQuery, godeferred]) equal(await $.get("/text"), "hällo");
			equal(calls, 2, name);
		} finally {
			Native.prototype[name] = before;
		}
	}
	nothingLeft();
});

test("what the page's xhr has set stays", async () => {
	for (const $ of [jQuery, godeferred]) {
		const xhr = Object.assign(new Native(), { withCredentials: true });
		equal(await $.ajax({ url: "/text", xhr: () => xhr }), "hällo");
		equal(xhr.withCredentials, true);
	}
	nothingLeft();
});
