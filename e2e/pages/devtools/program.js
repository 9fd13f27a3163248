// devtools() in a page with a Go program: its calls by name, and what it has of the page.

import godeferred, { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, test } from "../lib/test.js";

await load({ wasm: "/artifacts/pageprogram.wasm" });
const { go } = /** @type {any} */ (godeferred);

test("calls of Go have the function's name, and can be aborted", async () => {
	const devtools = await godeferred.devtools({ panel: false });
	/** @type {any[]} */
	const events = [];
	devtools.watch((/** @type {any} */ event) => events.push(event));
	const never = godeferred.Deferred();
	const call = go.await(never);
	const sum = await go.add(1, 2);
	equal(sum, 3);
	const entry = devtools.snapshot().pending.find((/** @type {any} */ one) => one.kind === "go.await");
	equal(entry.abortable, true);
	call.fail(() => {});
	call.abort();
	const ends = devtools.snapshot().settled.filter((/** @type {any} */ one) => one.kind.startsWith("go"));
	deepEqual(
		ends.map((/** @type {any} */ { kind, state, value }) => [kind, state, value]),
		[
			["go.add", "resolved", "3"],
			["go.await", "aborted", "AbortError: The work was aborted"],
		],
	);
	deepEqual(
		events.filter(({ type, kind }) => type === "created" && kind.startsWith("go.")).map(({ kind }) => kind),
		["go.await", "go.add"],
	);
	devtools.close();
});

test("memory, objects and live callbacks of the program", async () => {
	const devtools = await godeferred.devtools({ panel: false });
	const before = devtools.snapshot().wasm;
	ok(before.pages > 0 && before.objects > 0 && before.callbacks >= 0);
	const [made, free] = await new Promise((resolve) =>
		go.make().then((/** @type {any[]} */ ...all) => resolve(all)),
	);
	const { callbacks } = devtools.snapshot().wasm;
	ok(callbacks > before.callbacks);
	equal(typeof made, "function");
	await free();
	ok(devtools.snapshot().wasm.callbacks < callbacks);
	devtools.close();
});
