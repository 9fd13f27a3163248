// The recorder of devtools() in Node: what it holds, what it leaves behind, and how Node's console shows a deferred.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { inspect } from "node:util";

const dist = new URL("../../dist/", import.meta.url);
const { Deferred, devtools: open, work } = await import(new URL("core.mjs", dist).href);

/** Until garbage is collected and its finalizers have run, or for so many turns. @param {() => boolean} is */
async function collected(is) {
	for (let i = 0; i < 200 && !is(); i++) {
		await turn(); // what has been looked at is kept until then
		globalThis.gc?.();
		await turn();
	}
}

/** @param {number} n */
const abandon = (n) => Array.from({ length: n }, () => new WeakRef(Deferred().then(() => {})));

test("an abandoned deferred is garbage, and is told as collected", async () => {
	const devtools = await open();
	/** @type {any[]} */
	const events = [];
	devtools.watch((/** @type {any} */ event) => events.push(event.type));
	const refs = abandon(100);
	await turn();
	assert.equal(devtools.snapshot().pending.length, 200);
	const gone = () => events.filter((type) => type === "collected").length;
	await collected(() => gone() > 190);
	const left = refs.filter((ref) => ref.deref()).length;
	assert.ok(left < 5, `${left} of 100 are still there`);
	assert.ok(gone() > 190, `${gone()} of 200 were told`);
	const { pending, settled } = devtools.snapshot();
	assert.ok(pending.length < 10);
	assert.equal(settled.at(-1).state, "collected");
	devtools.close();
});

test("values are not kept, and settled entries are capped", async () => {
	const devtools = await open({ stacks: false });
	const values = Array.from({ length: 3000 }, (_, i) => {
		const value = { i };
		Deferred().resolve(value);
		return new WeakRef(value);
	});
	await turn();
	const { settled } = devtools.snapshot();
	assert.equal(settled.length, 500);
	assert.equal(settled.at(-1).value, "{i}");
	await collected(() => !values.some((ref) => ref.deref()));
	const left = values.filter((ref) => ref.deref()).length;
	assert.ok(left < 5, `${left} of 3,000 values are still there`);
	devtools.close();
});

test("closed, it holds nothing", async () => {
	const devtools = await open();
	const refs = abandon(100);
	devtools.close();
	const left = () => refs.filter((ref) => ref.deref()).length;
	await collected(() => left() < 5);
	assert.ok(left() < 5, `${left()} of 100 are still there`);
	assert.deepEqual(devtools.snapshot().pending, []);
});

test("without a document there is no panel, and the recording is the same", async () => {
	const devtools = await open({ panel: true, tracks: true });
	const task = work(() => {});
	const [entry] = devtools.snapshot().pending;
	assert.deepEqual([entry.kind, entry.abortable], ["deferred", true]);
	assert.match(entry.stack, /devtools\.test\.js/);
	assert.equal("runtime" in devtools.snapshot(), false);
	task.fail(() => {});
	task.abort();
	assert.equal(devtools.snapshot().settled.at(-1).state, "aborted");
	devtools.close();
	devtools.close();
});

test("Node's console shows state and values", () => {
	assert.equal(inspect(Deferred()), "Deferred { pending: undefined }");
	assert.equal(inspect(Deferred().resolve("tea")), "Deferred { resolved: 'tea' }");
	assert.equal(inspect(Deferred().resolve(1, "two").promise()), "Deferred { resolved: [ 1, 'two' ] }");
	const failed = Deferred().reject(new TypeError("no"));
	failed.fail(() => {});
	assert.match(inspect(failed), /^Deferred \{\s+rejected: TypeError: no/);
	const itself = Deferred();
	itself.resolve([itself]);
	assert.equal(inspect(itself), "Deferred { resolved: [ Deferred [Object] ] }"); // it ends
	assert.equal(inspect([[Deferred().resolve(1)]]), "[ [ Deferred { resolved: 1 } ] ]");
	const deep = Deferred().resolve({ a: { b: { c: { d: 1 } } } });
	assert.match(inspect(deep, { depth: null }), /d: 1/);
	assert.doesNotMatch(inspect(deep), /d: 1/);
});
