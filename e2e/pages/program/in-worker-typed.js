// Typed exports of a program in a worker (internal/generate/testdata/rows).

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, rejects, test } from "../lib/test.js";

const { go } = /** @type {any} */ (await load({ wasm: "/artifacts/rows.wasm", worker: true }));

test("typed arguments and results", async () => {
	deepEqual([...(await go.bytes(Uint8Array.of(1, 2)))], [1, 2]);
	deepEqual(await go.bools(true), true);
	const wrong = await rejects(go.bools(5), TypeError);
	ok(/^bools: b must be/.test(wrong.message), wrong.message);
});

test("progress and a signal in the options", async () => {
	/** @type {any[]} */
	const seen = [];
	const options = { onProgress: (/** @type {any} */ n) => seen.push(n) };
	equal(await go.total("x", 1, 2, options), 3);
	ok(seen.length > 0);
	const controller = new AbortController();
	const reason = new Error("mine");
	const waiting = go.wait({ signal: controller.signal, onProgress: () => controller.abort(reason) });
	equal(await rejects(waiting), reason);
});

test("callbacks with results, promises and exceptions", async () => {
	/** @type {any[]} */
	const told = [];
	const check = async (/** @type {any} */ { second }) => second === 42;
	const tell = (/** @type {any[]} */ ...words) => void told.push(words);
	equal(
		await go.callbacks(
			"w",
			(/** @type {number} */ n) => 2 * n,
			check,
			tell,
			() => {},
		),
		"42",
	);
	deepEqual(told, [["w", "true"]]);
	const mine = new Error("mine");
	const fails = () => {
		throw mine;
	};
	equal(await rejects(go.callbacks("w", fails, check, tell, () => {})), mine);
});

test("iterables and streams both ways", async () => {
	async function* numbers() {
		yield 1;
		yield 2;
	}
	equal(await go.sum(numbers()), 3);
	const got = [];
	for await (const { first } of await go.count(9)) {
		got.push(first);
		if (got.length === 3) break;
	}
	equal(got.length, 3);
	ok(await go.ended());
	const echoed = await go.readers(new Blob(["text"]).stream());
	equal((await new Response(echoed).text()).length, 4);
});
