// URLs and data as pages have them: the same request as jQuery's.

import { deepEqual, equal, ok, test } from "../lib/test.js";
import { godeferred, nothingLeft } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);

/** How a request ends. @param {any} jqXHR @returns {Promise<any[]>} */
const end = (jqXHR) =>
	new Promise((resolve) => {
		jqXHR.then(
			(/** @type {any} */ data) => resolve(["done", data]),
			(/** @type {any} */ x, /** @type {string} */ textStatus) => resolve(["fail", textStatus, x.status]),
		);
	});

test("a URL may name a user and a password", async () => {
	for (const user of ["u:p@", "u@", ":p@", "u%40v:p@"]) {
		const url = `http://${user}${location.host}/text`;
		const theirs = await end(jQuery.get(url));
		equal(theirs[0], "done");
		deepEqual(await end(godeferred.get(url)), theirs, url);
	}
	nothingLeft();
});

test("a relative URL may have them from its base", async () => {
	const base = document.createElement("base");
	base.href = `http://u:p@${location.host}/`;
	document.head.append(base);
	try {
		const theirs = await end(jQuery.get("/text"));
		deepEqual(await end(godeferred.get("/text")), theirs);
		equal(theirs[0], "done");
	} finally {
		base.remove();
	}
});

test("an @ elsewhere is a letter like others", async () => {
	for (const url of ["/echo/@u", "/echo?a@b", "/echo#a@b", "/echo?x=http://u:p@h"]) {
		equal(godeferred.ajax(url, { beforeSend: () => false }).state(), "rejected");
		deepEqual(await end(godeferred.get(url)), await end(jQuery.get(url)), url);
	}
});

/** The URL of a request that is not sent. @param {any} $ @param {any} settings @returns {string} */
function urlOf($, settings) {
	let url = "";
	const beforeSend = (/** @type {any} */ _, /** @type {any} */ s) => {
		url = s.url;
		return false;
	};
	$.ajax({ ...settings, beforeSend }).catch(() => {});
	return url.replace(/_=\d{5,}/g, "_=N");
}

test("data go into the URL as they are", () => {
	const urls = ["/x", "/x?", "/x?a=1", "/x#h", "/x?a#h", "x?_=1&b", "/a@b", "//h/x", "/\x01?\x01"];
	const data = ["a=1", "_=5", "a_=5&_=6", "?", "a=?", "$&$1", "\x01", { a: [1, "ä\x01"] }];
	for (const url of urls)
		for (const one of data)
			for (const cache of [undefined, false]) {
				const settings = { url, data: one, cache };
				equal(urlOf(godeferred, settings), urlOf(jQuery, settings), JSON.stringify(settings));
			}
});

test("long data in a URL are not sent through Go and back", () => {
	const data = { text: "x".repeat(1_000_000) };
	const { encode } = TextEncoder.prototype;
	let encoded = 0;
	TextEncoder.prototype.encode = function (text) {
		encoded += text?.length ?? 0;
		return encode.call(this, text);
	};
	try {
		for (const url of ["/x", "/x?a=1", "/x#h"])
			for (const cache of [true, false])
				equal(urlOf(godeferred, { url, data, cache }).length > 1_000_000, true);
	} finally {
		TextEncoder.prototype.encode = encode;
	}
	ok(encoded > 0, "a question was asked");
	ok(encoded < 20_000, `${encoded} characters for Go`);
});
