// Starting in a page whose elements and variables have the names that Go's loader goes by: named-elements.html,
// -variables, -odd. What was there stays as it was, and the runtime works.

import { deepEqual, equal, ok, run, test } from "../lib/test.js";

const { godeferred, names, whatWasThere, before } = window;

test("the runtime starts, twice, and asks its rules", async () => {
	await godeferred.ready;
	equal(
		await godeferred
			.get("/pages/surroundings/named.js", { dataType: "text" })
			.then((text) => text.slice(0, 11)),
		"// Starting",
	);
	if (document.images.currentScript) return; // the module takes the names as they are
	const { load } = await import("/dist/godeferred.mjs");
	equal(
		await (await load())
			.get("/pages/surroundings/named.js", { dataType: "text" })
			.then((text) => text.length > 9),
		true,
	);
});

if (document.images.currentScript) {
	test("the script's attributes count, though elements have the names of the document's own", async () => {
		equal(window.global, godeferred);
		await godeferred.wait(100);
		equal(window.slid, "none");
	});

	test("requests use the platform's own classes", async () => {
		const url = "/pages/surroundings/named.js";
		const { Blob, FormData, Headers } = window; // the bare names are the page's
		ok((await godeferred.ajax({ url, dataType: "blob", progress() {} })) instanceof Blob);
		const headers = new Headers({ "X-A": "1" });
		equal(
			typeof (await godeferred.ajax({ url, dataType: "text", headers, xhrFields: { timeout: 0 } })),
			"string",
		);
		let type;
		const beforeSend = (_, { contentType }) => {
			type = contentType;
			return false;
		};
		godeferred.ajax({ url, type: "POST", data: new FormData(), beforeSend });
		equal(type, false, "only the browser knows the boundary");
	});
}

test("what the page had by these names is what it has", () => {
	const after = whatWasThere();
	for (const name of names) {
		const [was, is] = [before, after].map((all) => all[name]);
		equal(is.value, was.value, name);
		equal(is.own, was.own, name);
		deepEqual(Object.keys(is.descriptor ?? {}), Object.keys(was.descriptor ?? {}), name);
		for (const [part, value] of Object.entries(was.descriptor ?? {})) equal(is.descriptor[part], value, name);
	}
});

test("the page's getters were not asked, and its setters not called", () => {
	deepEqual(window.asked, []);
});

test("a collection is in document order", () => {
	const { body, head } = document;
	deepEqual(godeferred([body, head]).add(document).get(), [document, head, body]);
});

if (document.getElementById("fs")) {
	test("the names are those of elements", () => {
		for (const name of names) ok(window[name] instanceof Element, name);
	});
}

if (window.module) {
	test("the script's own global takes no part in what loaders of modules do", () => {
		deepEqual(window.defined, []);
		deepEqual(window.module, { exports: {} });
		equal(typeof godeferred.Deferred, "function");
	});
}

await run();
