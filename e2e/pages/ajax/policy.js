// Scripts under a policy that asks for nonces and for Trusted Types: see ajax_test.go for its words.

import { equal, ok, test } from "../lib/test.js";
import { settled } from "./settled.js";
import { nothingLeft } from "../lib/started.js";

const scope = /** @type {any} */ (window);

test("a script by an element, and one that was fetched, run with the nonce", async () => {
	scope.ran = undefined;
	equal((await settled({ url: "/script", dataType: "script", nonce: "page" })).how, "done");
	equal(scope.ran, true);
	scope.ran = undefined;
	equal(
		(await settled({ url: "/script", dataType: "script", nonce: "page", headers: { a: "b" } })).how,
		"done",
	);
	equal(scope.ran, true);
	nothingLeft();
});

test("JSONP and XML go through, too", async () => {
	equal((await settled({ url: "/jsonp", dataType: "jsonp", nonce: "page" })).args[0].a[0], 1);
	ok((await settled({ url: "/xml" })).args[0] instanceof XMLDocument);
});

test("without the nonce a fetched script does not run", async () => {
	scope.ran = undefined;
	equal((await settled({ url: "/script", dataType: "script", headers: { a: "b" } })).how, "done");
	equal(scope.ran, undefined);
});
