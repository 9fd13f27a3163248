// The classic script in Node, beside a copy of a Go program: it starts by itself, and load() says meanwhile where the
// program is. It prints the results as JSON on its last line.

const { copyFileSync, mkdtempSync, readFileSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const folder = mkdtempSync(join(tmpdir(), "superseded-"));
copyFileSync(join(__dirname, "../../../dist/godeferred.js"), join(folder, "godeferred.js"));
copyFileSync(join(__dirname, "../../artifacts/pageprogram.wasm"), join(folder, "godeferred.wasm"));
require(join(folder, "godeferred.js"));
const { godeferred } = /** @type {any} */ (globalThis);
const asked = { starts: 0, ends: "" };
Object.assign(globalThis, { pageprogram: asked });

async function run() {
	const early = godeferred.go.add(1, 1);
	await new Promise((resolve) => setTimeout(resolve, 0)); // the start by itself
	const { runtime } = godeferred.inspect();
	await godeferred.load({ wasm: pathToFileURL(join(folder, "godeferred.wasm")) });
	const sum = await early;
	await WebAssembly.compile(readFileSync(join(folder, "godeferred.wasm"))); // as the other has been before
	const got = JSON.stringify([runtime, sum, asked.starts]);
	return { ok: got === '["starting",2,1]', error: got };
}

run()
	.catch((error) => ({ ok: false, error: String(error.stack) }))
	.then((result) => {
		rmSync(folder, { recursive: true });
		console.log(
			JSON.stringify({ results: [{ name: "a load that replaces a start runs one program", ...result }] }),
		);
		process.exit(0); // the program goes on
	});
