import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { test } from "node:test";
import $, { GodeferredError } from "godeferred";
import { Deferred, when } from "godeferred/core";

const require = createRequire(import.meta.url);

/** A server on a port of its own. */
async function serving(answer, run) {
	const server = createServer((_, response) =>
		response.setHeader("Content-Type", "application/json").end(answer),
	);
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	try {
		await run(`http://127.0.0.1:${server.address().port}/`);
	} finally {
		server.close();
	}
}

test("import", async () => {
	const d = $.Deferred();
	d.resolve(1, 2);
	assert.equal(await d, 1);
	assert.equal(typeof GodeferredError, "function");
	assert.equal(await when(Deferred().resolve(3)), 3);
});

test("the wasm is found beside the script", async () => {
	await serving('["Assam"]', async (url) => assert.deepEqual(await $.getJSON(url), ["Assam"]));
});

test("require", async () => {
	const common = require("godeferred");
	assert.equal(common.default, common);
	assert.equal(typeof common.GodeferredError, "function");
	assert.equal(await common.Deferred().resolve(4), 4);
	await serving('["Keemun"]', async (url) => assert.deepEqual(await common.getJSON(url), ["Keemun"]));
	const core = require("godeferred/core");
	assert.equal(await core.when(core.Deferred().resolve(5)), 5);
	assert.equal("godeferred" in globalThis, false);
});
